"""Stories that are cancelled: waiting at the door, or inside."""

import asyncio

import pytest

from models.store import Store
from tests.core.customers import adds, customer, stored


async def test_a_story_cancelled_at_the_door_is_not_stored_and_others_are(store: Store) -> None:
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def holds() -> None:
        async with store.change() as tx:
            tx.add(customer(1))
            inside.set()
            await go_on.wait()

    first = asyncio.create_task(holds())
    await inside.wait()
    second = asyncio.create_task(adds(store, 2))
    await asyncio.sleep(0)
    second.cancel()
    go_on.set()
    results = await asyncio.gather(first, second, return_exceptions=True)
    assert results[0] is None
    assert isinstance(results[1], asyncio.CancelledError)
    await adds(store, 3)
    assert await stored(store) == {1, 3}


async def test_who_waits_last_and_gives_up_does_not_keep_others_from_their_commit(
    store: Store,
) -> None:
    tasks = [asyncio.create_task(adds(store, number)) for number in range(1, 6)]
    for _ in range(3):
        await asyncio.sleep(0)
    tasks[-1].cancel()
    results = await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 60)
    assert results[:4] == [None] * 4
    assert await stored(store) == {1, 2, 3, 4}


async def test_a_story_cancelled_inside_leaves_nothing(store: Store) -> None:
    inside = asyncio.Event()

    async def hangs() -> None:
        async with store.change() as tx:
            tx.add(customer(1))
            await tx.flush()
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(hangs())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await adds(store, 2)
    assert await stored(store) == {2}
