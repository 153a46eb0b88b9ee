"""Scheduled work runs once, old bodies are emptied page by page."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from models import inbox, journal, looking_back
from models.inbox import Arrival, Inbox
from models.store import Store

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
BOT = 100


async def claims(store: Store, job: str, slot: str) -> bool:
    async with store.change() as tx:
        return await journal.claim(tx, job, slot, NOW)


async def test_a_slot_is_claimed_once_however_many_ask(store: Store) -> None:
    asked = await asyncio.gather(*(claims(store, "boards", "9:00") for _ in range(20)))
    assert asked.count(True) == 1
    assert await claims(store, "boards", "9:01")
    assert await claims(store, "summary", "9:00")


async def test_two_programs_claim_a_slot_once(store: Store, database_url: str) -> None:
    other = Store(database_url)
    try:
        both = [claims(one, "boards", f"{n}") for n in range(10) for one in (store, other)]
        assert (await asyncio.gather(*both)).count(True) == 10
    finally:
        await other.close()


async def test_a_claim_that_fails_afterwards_is_free_again(store: Store) -> None:
    try:
        async with store.change() as tx:
            assert await journal.claim(tx, "boards", "9:00", NOW)
            raise InterruptedError
    except InterruptedError:
        assert await claims(store, "boards", "9:00")


async def test_slots_long_past_are_forgotten_and_others_kept(store: Store) -> None:
    assert await claims(store, "boards", "9:00")
    async with store.change() as tx:
        await journal.forget_runs(tx, NOW)
    assert not await claims(store, "boards", "9:00")
    async with store.change() as tx:
        await journal.forget_runs(tx, NOW + timedelta(seconds=1))
    assert await claims(store, "boards", "9:00")


async def test_old_bodies_are_emptied_page_by_page_the_oldest_first(store: Store) -> None:
    for day in range(25):
        async with store.change() as tx:
            [(row_id, _, _)] = await inbox.accept(
                tx, BOT, [Arrival(day, 1, {"day": day})], NOW + timedelta(days=day)
            )
            assert await inbox.finish(tx, row_id, NOW)
    emptied = []
    for _ in range(4):
        async with store.change() as tx:
            emptied.append(await inbox.empty_bodies(tx, NOW + timedelta(days=23), limit=10))
        async with store.look() as tx:
            full = select(func.min(Inbox.update_id)).where(Inbox.has_body)
            assert await tx.scalar(full) == sum(emptied)
    assert emptied == [10, 10, 3, 0]


async def test_the_newest_edit_of_a_message_is_found_whatever_else_the_chat_sent(
    store: Store,
) -> None:
    bodies: list[Any] = [{"message": {"message_id": 5, "text": "no"}}, ["not an update"], None]
    bodies += [{"message": {"message_id": 10 + n}} for n in range(40)]
    bodies += [{"edited_message": {"message_id": 5, "text": text}} for text in ("yes", "maybe")]
    bodies += [{"edited_message": {"message_id": 7, "text": "another's"}}]
    async with store.change() as tx:
        sent = [Arrival(n, 1, body) for n, body in enumerate(bodies)]
        elsewhere = Arrival(99, 2, {"edited_message": {"message_id": 5, "text": "elsewhere"}})
        first = (await inbox.accept(tx, BOT, [*sent, elsewhere], NOW))[0][0]
        found = await looking_back.edits_of(tx, 1, first, [5, 6])
    assert found == {5: {"message_id": 5, "text": "maybe"}}
