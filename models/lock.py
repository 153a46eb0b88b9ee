"""Who leads, on PostgreSQL: a session's advisory lock, gone when its connection is."""

import asyncio

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

KEY = 7_214_660_351


class Lock:
    """One connection that holds the lock."""

    def __init__(self, url: str) -> None:
        self._engine = create_async_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        self._connection: AsyncConnection | None = None
        self._held = False

    async def take(self) -> bool:
        """Try to lead; True when this process does."""
        if self._held:
            return True
        try:
            if self._connection is None:
                self._connection = await self._engine.connect()
            asked = text("SELECT pg_try_advisory_lock(:key)")
            self._held = bool(await self._connection.scalar(asked, {"key": KEY}))
        except (DBAPIError, OSError):
            await self.release()
        return self._held

    async def still_held(self) -> bool:
        """Whether the connection that leads still lives."""
        if self._connection is None:
            return False
        try:
            return bool(await self._connection.scalar(text("SELECT 1")))
        except (DBAPIError, OSError):
            return False

    async def wait(self, seconds: float) -> None:
        """Wait before asking again."""
        await asyncio.sleep(seconds)

    async def release(self) -> None:
        """Let the next one lead."""
        self._held = False
        if self._connection is not None:
            connection, self._connection = self._connection, None
            try:
                await connection.close()
            except (DBAPIError, OSError):
                return
        await self._engine.dispose()
