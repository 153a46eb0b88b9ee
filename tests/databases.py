"""A database of its own for a test: SQLite always, PostgreSQL where TEST_POSTGRES_URL says one is.

Use the fixture `database_url` (schema there) or `empty_database_url` (nothing there).
"""

import asyncio
import os
import shutil
import uuid
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import make_url

from models.schema import upgrade
from models.store import Store

KINDS = ("sqlite", "postgresql")
MISSING = "no PostgreSQL: TEST_POSTGRES_URL is not set"


@pytest.fixture(scope="session")
def newest_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the newest schema, to be copied: its migrations run once."""
    path = tmp_path_factory.mktemp("newest") / "newest.db"
    _migrate(f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def newest_postgresql() -> Iterator[str]:
    """The name of such a database on the server; it sorts texts as languages do."""
    with _on_postgresql("template0", "LOCALE_PROVIDER icu ICU_LOCALE 'en-US'") as url:
        _migrate(url)
        yield str(make_url(url).database)


@pytest.fixture(params=KINDS)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database in which nothing is; for `database_url` a copy of the newest one at once."""
    newest = "database_url" in request.fixturenames
    if request.param == "sqlite":
        path = tmp_path / "test.db"
        if newest:
            shutil.copyfile(request.getfixturevalue("newest_sqlite"), path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    template = request.getfixturevalue("newest_postgresql") if newest else "template1"
    with _on_postgresql(template) as url:
        yield url


@pytest.fixture
def database_url(empty_database_url: str) -> str:
    """A database with the newest schema."""
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


@contextmanager
def _on_postgresql(template: str, sorted_by: str = "") -> Iterator[str]:
    server = make_url(_postgres())
    name = f"prilavok_{uuid.uuid4().hex}"
    with psycopg.connect(
        server.set(drivername="postgresql").render_as_string(hide_password=False), autocommit=True
    ) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" {sorted_by}')
        try:
            yield server.set(database=name).render_as_string(hide_password=False)
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _migrate(url: str) -> None:
    """Run the migrations beside whatever loop a test may have."""
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, upgrade(url)).result()
