"""Up and down on every database, with rows in it; what is newer than the program is refused."""

from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from models.base import Moment
from models.people import Customer
from models.schema import (
    SchemaTooNew,
    alembic_config,
    downgrade,
    metadata,
    newest_version,
    upgrade,
    version_of,
)
from models.store import Store

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def steps() -> list[str]:
    walked = ScriptDirectory.from_config(alembic_config()).walk_revisions()
    return [step.revision for step in walked][::-1]


async def inspected(url: str, look: object) -> object:
    engine = create_async_engine(url, poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(look)  # type: ignore[arg-type]
    finally:
        await engine.dispose()


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


async def test_every_step_goes_up_down_and_up_again(empty_database_url: str) -> None:
    for step in steps():
        await upgrade(empty_database_url, step)
        await downgrade(empty_database_url, "-1")
        await upgrade(empty_database_url, step)
    assert await version_of(empty_database_url) == newest_version()
    await downgrade(empty_database_url, "base")
    assert await inspected(empty_database_url, tables) == {"alembic_version"}


async def test_the_newest_step_keeps_what_is_stored(database_url: str) -> None:
    store = Store(database_url)
    async with store.change() as tx:
        tx.add(Customer(tg_id=1, name="Анна", created_at=NOW, seen_at=NOW))
    await store.close()
    if len(steps()) > 1:
        await downgrade(database_url, "-1")
    await upgrade(database_url)

    def names(connection: Connection) -> list[str]:
        return list(connection.execute(text("SELECT name FROM customer")).scalars())

    assert await inspected(database_url, names) == ["Анна"]


async def test_the_models_are_what_the_migrations_make(database_url: str) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": same_type})
        return list(compare_metadata(context, metadata))

    def same_type(context: object, there: object, here: object, *given: object) -> bool | None:
        return False if any(isinstance(one, Moment) for one in given) else None

    assert await inspected(database_url, differences) == []


async def test_a_database_of_a_newer_program_is_refused(database_url: str) -> None:
    def grows_newer(connection: Connection) -> None:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    await inspected(database_url, grows_newer)
    with pytest.raises(SchemaTooNew, match="9999"):
        await version_of(database_url)
    with pytest.raises(SchemaTooNew):
        await upgrade(database_url)
