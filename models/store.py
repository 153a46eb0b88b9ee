"""The two doors to the database: `look()` reads, `change()` writes through one writer."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from sqlalchemy.engine import make_url
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from models import fsm, inbox
from models.door import Batch, Door, to_the_end
from models.engines import PlainSession, has_lost_its_transaction, read_engine, write_engine
from models.looks import looking
from models.turn import Turn

SHARED_COMMIT = 32
OWN_FAULT = (IntegrityError, DataError, ProgrammingError)
Session = AsyncSession


class StoreFault(Exception):
    """The database could not do its work: nothing of the change is stored; try again later."""


class AlreadyHandled(Exception):
    """The update was handled before: an earlier commit was stored though its answer was lost."""


class Store:
    """One database; many readers, one writer."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._write = write_engine(self.url)
        self._read = read_engine(self.url)
        self._session = PlainSession if self.is_sqlite else AsyncSession
        self._door = Door()
        self._closed = False
        self._conn: AsyncConnection | None = None
        self._batch: Batch | None = None
        self.on_promise: Callable[[], None] = lambda: None
        self.on_fsm: Callable[[Turn], None] = lambda turn: None

    async def close(self) -> None:
        """Let go of both engines."""
        await self._door.enter()
        self._closed = True
        await self._drop()
        self._door.leave()
        await self._write.dispose()
        await self._read.dispose()

    @asynccontextmanager
    async def look(self) -> AsyncIterator[AsyncSession]:
        """Read; nothing can be written through this door."""
        try:
            async with looking(self._read, self._session) as session:
                yield session
        except OWN_FAULT:
            raise
        except DBAPIError as error:
            raise StoreFault(str(error.orig)) from error

    @asynccontextmanager
    async def change(
        self, turn: Turn | None = None, *, urgent: bool = False
    ) -> AsyncIterator[AsyncSession]:
        """Write: all of the block is stored when it is left, or none of it.

        Changes that wait share a commit; an urgent one goes first and is committed at once.

        Leaving it also stores what the turn buffered and marks its update done.
        Raises StoreFault when the database fails; whatever the block raises passes through.
        """
        if turn is not None and turn.done:
            raise RuntimeError("one update, one transaction: this turn is closed already")
        await self._enter(urgent)
        try:
            batch = await self._open()
            promised = False
            try:
                async with self._session(
                    self._conn, join_transaction_mode="create_savepoint", expire_on_commit=False
                ) as session:
                    yield session
                    await _close_turn(session, turn)
                    promised = bool(session.info.get("promised"))
                    await session.commit()
            except BaseException as error:
                if not self._is_lost(error):
                    await self._commit_if_last(batch)
                    raise
                await to_the_end(self._fail(error))
                if not isinstance(error, Exception):
                    raise
                raise StoreFault(str(getattr(error, "orig", error))) from error
            batch.size += 1
            batch.promised |= promised
            await self._commit_if_last(batch, urgent)
        finally:
            self._door.leave()
        await asyncio.shield(batch.committed)
        if turn is not None:
            turn.done = True
            self.on_fsm(turn)

    async def _enter(self, urgent: bool) -> None:
        try:
            await self._door.enter(urgent=urgent)
        except asyncio.CancelledError:
            await asyncio.shield(self._commit_for_others())
            raise

    async def _commit_for_others(self) -> None:
        await self._door.enter()
        try:
            if self._batch is not None:
                await self._commit_if_last(self._batch)
        finally:
            self._door.leave()

    async def _open(self) -> Batch:
        if self._closed:
            raise StoreFault("the database is closed")
        if self._batch is None:
            await self._begin()
            self._batch = Batch()
        return self._batch

    async def _begin(self) -> None:
        try:
            if self._conn is None:
                self._conn = await self._write.connect()
            await self._conn.begin()
            await asyncio.sleep(0)  # who wants to write as well now shares the commit
        except (DBAPIError, OSError) as error:
            await self._drop()
            raise StoreFault(str(error)) from error
        except BaseException:
            await asyncio.shield(self._drop())
            raise

    async def _commit_if_last(self, batch: Batch, urgent: bool = False) -> None:
        if len(self._door) and batch.size < SHARED_COMMIT and not urgent:
            return
        if self._conn is None or self._batch is not batch:
            return
        await to_the_end(self._commit(self._conn, batch))

    async def _commit(self, conn: AsyncConnection, batch: Batch) -> None:
        try:
            await conn.commit()
        except DBAPIError as error:
            await self._fail(error)
            raise StoreFault(str(error.orig)) from error
        self._batch = None
        batch.committed.set_result(None)
        if batch.promised:
            self.on_promise()

    def _is_lost(self, error: BaseException) -> bool:
        if isinstance(error, DBAPIError) and not isinstance(error, OWN_FAULT):
            return True
        return self._conn is None or has_lost_its_transaction(self._conn)

    async def _fail(self, error: BaseException) -> None:
        batch, self._batch = self._batch, None
        await self._drop()
        if batch is not None and not batch.committed.done():
            batch.committed.set_exception(StoreFault(str(error)))
            batch.committed.exception()

    async def _drop(self) -> None:
        conn, self._conn = self._conn, None
        if conn is None:
            return
        try:
            await conn.invalidate()
        finally:
            await conn.close()


async def _close_turn(session: AsyncSession, turn: Turn | None) -> None:
    if turn is None:
        return
    await fsm.write(session, turn.fsm)
    if turn.inbox_id is not None and not await inbox.finish(session, turn.inbox_id, turn.now):
        raise AlreadyHandled
