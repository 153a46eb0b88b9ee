"""A room far too small for what is stored: order kept, nothing lost, nothing held that need not."""

import asyncio
import random
from collections import defaultdict
from collections.abc import AsyncIterator

import pytest

from bot import lanes
from bot.lanes import Item, Lanes
from bot.supervisor import Supervisor

ROOM, PAGE = 20, 8


@pytest.fixture
async def supervisor() -> AsyncIterator[Supervisor]:
    opened = Supervisor()
    yield opened
    await opened.stop(30.0)


class Desk:
    """Stored items, the lanes that read them, what was handled."""

    def __init__(self, supervisor: Supervisor, items: list[Item]) -> None:
        self.items = items
        self.handled: list[Item] = []
        self.most_held = 0
        self.reading = asyncio.Event()
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.lanes = Lanes(self._handle, self._load, supervisor, width=4)
        supervisor.start(self.lanes.run(), "lanes")

    async def _load(self, after: int, limit: int) -> list[Item]:
        page = [item for item in self.items if item[0] > after][:limit]
        self.reading.set()
        await self.may_answer.wait()
        await asyncio.sleep(0)
        return page

    async def _handle(self, item: Item) -> None:
        self.most_held = max(self.most_held, self.lanes._held)
        for _ in range(item[0] % 3):
            await asyncio.sleep(0)
        self.handled.append(item)

    def arrives(self, *items: Item) -> None:
        self.items.extend(items)
        self.lanes.hand_over(items)

    async def handles_all(self) -> None:
        async with asyncio.timeout(60):
            while len(self.handled) < len(self.items) or not self.lanes.idle:  # noqa: ASYNC110
                await asyncio.sleep(0.001)
        assert sorted(self.handled) == sorted(self.items)
        by_chat: dict[int, list[int]] = defaultdict(list)
        for row_id, lane, _ in self.handled:
            by_chat[lane].append(row_id)
        assert all(ids == sorted(ids) for ids in by_chat.values())


@pytest.fixture(autouse=True)
def tiny_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "ROOM", ROOM)
    monkeypatch.setattr(lanes, "PAGE", PAGE)


def stored(first: int, count: int, chats: int = 40) -> list[Item]:
    chosen = random.Random(first)
    return [(number, chosen.randrange(chats), None) for number in range(first, first + count)]


async def test_three_thousand_of_forty_chats_pass_through_a_tiny_room(
    supervisor: Supervisor,
) -> None:
    desk = Desk(supervisor, stored(1, 3000))
    await desk.handles_all()
    assert desk.most_held <= ROOM


async def test_batches_that_come_during_a_backlog_are_neither_lost_nor_doubled(
    supervisor: Supervisor,
) -> None:
    desk = Desk(supervisor, stored(1, 1000))
    for first in range(1001, 3001, 25):
        desk.arrives(*stored(first, 25))
        await asyncio.sleep(0)
    await desk.handles_all()
    assert desk.most_held <= ROOM


@pytest.mark.parametrize("waiting", [0, 3, PAGE])
async def test_what_comes_while_a_page_is_read_is_handled(
    supervisor: Supervisor, waiting: int
) -> None:
    desk = Desk(supervisor, stored(1, waiting))
    desk.may_answer.clear()
    await desk.reading.wait()
    desk.arrives(*stored(100, 2))
    desk.arrives(*stored(102, 1))
    desk.may_answer.set()
    await desk.handles_all()


async def test_what_comes_when_nothing_waits_is_handled_without_a_look_into_the_database(
    supervisor: Supervisor,
) -> None:
    desk = Desk(supervisor, [])
    await desk.handles_all()
    desk.reading.clear()
    desk.arrives(*stored(1, 5))
    await desk.handles_all()
    assert not desk.reading.is_set()


async def test_a_batch_larger_than_the_room_is_read_back_page_by_page(
    supervisor: Supervisor,
) -> None:
    desk = Desk(supervisor, [])
    await desk.handles_all()
    desk.arrives(*stored(1, 3 * ROOM))
    await desk.handles_all()
    assert desk.most_held <= ROOM


async def test_what_a_page_has_read_before_it_is_handed_over_is_taken_once(
    supervisor: Supervisor,
) -> None:
    desk = Desk(supervisor, stored(1, 3))
    desk.may_answer.clear()
    fresh = stored(4, 4, chats=2)
    desk.items.extend(fresh)
    await desk.reading.wait()
    desk.may_answer.set()
    async with asyncio.timeout(60):
        while not desk.lanes.idle:  # noqa: ASYNC110
            await asyncio.sleep(0.001)
    desk.lanes.hand_over(fresh)
    later = stored(8, 2, chats=2)
    desk.arrives(*later)
    await desk.handles_all()


@pytest.mark.parametrize("seed", range(60))
async def test_whenever_pages_are_read_nothing_is_skipped_and_nothing_doubled(
    supervisor: Supervisor, seed: int
) -> None:
    chosen = random.Random(seed)
    desk = Desk(supervisor, stored(1, chosen.randrange(2 * PAGE)))
    first = len(desk.items) + 1
    for _ in range(60):
        fresh = stored(first, chosen.randrange(1, PAGE), chats=5)
        first = fresh[-1][0] + chosen.randrange(1, 4)
        desk.items.extend(fresh)
        for _ in range(chosen.randrange(6)):
            await asyncio.sleep(0)
        desk.lanes.hand_over(fresh)
        for _ in range(chosen.randrange(12)):
            await asyncio.sleep(0)
    await desk.handles_all()
    assert desk.most_held <= ROOM
