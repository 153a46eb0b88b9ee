"""The door to the one writer: visitors one at a time, urgent ones first, sharing commits."""

import asyncio
from collections import deque
from collections.abc import Coroutine
from typing import Any


class Door:
    """A lock with a queue; whoever leaves hands it to the next."""

    def __init__(self) -> None:
        self._taken = False
        self._queue: deque[asyncio.Future[None]] = deque()

    def __len__(self) -> int:
        """How many wait."""
        return len(self._queue)

    async def enter(self, *, urgent: bool = False) -> None:
        """Wait for one's turn."""
        if not self._taken:
            self._taken = True
            return
        turn = asyncio.get_running_loop().create_future()
        if urgent:
            self._queue.appendleft(turn)
        else:
            self._queue.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():
                self.leave()
            elif turn in self._queue:
                self._queue.remove(turn)
            raise

    def leave(self) -> None:
        """Let the next one in."""
        while self._queue:
            turn = self._queue.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._taken = False


class Batch:
    """Changes that share one commit, a savepoint each."""

    def __init__(self) -> None:
        self.size = 0
        self.promised = False
        self.committed: asyncio.Future[None] = asyncio.get_running_loop().create_future()


async def to_the_end(work: Coroutine[Any, Any, None]) -> None:
    """Wait for a commit even when told to give up: the connection is in use until it ends."""
    running = asyncio.get_running_loop().create_task(work)
    given_up = False
    while not running.done():
        try:
            await asyncio.wait({running})
        except asyncio.CancelledError:
            given_up = True
    running.result()
    if given_up:
        raise asyncio.CancelledError
