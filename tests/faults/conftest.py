"""A shop whose program is a process of its own, and the load of a test."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from classifier.model import TopicModel
from playground.server import Playground
from tests.conftest import ADMIN, ROOT, TOKEN
from tests.faults.counter import Counter
from tests.faults.program import Nest, Program

FULL = os.environ.get("FAULTS") == "full"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Programs that start and end a dozen times take their time on a slow machine."""
    for item in items:
        if not FULL and item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.timeout(900))


@pytest.fixture
def full() -> bool:
    """Whether the loads of the reliability table are wanted, or the short ones."""
    return FULL


@pytest.fixture
async def counter(
    nest: Nest, playground: Playground, model: TopicModel, starter_file: Path, tmp_path: Path
) -> AsyncIterator[Counter]:
    """The shop's counter: the server, its program not started yet, its empty database."""
    home = tmp_path / "home"
    (home / "models").mkdir(parents=True)
    shutil.copy(starter_file, home / "models" / "current.model")
    env = {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": playground.url,
        "DATA_DIR": str(home),
        "DATABASE_URL": "",
        "ADMIN_IDS": str(ADMIN),
        "SHOP_FILE": str(_open_always(home)),
        "SEND_RATE": "0",
        "LOG_LEVEL": "INFO",
    }
    opened = Counter(playground, Program(nest, env, home), ADMIN)
    yield opened
    await opened.closes()


def _open_always(home: Path) -> Path:
    """The default shop, open around the clock so that tests do not depend on the hour."""
    text = (ROOT / "shop.toml").read_text("utf-8")
    lines = [
        "hours = { always = true }" if line.startswith("hours =") else line
        for line in text.splitlines()
    ]
    path = home / "shop.toml"
    loud = '[privacy]\nquiet = "00:00-00:00"\nask_newcomers = false'
    path.write_text("\n".join([*lines, loud]), "utf-8")
    return path
