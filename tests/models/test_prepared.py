"""Prepared statements say and read what the session would, on every database."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from models import people, tickets
from models.messages import MESSAGES, Message
from models.people import CUSTOMERS, Customer
from models.prepared import Prepared
from models.queues import Queue
from models.store import Store
from models.tickets import TICKETS, Ticket

NOW = datetime(2026, 5, 4, 9, 0, 0, 250_000, tzinfo=UTC)
TABLE = Customer.metadata.tables["customer"]


def customer(tg_id: int = 7) -> Customer:
    return Customer(tg_id=tg_id, name="Анна 👋", created_at=NOW, seen_at=NOW)


async def ticket_of(store: Store) -> tuple[int, int]:
    """A ticket with a value in every kind of column."""
    async with store.change() as tx:
        anna = customer()
        await CUSTOMERS.put(tx, anna)
        queue = Queue(
            key="care", title_ru="Забота", title_en="Care", position=1, hours={}, target_minutes=30
        )
        tx.add(queue)
        await tx.flush()
        made = Ticket(
            ref="r1",
            customer_id=anna.id,
            queue_id=queue.id,
            opened_at=NOW.astimezone(timezone(timedelta(hours=3))),
            changed_at=NOW,
            probability=0.625,
            runners_up=[["delivery", 0.25]],
            split_offered=True,
        )
        await TICKETS.put(tx, made)
        return made.id, anna.id


async def test_what_is_put_reads_the_same_through_the_session(store: Store) -> None:
    number, owner = await ticket_of(store)
    async with store.look() as tx:
        plain = await tx.get_one(Ticket, number)
        values = {column.name: getattr(plain, column.name) for column in TICKETS.columns}
    assert values["opened_at"] == NOW
    assert values["runners_up"] == [["delivery", 0.25]]
    assert (values["why"], values["state"], values["reopened"]) == ([], "open", 0)
    assert values["split_offered"] is True
    assert values["probability"] == 0.625
    async with store.look() as tx:
        found = await tickets.with_customer(tx, number)
    assert found is not None
    assert {name: getattr(found[0], name) for name in values} == values
    assert (found[1].id, found[1].name, found[1].banned) == (owner, "Анна 👋", False)


async def test_a_row_found_is_the_one_the_session_knows_and_its_changes_are_stored(
    store: Store,
) -> None:
    await ticket_of(store)
    async with store.change() as tx:
        first = await people.customer_by_tg(tx, 7)
        assert first is not None
        first.name = "Вера"
        assert await people.customer_by_tg(tx, 7) is first
    async with store.look() as tx:
        again = await people.customer_by_tg(tx, 7)
        assert again is not None
        assert again.name == "Вера"


async def test_what_the_session_holds_back_is_seen_by_a_question(store: Store) -> None:
    async with store.change() as tx:
        tx.add(customer(8))
        found = await people.customer_by_tg(tx, 8)
        assert found is not None
        assert found.id is not None


async def test_a_place_that_is_taken_is_told_and_nothing_changes(store: Store) -> None:
    number, _ = await ticket_of(store)

    def said(text: str) -> Message:
        return Message(
            ticket_id=number,
            side="customer",
            kind="text",
            text=text,
            chat_id=7,
            tg_id=1,
            said_at=NOW,
        )

    async with store.change() as tx:
        assert await MESSAGES.put(tx, said("раз"))
        assert not await MESSAGES.put(tx, said("два"))
    async with store.look() as tx:
        assert (await tx.execute(select(Message.text))).scalars().all() == ["раз"]


async def test_a_broken_rule_is_an_error_of_the_kind_the_store_knows(store: Store) -> None:
    async with store.change() as tx:
        await CUSTOMERS.put(tx, customer())
    with pytest.raises(IntegrityError):
        async with store.change() as tx:
            await CUSTOMERS.put(tx, customer())
    async with store.change() as tx:
        await CUSTOMERS.put(tx, customer(9))


async def test_what_was_put_goes_with_a_change_that_fails(store: Store) -> None:
    with pytest.raises(RuntimeError):
        async with store.change() as tx:
            await CUSTOMERS.put(tx, customer())
            raise RuntimeError
    async with store.look() as tx:
        assert await people.customer_by_tg(tx, 7) is None


async def test_how_many_rows_were_touched_is_told(store: Store) -> None:
    renaming = Prepared(update(TABLE).where(TABLE.c.tg_id == bindparam("who")))
    async with store.change() as tx:
        await CUSTOMERS.put(tx, customer())
        assert await renaming.run(tx, who=7, name="Вера") == 1
        assert await renaming.run(tx, who=8, name="Вера") == 0


async def test_a_column_left_to_its_default_is_refused(store: Store) -> None:
    async with store.change() as tx:
        with pytest.raises(ValueError, match="every column needs a value"):
            await Prepared(insert(TABLE)).run(tx, tg_id=1, created_at=NOW, seen_at=NOW)
