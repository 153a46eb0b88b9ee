"""While Telegram is away the log says so: first at once, then ever more rarely."""

import asyncio
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetMe, TelegramMethod
from structlog.testing import capture_logs

from bot.absence import LONGEST_SILENCE, Absence
from bot.intake import Poller
from bot.meeting import meet

GONE = TelegramNetworkError(GetMe(), "nobody answers")


def test_an_hour_away_is_a_handful_of_lines_with_growing_distance() -> None:
    now = 0.0
    absence = Absence(lambda: now)
    said: list[float] = []
    for second in range(3600):
        now = float(second)
        with capture_logs() as lines:
            absence.noticed(GONE)
        said += [line["away_seconds"] for line in lines]
    assert said[:4] == [0, 5, 15, 35]
    distances = [later - sooner for sooner, later in pairwise(said)]
    assert distances == sorted(distances)
    assert distances[-1] == LONGEST_SILENCE
    assert len(said) < 20


def test_coming_back_is_said_once_and_the_next_absence_at_once() -> None:
    now = 100.0
    absence = Absence(lambda: now)
    with capture_logs() as lines:
        absence.over()
        absence.noticed(GONE)
        now = 142.0
        absence.over()
        absence.over()
        absence.noticed(GONE)
    assert [(line["event"], line["away_seconds"]) for line in lines] == [
        ("telegram_unreachable", 0),
        ("telegram_back", 42),
        ("telegram_unreachable", 0),
    ]


class Away:
    """A bot whose first calls find nobody; the program ends after the last answer."""

    id = 100

    def __init__(self, times: int, stopping: asyncio.Event) -> None:
        self.left = times
        self._stopping = stopping

    async def __call__(self, method: TelegramMethod[Any], request_timeout: int = 0) -> Any:
        self.left -= 1
        if self.left >= 0:
            raise GONE
        if self.left < -2:
            self._stopping.set()
        return []

    async def get_me(self) -> Any:
        return await self(GetMe())


def hurried(stopping: asyncio.Event) -> Any:
    """A supervisor that does not wait."""

    async def pause(seconds: float) -> None:
        await asyncio.sleep(0)

    async def until_stop(asked: Any) -> Any:
        return await asked

    return SimpleNamespace(stopping=stopping, pause=pause, until_stop=until_stop)


async def test_the_poller_and_the_first_meeting_say_it_once_and_when_it_is_over() -> None:
    for talks in (_polls, _meets):
        stopping = asyncio.Event()
        bot: Any = Away(50, stopping)
        with capture_logs() as lines:
            await talks(bot, hurried(stopping))
        assert bot.left < 0
        assert [one["event"] for one in lines] == ["telegram_unreachable", "telegram_back"]


async def test_ending_while_telegram_is_away_is_not_its_return() -> None:
    stopping = asyncio.Event()
    supervisor = hurried(stopping)

    async def ends(seconds: float) -> None:
        supervisor.until_stop = nothing

    async def nothing(asked: Any) -> None:
        asked.close()
        stopping.set()

    supervisor.pause = ends
    with capture_logs() as lines:
        await _polls(Away(9, stopping), supervisor)
    assert [one["event"] for one in lines] == ["telegram_unreachable"]


async def _polls(bot: Any, supervisor: Any) -> None:
    store: Any = None

    async def heard(now: Any, ticking: float) -> None:
        return None

    await Poller(bot, store, supervisor, lambda items: None, heard).run()


async def _meets(bot: Any, supervisor: Any) -> None:
    await meet(bot, supervisor)
