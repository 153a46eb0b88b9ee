"""A shop to test: the playground, the real program, a temporary database, the starter model."""

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from hypothesis import HealthCheck, settings

from bot.app import App
from bot.retraining import LEARNER
from bot.settings import read_settings
from bot.shelving import Starting
from bot.tuning import tune
from classifier.model import TopicModel
from models.schema import sqlite_file, upgrade
from playground.server import Playground
from services.shop_file import ShopSeed, read_shop_file
from tests.databases import newest_postgresql, newest_sqlite
from tests.desk import Shop
from tests.faults.program import Nest
from tests.sharing import shared
from tests.starter import kept_at, loaded

__all__ = ["newest_postgresql", "newest_sqlite"]

ROOT = Path(__file__).parent.parent
TOKEN = "100:TEST"
ADMIN = 900001
settings.register_profile(
    "house",
    settings(),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),  # new examples are looked for where one can mend
)
settings.load_profile("house")
structlog.configure(  # the traceback with all variables takes seconds to draw
    processors=[
        structlog.processors.add_log_level,
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
    ]
)


@pytest.fixture(scope="session")
def seed() -> ShopSeed:
    """The default shop, open around the clock so that tests do not depend on the hour."""
    shop = read_shop_file(ROOT / "shop.toml")
    always = tuple(replace(queue, hours={"always": True}) for queue in shop.queues)
    loud = {"quiet": "00:00-00:00", "ask_newcomers": False}  # at whatever time the tests run
    return replace(shop, queues=always, facts={**shop.facts, "privacy": loud})


@pytest.fixture(scope="session")
def starter_file() -> Path:
    """Where the starter model is kept until the corpus changes."""
    return kept_at()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long tests begin first, so that none of them is waited for at the end."""
    items.sort(key=_patience, reverse=True)


def _patience(item: pytest.Item) -> float:
    marker = item.get_closest_marker("timeout")
    return float(marker.args[0]) if marker else 0.0


def pytest_collection_finish() -> None:
    """What is imported lives until the end: searching it for garbage again and again is slow."""
    tune()


@pytest.fixture(scope="session")
def model(seed: ShopSeed, starter_file: Path) -> TopicModel:
    """The starter model, trained once and kept below `build/` until the corpus changes."""
    found = loaded(seed, starter_file)
    tune()
    return found


@pytest.fixture(scope="session")
def nest() -> Iterator[Nest]:
    """Starts the program without importing it each time."""
    opened = Nest()
    yield opened
    opened.closes()


class Clock:
    """The time of a test: real, plus what the test adds."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def passes(self, **span: float) -> None:
        """Let time pass at once."""
        self.ahead += timedelta(**span)


@pytest.fixture(scope="session", autouse=True)
def worked_out_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What depends on no test is not worked out for each."""
    with shared(tmp_path_factory.mktemp("shared")):
        yield


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    """Telegram's stand-in."""
    server = Playground(token=TOKEN)
    await server.start(0)
    yield server
    await server.stop()


OpenShop = Callable[..., Awaitable[Shop]]


@pytest.fixture
async def open_shop(
    playground: Playground,
    model: TopicModel,
    starter_file: Path,
    seed: ShopSeed,
    tmp_path: Path,
    newest_sqlite: Path,
) -> AsyncIterator[OpenShop]:
    """Opens the shop: `shop = await open_shop()`; settings may be given by name, `learner` too."""
    opened: list[Shop] = []

    async def opens(learner: Sequence[str] = LEARNER, **settings: Any) -> Shop:
        given: dict[str, Any] = {
            "bot_token": TOKEN,
            "bot_api_url": playground.url,
            "data_dir": tmp_path,
            "admin_ids": (ADMIN,),
            "send_rate": 0,
            "_env_file": None,
        } | settings
        clock = opened[-1].clock if opened else Clock()
        configured = read_settings(**given)
        file = sqlite_file(configured.database)
        if file is not None and not file.exists():
            shutil.copyfile(newest_sqlite, file)
        else:
            await upgrade(configured.database)
        app = App(configured, Starting(model, starter_file), seed, clock, learner)
        shop = Shop(playground, app, clock, ADMIN)
        await shop.app.start()
        opened.append(shop)
        return shop

    yield opens
    for shop in opened:
        await shop.closes()


@pytest.fixture
async def shop(open_shop: OpenShop) -> Shop:
    """An open shop with one admin."""
    return await open_shop()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two more than cores at most, since tests wait as well; named files run in pytest alone."""
    if config.args_source is config.ArgsSource.ARGS:
        return 0
    cores = os.cpu_count() or 1
    return cores + min(cores, 2)


def pytest_report_header() -> str:
    """Say which optional parts this machine has."""
    return f"PostgreSQL for tests: {'yes' if os.environ.get('TEST_POSTGRES_URL') else 'no'}"
