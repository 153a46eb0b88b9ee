"""Reading: a look within a look of the same task is the same look."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

Look = tuple[AsyncEngine, "asyncio.Task[Any] | None", AsyncSession]
_open: ContextVar[Look | None] = ContextVar("look", default=None)


@asynccontextmanager
async def looking(engine: AsyncEngine, kind: type[AsyncSession]) -> AsyncIterator[AsyncSession]:
    """A session to read with: of one moment, and of one connection for all that read within."""
    outer, task = _open.get(), asyncio.current_task()
    if outer is not None and outer[0] is engine and outer[1] is task:
        yield outer[2]
        return
    async with kind(engine, expire_on_commit=False, autoflush=False) as session:
        token = _open.set((engine, task, session))
        try:
            yield session
        finally:
            _open.reset(token)
