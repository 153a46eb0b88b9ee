"""The schema as a whole: creating it, upgrading it, refusing one that is newer than the program."""

import importlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from models.base import Row

for _table_file in (
    *("cards", "fsm", "groups", "inbox", "journal", "labels", "messages", "opinions", "outbox"),
    *("people", "queues", "registry", "reviews", "tickets"),
    *("memory.complaints", "memory.consents", "memory.erasures", "memory.notices"),
    *("memory.profiles", "memory.segments", "memory.surveys", "memory.wishes"),
    *("trade.carts", "trade.feeds", "trade.money", "trade.orders", "trade.products"),
    "trade.returns",
):
    importlib.import_module(f"models.{_table_file}")

metadata = Row.metadata
HERE = Path(__file__).parent / "migrations"


class SchemaTooNew(Exception):
    """The database was made by a newer version of the program."""


class DatabaseUnusable(Exception):
    """The database can't be reached or is damaged; the message says so in plain words."""


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, without a file of its own."""
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["connection"] = connection
    return config


def current_version(connection: Connection) -> str | None:
    """The version that a database stands at; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def newest_version() -> str | None:
    """The version that this program knows."""
    return ScriptDirectory.from_config(alembic_config()).get_current_head()


def _refuse_newer(connection: Connection) -> str | None:
    current = current_version(connection)
    known = {
        step.revision for step in ScriptDirectory.from_config(alembic_config()).walk_revisions()
    }
    if current is not None and current not in known:
        raise SchemaTooNew(current)
    return current


async def version_of(url: str) -> str | None:
    """The version of a database; raises SchemaTooNew or DatabaseUnusable."""
    try:
        return await _with_connection(url, _refuse_newer)
    except (DBAPIError, OSError) as error:
        raise DatabaseUnusable(_plain(url, error)) from error


async def upgrade(url: str, target: str = "head") -> str | None:
    """Bring a database to the newest schema; return the version it had."""

    def run(connection: Connection) -> str | None:
        before = _refuse_newer(connection)
        if before != newest_version() or target != "head":
            command.upgrade(alembic_config(connection), target)
        return before

    return await _with_connection(url, run)


async def downgrade(url: str, target: str) -> str | None:
    """Bring a database back to an older schema."""

    def run(connection: Connection) -> str | None:
        before = current_version(connection)
        command.downgrade(alembic_config(connection), target)
        return before

    return await _with_connection(url, run)


async def _with_connection(url: str, work: Callable[[Connection], str | None]) -> str | None:
    engine = create_async_engine(url, poolclass=NullPool)
    if sqlite_file(url) is not None:
        _begin_before_changing_tables(engine)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(work)
    finally:
        await engine.dispose()


def _begin_before_changing_tables(engine: AsyncEngine) -> None:
    """Python's driver begins no transaction for DDL: a kill would leave half a schema."""

    @event.listens_for(engine.sync_engine, "connect")
    def connected(dbapi: Any, record: Any) -> None:
        dbapi.isolation_level = None

    @event.listens_for(engine.sync_engine, "begin")
    def begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")


def sqlite_file(url: str) -> Path | None:
    """The file of an SQLite database; None for PostgreSQL."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return None
    return Path(parsed.database)


async def prepare(url: str, stamp: str) -> Path | None:
    """Create an empty database or upgrade an older one, after a backup; return the backup.

    Raises SchemaTooNew and DatabaseUnusable.
    """
    path = sqlite_file(url)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    backup = None
    try:
        before = await version_of(url)
        if path is not None and before is not None:
            await _with_connection(url, _check_integrity)
            if before != newest_version():
                backup = path.with_name(f"{path.stem}-{before}-{stamp}.backup.db")
                _copy(path, backup)
        await upgrade(url)
    except (DBAPIError, OSError) as error:
        raise DatabaseUnusable(_plain(url, error)) from error
    return backup


def _check_integrity(connection: Connection) -> str | None:
    found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if found != "ok":
        raise DatabaseUnusable(
            f"The database is damaged ({found}). Restore the newest backup; nothing was changed."
        )
    return None


def _copy(source: Path, target: Path) -> None:
    with sqlite3.connect(source) as old, sqlite3.connect(target) as new:
        old.backup(new)
    old.close()
    new.close()


def _plain(url: str, error: Exception) -> str:
    shown = make_url(url).render_as_string(hide_password=True)
    reason = getattr(error, "orig", None) or error
    said = str(reason).strip().splitlines()[0] if str(reason).strip() else type(reason).__name__
    return f"The database {shown} can't be used: {said}"


def is_there(url: str) -> bool:
    """Whether there can be a database at all: an SQLite file exists, a server is always asked."""
    path = sqlite_file(url)
    return path is None or path.exists()
