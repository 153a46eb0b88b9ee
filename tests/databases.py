"""A database of its own for a test: SQLite always, PostgreSQL where TEST_POSTGRES_URL says one is.

Use the fixture `database_url` (schema there) or `empty_database_url` (nothing there).
"""

import os
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from models.schema import upgrade
from models.store import Store

KINDS = ("sqlite", "postgresql")
MISSING = "no PostgreSQL: TEST_POSTGRES_URL is not set"


@pytest.fixture(params=KINDS)
async def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """A database in which nothing is."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'test.db'}"
        return
    server = make_url(_postgres())
    name = f"prilavok_{uuid.uuid4().hex}"
    await _on_server(server, f'CREATE DATABASE "{name}"')
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        await _on_server(server, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
async def database_url(empty_database_url: str) -> str:
    """A database with the newest schema."""
    await upgrade(empty_database_url)
    return empty_database_url


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    """The two doors to such a database."""
    opened = Store(database_url)
    yield opened
    await opened.close()


def _postgres() -> str:
    address = os.environ.get("TEST_POSTGRES_URL")
    if address:
        return address
    if os.environ.get("CI"):
        pytest.fail(MISSING)
    pytest.skip(MISSING)


async def _on_server(server: URL, statement: str) -> None:
    engine = create_async_engine(server, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.execute(text(statement))
    finally:
        await engine.dispose()
