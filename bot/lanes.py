"""Updates of one chat in order, chats side by side, memory bounded."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bot.supervisor import Supervisor

ROOM = 2000
PAGE = 500
WIDTH = 32

Item = tuple[int, int, Any]
Loader = Callable[[int, int], Awaitable[Sequence[Item]]]


class Lanes:
    """Hands stored updates to `handle`; at most `width` chats at once.

    When more are stored than fit, they stay in the database and are read page by page.
    """

    def __init__(
        self,
        handle: Callable[[Item], Awaitable[None]],
        load: Loader,
        supervisor: Supervisor,
        width: int = WIDTH,
    ) -> None:
        self._handle = handle
        self._load = load
        self._supervisor = supervisor
        self._width = asyncio.Semaphore(width)
        self._lanes: dict[int, deque[Item]] = {}
        self._held = 0
        self._last = 0
        self._behind = True
        self._arrived = False
        self._more = asyncio.Event()
        self._more.set()

    @property
    def crowded(self) -> bool:
        """More chats wait than are handled at once."""
        return self._width.locked()

    @property
    def idle(self) -> bool:
        """Nothing stored waits to be handled."""
        return self._held == 0 and not self._behind

    def hand_over(self, items: Sequence[Item]) -> None:
        """Take freshly stored updates, or remember that they wait in the database.

        Ids only rise: a page that was read since they were stored has taken those up to its last.
        """
        if self._behind or self._held + len(items) > ROOM:
            self._behind = self._arrived = True
            self._more.set()
            return
        taken = self._last
        for item in items:
            if item[0] > taken:
                self._put(item)

    async def run(self) -> None:
        """Read what waits in the database whenever there is room for it."""
        self._more.set()
        while not self._supervisor.stopping.is_set():
            await self._supervisor.until_stop(self._more.wait())
            self._more.clear()
            while self._behind and self._held < ROOM // 2:
                if self._supervisor.stopping.is_set():
                    return
                await self._read_page()

    async def _read_page(self) -> None:
        self._arrived = False
        page = await self._load(self._last, PAGE)
        self._behind = self._arrived or len(page) == PAGE
        for item in page:
            self._put(item)

    def _put(self, item: Item) -> None:
        row_id, lane, _ = item
        self._last = max(self._last, row_id)
        self._held += 1
        waiting = self._lanes.get(lane)
        if waiting is not None:
            waiting.append(item)
            return
        self._lanes[lane] = deque([item])
        self._supervisor.start(self._drain(lane), f"lane {lane}")

    async def _drain(self, lane: int) -> None:
        waiting = self._lanes[lane]
        try:
            while waiting and not self._supervisor.stopping.is_set():
                async with self._width:
                    await self._handle(waiting[0])
                waiting.popleft()
                self._held -= 1
        finally:
            del self._lanes[lane]
            if self._behind and self._held < ROOM // 2:
                self._more.set()
