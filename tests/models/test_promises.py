"""Rows that wait to be sent: those that join become one, the most urgent go first."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from models import outbox, sending
from models.outbox import BOARD, MONEY, NEW, REPLY, SENDING, Outbox
from models.store import Store

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


async def promises(store: Store, chat_id: int, kind: str = "text", **given: Any) -> None:
    async with store.change() as tx:
        await outbox.promise(tx, chat_id, kind, {}, NOW, **given)


async def rows(store: Store) -> list[Outbox]:
    async with store.look() as tx:
        return list((await tx.execute(select(Outbox).order_by(Outbox.id))).scalars())


async def due(store: Store, now: datetime = NOW, *held: int) -> list[int]:
    """The chats that would be sent to, in order."""
    async with store.look() as tx:
        return [row.chat_id for row in await sending.due(tx, now, held)]


async def test_promises_with_one_key_become_one_row_while_it_waits(store: Store) -> None:
    changes = [promises(store, 1, "card", join_key="card:1") for _ in range(20)]
    await asyncio.gather(*changes, promises(store, 1, "card", join_key="card:2"))
    assert sorted(str(row.join_key) for row in await rows(store)) == ["card:1", "card:2"]


async def test_a_promise_made_while_the_last_one_is_on_its_way_is_a_row_of_its_own(
    store: Store,
) -> None:
    await promises(store, 1, "card", join_key="card:1")
    [first] = await rows(store)
    async with store.change() as tx:
        await outbox.mark_sending(tx, [first.id])
    for _ in range(3):
        await promises(store, 1, "card", join_key="card:1")
    assert [row.status for row in await rows(store)] == [SENDING, NEW]


async def test_promises_without_a_key_never_join(store: Store) -> None:
    for _ in range(3):
        await promises(store, 1)
    assert len(await rows(store)) == 3


async def test_the_most_urgent_goes_first_then_the_oldest(store: Store) -> None:
    for chat_id, priority in ((1, BOARD), (2, REPLY), (3, MONEY), (4, REPLY)):
        await promises(store, chat_id, priority=priority)
    assert await due(store) == [3, 2, 4, 1]


async def test_held_chats_are_left_out_and_nobody_else(store: Store) -> None:
    for chat_id in (1, 2, -3, 1):
        await promises(store, chat_id)
    assert await due(store, NOW, 1, -3) == [2]
    assert await due(store) == [1, 2, -3, 1]


async def test_a_row_waits_for_its_moment(store: Store) -> None:
    await promises(store, 1, not_before=LATER)
    await promises(store, 2)
    assert await due(store) == [2]
    assert await due(store, LATER) == [1, 2]


async def test_what_is_said_in_a_ticket_never_overtakes_what_must_still_wait(
    store: Store,
) -> None:
    await promises(store, 1, ticket_id=7, not_before=LATER)
    await promises(store, 1, ticket_id=7)
    await promises(store, 1, ticket_id=8)
    await promises(store, 2, ticket_id=7)
    assert await due(store) == [1, 2]
    assert await due(store, LATER) == [1, 1, 1, 2]


async def test_a_call_on_its_way_is_not_due_again(store: Store) -> None:
    await promises(store, 1)
    await promises(store, 2)
    [first, _] = await rows(store)
    async with store.change() as tx:
        await outbox.mark_sending(tx, [first.id])
    assert await due(store) == [2]
