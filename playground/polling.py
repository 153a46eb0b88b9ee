"""Long polling of one bot, with the Bot API server's rules."""

from __future__ import annotations

import asyncio
from typing import Any

from playground.accounts import Bot
from playground.clock import Clock
from playground.errors import ApiError
from playground.updates import Event

MOST_EVENTS = 100
LONGEST = 50
GATHERING = 0.002
TOO_SOON = 0.5
SOON = 3.0


def conflict(reason: str) -> ApiError:
    return ApiError(409, f"Conflict: {reason}")


TERMINATED = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


class Poller:
    """Only one request waits at a time: a newer one ends the older."""

    def __init__(self, bot: Bot, clock: Clock) -> None:
        self.bot = bot
        self.clock = clock
        self._waiting: asyncio.Future[str] | None = None
        self._last_offset: int | None = None
        self._last_start = 0.0

    async def poll(
        self, offset: int, limit: int, patience: int, allowed: list[str] | None
    ) -> list[Event]:
        if self.bot.webhook is not None:
            raise conflict(WEBHOOK)
        self.end(TERMINATED)
        self.bot.updates.allow(allowed)
        limit = limit if 1 <= limit <= MOST_EVENTS else MOST_EVENTS
        limit, patience = self._slowed(offset, limit, patience)
        return await self._next(offset, limit, min(max(patience, 0), LONGEST))

    def _slowed(self, offset: int, limit: int, patience: int) -> tuple[int, int]:
        """The same offset again at once: Telegram gives less or waits longer."""
        now = asyncio.get_running_loop().time()
        if offset == self._last_offset:
            if now < self._last_start + SOON:
                patience = max(patience, int(SOON))
            if now < self._last_start + TOO_SOON:
                limit = 1
        self._last_offset, self._last_start = offset, now
        return limit, patience

    async def _next(self, offset: int, limit: int, patience: int) -> list[Event]:
        queue = self.bot.updates
        loop = asyncio.get_running_loop()
        deadline = loop.time() + patience
        mine: asyncio.Future[str] = loop.create_future()
        self._waiting = mine
        while not (batch := queue.take(offset, limit, self.clock.now())):
            if not await self._arrival(mine, deadline - loop.time()):
                break
            await asyncio.sleep(GATHERING)
        if mine.done():
            raise conflict(mine.result())
        self._waiting = None
        return batch

    async def _arrival(self, mine: asyncio.Future[str], seconds: float) -> bool:
        if seconds <= 0:
            return False
        arrived = self.bot.updates.arrived
        arrival = asyncio.ensure_future(arrived.wait())
        try:
            both: set[asyncio.Future[Any]] = {arrival, mine}
            await asyncio.wait(both, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            arrival.cancel()
        return arrived.is_set() and not mine.done()

    def end(self, reason: str) -> None:
        """The request that waits now is answered 409."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(reason)
        self._waiting = None
