"""Order within a chat, chats side by side, memory bounded however much is stored."""

import asyncio
import random
from collections import defaultdict
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.lanes import PAGE, ROOM, Item, Lanes
from bot.supervisor import Supervisor


class Stored:
    """A database of numbered items, and what was handled of them."""

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.handled: dict[int, list[int]] = defaultdict(list)
        self.running: set[int] = set()
        self.most_held = 0
        self.lanes: Lanes | None = None

    async def load(self, after: int, limit: int) -> list[Item]:
        assert limit <= PAGE
        await asyncio.sleep(0)
        return [item for item in self.items if item[0] > after][:limit]

    async def handle(self, item: Item) -> None:
        row_id, lane, _ = item
        assert lane not in self.running
        self.running.add(lane)
        await asyncio.sleep(0)
        self.running.discard(lane)
        self.handled[lane].append(row_id)
        self.most_held = max(self.most_held, self.lanes._held if self.lanes else 0)

    @property
    def count(self) -> int:
        return sum(map(len, self.handled.values()))


@pytest.fixture
async def supervisor() -> AsyncIterator[Supervisor]:
    opened = Supervisor()
    yield opened
    await opened.stop(30.0)


def items(count: int, lanes: int, seed: int = 1) -> list[Item]:
    chosen = random.Random(seed)
    return [(number, chosen.randrange(lanes), None) for number in range(1, count + 1)]


async def runs(stored: Stored, supervisor: Supervisor, **given: Any) -> Lanes:
    lanes = stored.lanes = Lanes(stored.handle, stored.load, supervisor, **given)
    supervisor.start(lanes.run(), "lanes")
    return lanes


async def until(condition: Any) -> None:
    async with asyncio.timeout(60):
        while not condition():  # noqa: ASYNC110 - anything may change it
            await asyncio.sleep(0.001)


async def test_a_backlog_is_handled_in_order_and_never_held_whole(supervisor: Supervisor) -> None:
    stored = Stored(items(6000, 50))
    lanes = await runs(stored, supervisor)
    await until(lambda: stored.count == 6000 and lanes.idle)
    assert all(ids == sorted(ids) for ids in stored.handled.values())
    assert stored.most_held <= ROOM


async def test_one_chat_with_a_backlog_keeps_its_order(supervisor: Supervisor) -> None:
    stored = Stored(items(3000, 1))
    await runs(stored, supervisor)
    await until(lambda: stored.count == 3000)
    assert stored.handled[0] == list(range(1, 3001))


async def test_what_arrives_during_a_backlog_comes_once_and_in_order(
    supervisor: Supervisor,
) -> None:
    stored = Stored(items(2500, 20))
    lanes = await runs(stored, supervisor)
    for number in range(2501, 4001):
        item = (number, number % 20, None)
        stored.items.append(item)
        lanes.hand_over([item])
        if number % 50 == 0:
            await asyncio.sleep(0)
    await until(lambda: stored.count == 4000)
    assert all(ids == sorted(ids) for ids in stored.handled.values())
    assert stored.most_held <= ROOM


async def test_no_more_chats_at_once_than_the_width(supervisor: Supervisor) -> None:
    stored = Stored(items(500, 500))
    most = 0
    handle = stored.handle

    async def counted(item: Item) -> None:
        nonlocal most
        most = max(most, len(stored.running) + 1)
        await handle(item)

    stored.handle = counted  # type: ignore[method-assign]
    await runs(stored, supervisor, width=4)
    await until(lambda: stored.count == 500)
    assert most <= 4


async def test_a_waiting_chat_does_not_hold_up_others(supervisor: Supervisor) -> None:
    stored = Stored([(1, 1, None), (2, 1, None), (3, 2, None)])
    release = asyncio.Event()
    handle = stored.handle

    async def slow(item: Item) -> None:
        if item[0] == 1:
            await release.wait()
        await handle(item)

    stored.handle = slow  # type: ignore[method-assign]
    await runs(stored, supervisor)
    await until(lambda: stored.handled[2] == [3])
    assert not stored.handled[1]
    release.set()
    await until(lambda: stored.handled[1] == [1, 2])
