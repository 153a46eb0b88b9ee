"""One program serves one database: a second refuses on SQLite and waits on PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot import instance
from bot.instance import AlreadyServed, FileLock, file_lock, leadership
from bot.settings import Settings, read_settings
from models.lock import Lock

POSTGRES = pytest.mark.parametrize("empty_database_url", ["postgresql"], indirect=True)
SQLITE = pytest.mark.parametrize("empty_database_url", ["sqlite"], indirect=True)
CUT_OFF = text(
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


def settings(url: str, home: Path) -> Settings:
    return read_settings(bot_token="100:TEST", database_url=url, data_dir=home, _env_file=None)


@pytest.fixture
async def lock(empty_database_url: str) -> AsyncIterator[Callable[[], Lock]]:
    """Locks of several programs on one database."""
    opened: list[Lock] = []

    def opens() -> Lock:
        opened.append(Lock(empty_database_url))
        return opened[-1]

    yield opens
    for one in opened:
        await one.release()


def test_a_second_lock_on_one_file_refuses_until_the_first_lets_go(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "new" / "shop.lock"), FileLock(tmp_path / "new/shop.lock")
    first.take()
    for _ in range(2):
        with pytest.raises(AlreadyServed, match="Another Prilavok"):
            second.take()
    first.release()
    second.take()
    second.release()
    second.release()


@SQLITE
async def test_on_sqlite_the_file_is_locked_and_nobody_is_elected(
    empty_database_url: str, tmp_path: Path
) -> None:
    configured = settings(empty_database_url, tmp_path)
    held = file_lock(configured)
    assert held is not None
    held.take()
    again = file_lock(configured)
    assert again is not None
    with pytest.raises(AlreadyServed):
        again.take()
    assert await leadership(configured) is None
    held.release()


@POSTGRES
async def test_the_second_leads_after_the_first_lets_go(
    empty_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "ASK_EVERY", 0.02)
    configured = settings(empty_database_url, tmp_path)
    assert file_lock(configured) is None
    first = await leadership(configured)
    assert first is not None
    waiting = asyncio.create_task(leadership(configured))
    done, _ = await asyncio.wait({waiting}, timeout=0.3)
    assert not done
    assert await first.still_held()
    await first.release()
    async with asyncio.timeout(60):
        second = await waiting
    assert second is not None
    assert await second.still_held()
    assert not await first.take()
    await first.release()
    await second.release()


@POSTGRES
async def test_of_several_that_ask_at_once_one_leads(lock: Callable[[], Lock]) -> None:
    asked = await asyncio.gather(*(lock().take() for _ in range(5)))
    assert asked.count(True) == 1


@POSTGRES
async def test_a_leader_that_is_cut_off_leads_no_more_and_another_does(
    lock: Callable[[], Lock], empty_database_url: str
) -> None:
    first, second = lock(), lock()
    assert await first.take()
    assert not await second.take()
    engine = create_async_engine(empty_database_url, poolclass=NullPool)
    async with engine.connect() as connection:
        await connection.execute(CUT_OFF)
    await engine.dispose()
    assert not await first.still_held()
    async with asyncio.timeout(60):
        while not await second.take():
            await second.wait(0.02)
    await first.release()
    assert not await first.take()
