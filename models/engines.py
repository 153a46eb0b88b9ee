"""How each database is connected to: one writer, several readers."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import (
    AsyncConnection,
    AsyncEngine,
    AsyncSession,
    create_async_engine,
)

from models.sqlite_link import Link, connect


class PlainSession(AsyncSession):
    """A session that ends in place: on SQLite ending one waits for nothing."""

    async def __aexit__(self, *failure: object) -> None:
        await self.close()


def write_engine(url: URL) -> AsyncEngine:
    """The one connection that writes; on SQLite what it stored survives a power cut."""
    if url.get_backend_name() != "sqlite":
        return create_async_engine(url, pool_size=1, max_overflow=0, pool_pre_ping=True)
    return _sqlite(
        url, 1, "BEGIN IMMEDIATE", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"
    )


def read_engine(url: URL) -> AsyncEngine:
    """Connections that only read."""
    if url.get_backend_name() != "sqlite":
        return create_async_engine(url, pool_size=4, max_overflow=4, pool_pre_ping=True)
    return _sqlite(url, 8, "BEGIN", "query_only=ON")


def _sqlite(url: URL, size: int, begin: str, *pragmas: str) -> AsyncEngine:
    async def creator() -> Link:
        return await connect(str(url.database), ("foreign_keys=ON", *pragmas))

    engine = create_async_engine(url, pool_size=size, max_overflow=0, async_creator=creator)
    dialect: Any = engine.dialect
    dialect.do_savepoint = _said("SAVEPOINT")
    dialect.do_release_savepoint = _said("RELEASE")
    dialect.do_rollback_to_savepoint = _said("ROLLBACK TO")

    @event.listens_for(engine.sync_engine, "begin")
    def begun(connection: Connection) -> None:
        if begin == "BEGIN":
            link_of(connection).say(begin)
        else:
            connection.exec_driver_sql(begin)

    return engine


def _said(words: str) -> Callable[[Connection, str], None]:
    def say(connection: Connection, name: str) -> None:
        link_of(connection).say(f"{words} {name}")

    return say


def link_of(connection: Connection) -> Link:
    """The driver's connection below one of SQLAlchemy's."""
    link = connection.connection.driver_connection
    if not isinstance(link, Link):
        raise TypeError("not a connection of ours")
    return link


def has_lost_its_transaction(connection: AsyncConnection) -> bool:
    """Cut off in the middle of a statement, or SQLite ended it itself, as on a full disk."""
    if connection.invalidated or connection.sync_connection is None:
        return True
    is_sqlite = connection.dialect.name == "sqlite"
    return is_sqlite and not link_of(connection.sync_connection).in_transaction
