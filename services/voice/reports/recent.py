"""Figures that were counted a moment ago, so that turning a page does not count them again."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

FRESH = timedelta(minutes=2)
T = TypeVar("T")


class Recent:
    """The last figures by name; they are counted by one at a time."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[datetime, Any]] = {}
        self._turn = asyncio.Lock()

    async def renew(self, name: str, now: datetime, count: Callable[[datetime], Awaitable[T]]) -> T:
        """Count anew."""
        async with self._turn:
            found = await count(now)
            self._held[name] = (now, found)
        return found

    async def read(self, name: str, now: datetime, count: Callable[[datetime], Awaitable[T]]) -> T:
        """As they were FRESH ago at most."""
        held = self._held.get(name)
        if held is not None and timedelta() <= now - held[0] < FRESH:
            found: T = held[1]
            return found
        return await self.renew(name, now, count)
