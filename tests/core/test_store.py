"""Shared commits: all of a story or none of it, and nothing confirmed that is not stored."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from models import inbox
from models.inbox import Arrival
from models.people import Customer
from models.schema import upgrade
from models.store import AlreadyHandled, Store, StoreFault
from models.turn import Turn
from tests.core.customers import NOW, adds, customer, stored


async def test_many_changes_at_once_are_all_stored(store: Store) -> None:
    await asyncio.gather(*(adds(store, number) for number in range(1, 101)))
    assert await stored(store) == set(range(1, 101))


async def test_changes_that_wait_share_a_commit(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits = 0
    commit = Store._commit

    async def counted(self: Store, *given: Any) -> None:
        nonlocal commits
        commits += 1
        await commit(self, *given)

    monkeypatch.setattr(Store, "_commit", counted)
    await asyncio.gather(*(adds(store, number) for number in range(64)))
    assert commits < 10


async def test_a_failing_story_leaves_the_others_untouched(store: Store) -> None:
    async def fails(tg_id: int) -> None:
        async with store.change() as tx:
            tx.add(customer(tg_id))
            await tx.flush()
            raise ValueError(tg_id)

    results = await asyncio.gather(
        adds(store, 1), fails(2), adds(store, 3), fails(4), return_exceptions=True
    )
    assert [type(result) for result in results] == [type(None), ValueError, type(None), ValueError]
    assert await stored(store) == {1, 3}


async def test_a_story_with_wrong_data_fails_alone(store: Store) -> None:
    results = await asyncio.gather(
        adds(store, 1), adds(store, 1), adds(store, 2), return_exceptions=True
    )
    assert [type(result) for result in results] == [type(None), IntegrityError, type(None)]
    assert await stored(store) == {1, 2}


async def test_a_read_then_write_never_loses_a_change(store: Store) -> None:
    await adds(store, 1)

    async def grows() -> None:
        async with store.change() as tx:
            found = (await tx.execute(select(Customer))).scalar_one()
            found.name = f"{found.name}x"

    await asyncio.gather(*(grows() for _ in range(50)))
    async with store.look() as tx:
        assert await tx.scalar(select(Customer.name)) == "x" * 50


async def test_a_disk_error_fails_the_whole_batch_and_confirms_nobody(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    await adds(store, 1)
    broken = OperationalError("COMMIT", {}, RuntimeError("disk full"))

    async def fails(conn: Any) -> None:
        raise broken

    with monkeypatch.context() as patch:
        patch.setattr("sqlalchemy.ext.asyncio.AsyncConnection.commit", fails)
        results = await asyncio.gather(
            *(adds(store, number) for number in range(2, 6)), return_exceptions=True
        )
    assert {type(result) for result in results} == {StoreFault}
    assert await stored(store) == {1}
    await adds(store, 9)
    assert await stored(store) == {1, 9}


async def test_an_urgent_change_goes_before_those_that_wait(store: Store) -> None:
    order: list[str] = []
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def story(name: str, urgent: bool = False) -> None:
        async with store.change(urgent=urgent):
            order.append(name)
            inside.set()
            await go_on.wait()

    tasks = [asyncio.create_task(story("first"))]
    await inside.wait()
    tasks += [asyncio.create_task(story(name)) for name in ("second", "third")]
    await asyncio.sleep(0)
    tasks.append(asyncio.create_task(story("urgent", urgent=True)))
    await asyncio.sleep(0)
    go_on.set()
    await asyncio.gather(*tasks)
    assert order == ["first", "urgent", "second", "third"]


async def test_one_turn_is_closed_once_and_an_update_is_handled_once(store: Store) -> None:
    async with store.change() as tx:
        [(row_id, _, _)] = await inbox.accept(tx, 1, [Arrival(7, 5, {})], NOW)
    turn = Turn(bot_id=1, now=NOW, inbox_id=row_id)
    async with store.change(turn) as tx:
        tx.add(customer(1))
    with pytest.raises(RuntimeError, match="one update"):
        async with store.change(turn):
            pass
    with pytest.raises(AlreadyHandled):
        async with store.change(Turn(bot_id=1, now=NOW, inbox_id=row_id)) as tx:
            tx.add(customer(2))
    assert await stored(store) == {1}


async def test_nothing_is_written_through_the_reading_door_on_sqlite(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'read.db'}"
    await upgrade(url)
    store = Store(url)
    with pytest.raises((StoreFault, DBAPIError), match="readonly"):
        async with store.look() as tx:
            await tx.execute(text("DELETE FROM customer"))
    await store.close()


async def test_a_closed_store_refuses_changes(database_url: str) -> None:
    store = Store(database_url)
    await adds(store, 1)
    await store.close()
    with pytest.raises(StoreFault, match="closed"):
        await adds(store, 2)


async def test_a_promise_wakes_the_sender_only_after_its_commit(store: Store) -> None:
    from models import outbox

    woken: list[bool] = []
    store.on_promise = lambda: woken.append(True)
    async with store.change() as tx:
        await outbox.promise(tx, 1, "text", {}, NOW)
        assert not woken
    assert woken


async def test_a_look_within_a_look_is_the_same_and_another_tasks_is_not(store: Store) -> None:
    async def elsewhere() -> object:
        async with store.look() as own:
            return own

    async with store.look() as outer:
        async with store.look() as inner:
            assert inner is outer
        assert await asyncio.create_task(elsewhere()) is not outer
    async with store.look() as later:
        assert later is not outer
