"""A database that fails: nobody is told that something is stored which is not."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from models.people import Customer
from models.store import Store, StoreFault
from models.turn import Turn

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
SQLITE = pytest.mark.parametrize("empty_database_url", ["sqlite"], indirect=True)
POSTGRES = pytest.mark.parametrize("empty_database_url", ["postgresql"], indirect=True)
BREAKS = text("""
    CREATE TRIGGER breaks AFTER INSERT ON customer WHEN NEW.tg_id = 666
    BEGIN SELECT RAISE(ROLLBACK, 'the disk is gone'); END
""")
HEALS = text("DROP TRIGGER breaks")
CUTS = text("SELECT pg_terminate_backend(:pid)")


async def adds(store: Store, tg_id: int) -> None:
    async with store.change() as tx:
        tx.add(Customer(tg_id=tg_id, created_at=NOW, seen_at=NOW))


async def stored(store: Store) -> set[int]:
    async with store.look() as tx:
        return set((await tx.execute(select(Customer.tg_id))).scalars())


@pytest.fixture
def commits(store: Store) -> list[int]:
    """Grows with every commit of the writer."""
    counted: list[int] = []
    event.listen(store._write.sync_engine, "commit", lambda connection: counted.append(1))
    return counted


@pytest.fixture
async def administers(database_url: str) -> AsyncIterator[Callable[..., Any]]:
    """Somebody else's connection to the same database."""
    engine = create_async_engine(database_url, poolclass=NullPool)

    async def runs(statement: Any, **given: Any) -> None:
        async with engine.begin() as connection:
            await connection.execute(statement, given)

    yield runs
    await engine.dispose()


async def test_fifty_stories_at_once_are_stored_in_far_fewer_commits(
    store: Store, commits: list[int]
) -> None:
    await asyncio.gather(*(adds(store, number) for number in range(50)))
    assert await stored(store) == set(range(50))
    assert len(commits) <= 5


async def test_two_hundred_read_then_write_at_once_give_two_hundred(store: Store) -> None:
    await adds(store, 0)

    async def counts() -> None:
        async with store.change() as tx:
            row = (await tx.execute(select(Customer))).scalar_one()
            seen = row.tg_id
            await asyncio.sleep(0)
            row.tg_id = seen + 1

    await asyncio.gather(*(counts() for _ in range(200)))
    assert await stored(store) == {200}


async def results_of(store: Store, *tg_ids: int) -> set[int]:
    """What was confirmed, of several at once; every other one is a fault of the store."""
    adding = (adds(store, tg_id) for tg_id in tg_ids)
    results = await asyncio.gather(*adding, return_exceptions=True)
    assert {type(result) for result in results} <= {type(None), StoreFault}
    return {tg_id for tg_id, result in zip(tg_ids, results, strict=True) if result is None}


@SQLITE
async def test_a_database_that_rolls_back_by_itself_confirms_nobody_before_it(
    store: Store, administers: Callable[..., Any]
) -> None:
    await adds(store, 1)
    await administers(BREAKS)
    confirmed = await results_of(store, 2, 3, 666, 4)
    assert not confirmed & {2, 3, 666}
    assert await stored(store) == {1} | confirmed
    await administers(HEALS)
    await adds(store, 9)
    assert await stored(store) == {1, 9} | confirmed


@SQLITE
async def test_a_full_disk_confirms_nothing_that_is_not_stored(store: Store) -> None:
    await adds(store, 1)
    async with store.change() as tx:
        pages = await tx.scalar(text("PRAGMA page_count"))
        await tx.execute(text(f"PRAGMA max_page_count = {pages + 2}"))

    async def grows(tg_id: int, size: int) -> None:
        async with store.change() as tx:
            tx.add(Customer(tg_id=tg_id, name="x" * size, created_at=NOW, seen_at=NOW))

    results = await asyncio.gather(
        grows(2, 1), grows(3, 1), grows(4, 3_000_000), return_exceptions=True
    )
    assert [type(result) for result in results] == [StoreFault] * 3
    assert await stored(store) == {1}
    await adds(store, 9)
    assert await stored(store) == {1, 9}


@POSTGRES
async def test_a_story_cancelled_in_the_middle_of_a_statement_leaves_nobody_waiting(
    store: Store,
) -> None:
    asks = asyncio.Event()

    async def hangs() -> None:
        async with store.change() as tx:
            asks.set()
            await tx.execute(text("SELECT pg_sleep(60)"))

    tasks = [asyncio.create_task(one) for one in (adds(store, 2), hangs(), adds(store, 3))]
    await asks.wait()
    await asyncio.sleep(0.1)
    tasks[1].cancel()
    async with asyncio.timeout(60):
        results = await asyncio.gather(*tasks, return_exceptions=True)
        await adds(store, 9)
    assert isinstance(results[1], asyncio.CancelledError)
    confirmed = {one for one, result in ((2, results[0]), (3, results[2])) if result is None}
    assert await stored(store) == {9} | confirmed


@POSTGRES
async def test_a_writer_that_is_cut_off_fails_its_batch_and_works_again(
    store: Store, administers: Callable[..., Any]
) -> None:
    await adds(store, 1)
    turns = [Turn(bot_id=1, now=NOW) for _ in range(4)]

    async def story(number: int) -> None:
        async with store.change(turns[number - 2]) as tx:
            tx.add(Customer(tg_id=number, created_at=NOW, seen_at=NOW))
            if number == 5:
                await administers(CUTS, pid=await tx.scalar(text("SELECT pg_backend_pid()")))

    results = await asyncio.gather(*map(story, range(2, 6)), return_exceptions=True)
    assert [type(result) for result in results] == [StoreFault] * 4
    assert not any(turn.done for turn in turns)
    assert await stored(store) == {1}
    await adds(store, 9)
    assert await stored(store) == {1, 9}


@POSTGRES
async def test_a_writer_cut_off_while_idle_is_not_noticed_by_more_than_one_change(
    store: Store, administers: Callable[..., Any]
) -> None:
    async with store.change() as tx:
        pid = await tx.scalar(text("SELECT pg_backend_pid()"))
    await administers(CUTS, pid=pid)
    results = await asyncio.gather(adds(store, 1), return_exceptions=True)
    assert [type(result) for result in results] in ([StoreFault], [type(None)])
    await adds(store, 2)
    assert await stored(store) == {2} | ({1} if results == [None] else set())
