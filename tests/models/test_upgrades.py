"""An upgrade as the program does it: every table full, a copy first, newer databases untouched."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, MetaData, func, insert, select, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from models import schema

T = TypeVar("T")
MOMENT = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
NEXT_STEP = '''"""One column more."""

import sqlalchemy as sa
from alembic import op

revision = "9000"
down_revision = "{head}"


def upgrade() -> None:
    op.add_column("customer", sa.Column("nickname", sa.String(20)))


def downgrade() -> None:
    op.drop_column("customer", "nickname")
'''


async def on(url: str, work: Callable[[Connection], T]) -> T:
    engine = create_async_engine(url, poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(work)
    finally:
        await engine.dispose()


def steps() -> list[str]:
    known = ScriptDirectory.from_config(schema.alembic_config()).walk_revisions()
    return [step.revision for step in known][::-1]


def value_for(column: Column[Any]) -> Any:
    known = {int: 1, str: "x", bytes: b"x", bool: True, float: 1.0}
    known |= {datetime: MOMENT, date: MOMENT.date()}
    return known.get(column.type.python_type, {})


def reflected(connection: Connection) -> MetaData:
    found = MetaData()
    found.reflect(connection)
    return found


def fill(connection: Connection) -> None:
    """One row in every empty table, so that a step has something to carry over."""
    for table in reflected(connection).sorted_tables:
        held = connection.scalar(select(func.count()).select_from(table))
        if table.name != "alembic_version" and not held:
            row = {column.name: value_for(column) for column in table.columns}
            connection.execute(insert(table), row)


async def test_every_step_with_a_row_in_every_table(empty_database_url: str) -> None:
    below = "base"
    for step in steps():
        await schema.upgrade(empty_database_url, step)
        await on(empty_database_url, fill)
        await schema.downgrade(empty_database_url, below)
        await schema.upgrade(empty_database_url, step)
        below = step
    await on(empty_database_url, fill)
    assert await schema.downgrade(empty_database_url, "base") == steps()[-1]
    left = await on(empty_database_url, reflected)
    assert set(left.tables) == {"alembic_version"}


async def test_a_newer_database_is_not_prepared(database_url: str) -> None:
    def becomes_newer(connection: Connection) -> None:
        connection.execute(text("UPDATE alembic_version SET version_num = 'future'"))

    await on(database_url, becomes_newer)
    with pytest.raises(schema.SchemaTooNew, match="future"):
        await schema.prepare(database_url, "now")
    assert await on(database_url, schema.current_version) == "future"


@pytest.fixture
def moves_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """The program becomes one step newer."""

    def moves() -> None:
        ahead = tmp_path / "migrations"
        shutil.copytree(schema.HERE, ahead, ignore=shutil.ignore_patterns("__pycache__"))
        step = ahead / "versions" / "9000_next.py"
        step.write_text(NEXT_STEP.format(head=steps()[-1]), "utf-8")
        monkeypatch.setattr(schema, "HERE", ahead)

    return moves


@pytest.mark.parametrize("empty_database_url", ["sqlite"], indirect=True)
async def test_an_older_database_is_copied_before_its_upgrade(
    database_url: str, moves_on: Callable[[], None]
) -> None:
    await on(database_url, fill)
    older = schema.newest_version()
    assert await schema.prepare(database_url, "same") is None
    moves_on()
    backup = await schema.prepare(database_url, "before")
    assert backup is not None
    assert await schema.version_of(database_url) == "9000"
    with sqlite3.connect(backup) as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == (older,)
        assert copy.execute("SELECT count(*) FROM customer").fetchone() == (1,)
    copy.close()
    assert await schema.prepare(database_url, "again") is None


async def test_what_is_stored_outlives_the_next_step(
    database_url: str, moves_on: Callable[[], None]
) -> None:
    await on(database_url, fill)
    moves_on()
    await schema.prepare(database_url, "now")
    count = text("SELECT count(*) FROM customer WHERE nickname IS NULL")
    assert await on(database_url, lambda connection: connection.scalar(count)) == 1


async def test_an_empty_database_is_made_without_a_copy(empty_database_url: str) -> None:
    assert await schema.prepare(empty_database_url, "now") is None
    assert await schema.version_of(empty_database_url) == schema.newest_version()
