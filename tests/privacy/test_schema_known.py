"""No table and no column with personal data that export, erasure and retention do not know."""

from sqlalchemy import MetaData, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from models.own.entry import DELETE, EMPTY, KEEP, NEVER
from models.own.inventory import INVENTORY, PERSONAL, columns_of, unknown
from models.own.terms import TERMS, UNTIL_ERASED
from models.schema import metadata

ALEMBIC = "alembic_version"


async def reflected(url: str) -> dict[str, list[str]]:
    """What a database really holds."""
    engine, found = create_async_engine(url), MetaData()
    async with engine.connect() as connection:
        await connection.run_sync(found.reflect)
    await engine.dispose()
    return {name: columns for name, columns in columns_of(found).items() if name != ALEMBIC}


async def test_every_table_and_column_of_a_migrated_database_is_known(database_url: str) -> None:
    assert unknown(await reflected(database_url)) == []
    assert make_url(database_url).get_backend_name() in ("sqlite", "postgresql")


def test_every_table_and_column_of_the_program_is_known() -> None:
    assert unknown(columns_of(metadata)) == []


def test_a_table_or_column_that_is_added_is_found() -> None:
    engine, found = create_engine("sqlite://"), MetaData()
    metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE customer ADD COLUMN shoe_size INTEGER"))
        connection.execute(text("CREATE TABLE diary (id INTEGER PRIMARY KEY, words TEXT)"))
        found.reflect(connection)
    engine.dispose()
    assert unknown(columns_of(found)) == ["customer.shoe_size", "diary"]


def test_whoever_points_at_a_customer_is_personal() -> None:
    pointing = {
        table.name
        for table in metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name in ("customer", "ticket", "shop_order", "message")
    }
    assert pointing <= {name for name, entry in INVENTORY.items() if entry.is_personal}


def test_whatever_is_personal_says_how_it_is_erased() -> None:
    for entry in INVENTORY.values():
        assert entry.is_personal == (entry.erase != NEVER), entry.table
        assert entry.erase in (DELETE, NEVER) or entry.why, entry.table
        assert bool(entry.emptied) == (entry.erase == EMPTY), entry.table
        assert entry.section or entry.why or entry.table == "relay", entry.table
        assert entry.erase != KEEP or entry.waits, entry.table


def test_no_column_is_listed_twice() -> None:
    for entry in INVENTORY.values():
        listed = [*entry.exported, *entry.others.split()]
        assert len(listed) == len(set(listed)), entry.table


def test_whatever_is_personal_has_a_term_or_says_why_not() -> None:
    timed = {term.table for term in TERMS}
    timed |= {name for term in TERMS for name, _ in term.before}
    assert timed.isdisjoint(UNTIL_ERASED)
    assert {entry.table for entry in PERSONAL} - timed == set(UNTIL_ERASED)
