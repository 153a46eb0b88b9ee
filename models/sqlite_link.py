"""SQLite without a thread hop for every statement: only what may wait for the disk leaves the loop.

A driver that runs each call in a thread pays four hops a statement, more than the statement
itself. Here statements run in place, for they touch memory and the page cache; committing, rolling
back and waiting for another writer wait for disk and locks and run in the connection's thread.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
BEGIN_WRITING = "BEGIN IMMEDIATE"
SLOW = "/* slow */"  # after the verb of a statement that touches very many rows
WAITING = (
    *("COMMIT", "ROLLBACK", "VACUUM", "PRAGMA wal_checkpoint"),
    *(f"UPDATE {SLOW}", f"SELECT {SLOW}", f"DELETE {SLOW}"),
)
BUSY_SECONDS = 5.0
PATIENTLY = f"PRAGMA busy_timeout={BUSY_SECONDS * 1000:.0f}"


class Cursor:
    """A cursor as SQLAlchemy's asyncio adaption expects it."""

    def __init__(self, link: "Link", cursor: sqlite3.Cursor) -> None:
        self._link = link
        self._cursor = cursor
        self._slow = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)

    async def __aenter__(self) -> "Cursor":
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> "Cursor":
        """Run one statement."""
        if statement == BEGIN_WRITING:
            await self._link.begin_writing()
        elif statement.startswith(WAITING):
            self._slow = True
            await self._link.in_thread(lambda: self._cursor.execute(statement, parameters))
        else:
            self._cursor.execute(statement, parameters)
        return self

    async def executemany(self, statement: str, parameters: Sequence[Sequence[Any]]) -> "Cursor":
        """Run one statement for each set of parameters."""
        self._cursor.executemany(statement, parameters)
        return self

    async def fetchall(self) -> list[Any]:
        """Every row that is left."""
        if self._slow:
            return await self._link.in_thread(self._cursor.fetchall)
        return self._cursor.fetchall()

    async def close(self) -> None:
        """Let go of the statement."""
        self._cursor.close()


class Link:
    """One connection; never used by two tasks at once, which its pool sees to."""

    def __init__(self, thread: ThreadPoolExecutor, connection: sqlite3.Connection) -> None:
        self._thread = thread
        self._connection: sqlite3.Connection | None = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    async def in_thread(self, work: Callable[[], T]) -> T:
        """Do what may wait; given up on, it is still waited for, as the connection is in use."""
        running = asyncio.get_running_loop().run_in_executor(self._thread, work)
        try:
            return await asyncio.shield(running)
        except asyncio.CancelledError:
            await asyncio.wait({running})
            raise

    async def begin_writing(self) -> None:
        """Take the right to write: at once when it is free, else waited for in the thread."""
        connection = self._connection
        if connection is None:
            raise sqlite3.OperationalError("connection closed")
        try:
            connection.execute("PRAGMA busy_timeout=0").close()
            connection.execute(BEGIN_WRITING).close()
        except sqlite3.OperationalError:
            connection.execute(PATIENTLY).close()
            await self.in_thread(lambda: connection.execute(BEGIN_WRITING).close())
        else:
            connection.execute(PATIENTLY).close()

    async def create_function(self, *definition: Any, **given: Any) -> None:
        """Teach SQLite a function."""
        if self._connection is not None:
            self._connection.create_function(*definition, **given)

    def say(self, statement: str) -> None:
        """Run what neither waits nor answers, such as a savepoint."""
        if self._connection is None:
            raise sqlite3.OperationalError("connection closed")
        self._connection.execute(statement).close()

    def run(self, statement: str, parameters: Sequence[Any]) -> tuple[list[Any], int]:
        """Run one statement that does not wait; its rows, and how many it touched."""
        if self._connection is None:
            raise sqlite3.OperationalError("connection closed")
        cursor = self._connection.execute(statement, parameters)
        rows = cursor.fetchall()
        touched = cursor.rowcount
        cursor.close()
        return rows, touched

    def cursor(self) -> Cursor:
        """A new cursor."""
        if self._connection is None:
            raise ValueError("connection closed")
        return Cursor(self, self._connection.cursor())

    async def commit(self) -> None:
        """Store what was written."""
        if self._connection is not None:
            await self.in_thread(self._connection.commit)

    async def rollback(self) -> None:
        """Forget what was written."""
        if self._connection is not None and self._connection.total_changes:
            await self.in_thread(self._connection.rollback)
        elif self._connection is not None:
            self._connection.rollback()

    async def close(self) -> None:
        """End the connection and its thread."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await self.in_thread(connection.close)
        self._thread.shutdown(wait=False)

    def stop(self) -> None:
        """End at once, without a loop to wait on."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
        self._thread.shutdown(wait=False)


async def connect(path: str, pragmas: Sequence[str]) -> Link:
    """Open a connection and set it up."""
    thread = ThreadPoolExecutor(1, "sqlite")

    def opening() -> sqlite3.Connection:
        connection = sqlite3.connect(
            path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()
        return connection

    try:
        opened = await asyncio.get_running_loop().run_in_executor(thread, opening)
    except BaseException:
        thread.shutdown(wait=False)
        raise
    return Link(thread, opened)
