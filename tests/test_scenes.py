"""The scenes that `demo --once` plays: each happens to its end on the shop that is shown."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.opening import SCENES
from bot.cli.wiring import app
from bot.demo import play, play_memory, play_order
from classifier.model import TopicModel
from services.shop_file import ShopSeed, read_shop_file

ROOT = Path(__file__).parent.parent
Scene = Callable[[TopicModel, ShopSeed, Path], Awaitable[int]]


@pytest.mark.timeout(600)
@pytest.mark.parametrize("scene", [play, play_order, play_memory])
async def test_a_scene_comes_to_its_end(
    scene: Scene, model: TopicModel, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await scene(model, read_shop_file(ROOT / "shop.toml"), tmp_path) == 0
    assert "✓" in capsys.readouterr().out


def test_help_names_each_scene() -> None:
    told = CliRunner().invoke(app, ["demo", "--help"], terminal_width=200).output
    assert [name for name in SCENES if name not in told] == []
