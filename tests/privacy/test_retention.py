"""Nothing is kept longer than its term, and nothing goes before it."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from models.inbox import DONE, NEW, Inbox
from models.labels import IMPORT, PICK, Label
from models.messages import Message, Relay
from models.outbox import SENT, Outbox
from models.own import erasing, purging, sparing
from models.own.erasure import BEYOND, Erasure
from models.own.reach import Person as Whose
from models.own.terms import TERMS
from models.people import Customer
from models.queues import Queue
from models.store import Store
from models.tickets import Ticket
from models.trade.carts import Browse
from models.trade.orders import Order, OrderLine
from services.privacy.own_data import keeping

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


async def purged(store: Store, facts: Mapping[str, Any]) -> None:
    """Every walk to its end."""
    for _, term, before in keeping.due(facts, NOW):
        assert await keeping.walk(store, term, keeping.START, before, 10_000) is None


async def how_many(store: Store, row: type[Any], *which: Any) -> int:
    async with store.look() as tx:
        return int(await tx.scalar(select(func.count()).select_from(row).where(*which)) or 0)


async def talked(store: Store, days: float, state: str = "resolved") -> int:
    """A ticket with a message and its copy, so many days ago."""
    async with store.change() as tx:
        queue = await tx.scalar(select(Queue))
        if queue is None:
            queue = Queue(key="q", title_ru="q", title_en="q", hours={}, target_minutes=1)
            tx.add(queue)
        person = Customer(tg_id=int(days * 1000), name="А", created_at=NOW, seen_at=NOW)
        tx.add(person)
        await tx.flush()
        ticket = Ticket(
            ref=f"t{days}",
            customer_id=person.id,
            queue_id=queue.id,
            state=state,
            subject="вопрос",
            opened_at=ago(days),
            changed_at=ago(days),
        )
        tx.add(ticket)
        await tx.flush()
        said = Message(
            ticket_id=ticket.id,
            side="customer",
            kind="text",
            text="вопрос",
            copyable=True,
            said_at=ago(days),
        )
        tx.add(said)
        await tx.flush()
        copy = Relay(ticket_id=ticket.id, message_id=said.id, chat_id=-1, tg_id=1)
        copy.form, copy.sent_at = "text", ago(days)
        tx.add(copy)
        return ticket.id


async def test_what_is_technical_goes_by_itself_and_nothing_else(store: Store) -> None:
    async with store.change() as tx:
        for number, (days, status) in enumerate(((200, DONE), (91, DONE), (200, NEW), (89, DONE))):
            row = Inbox(bot_id=1, update_id=number, lane=5, received_at=ago(days), status=status)
            tx.add(row)
            tx.add(Outbox(chat_id=5, kind="text", payload={}, status=SENT, created_at=ago(days)))
    await talked(store, 2000)
    await talked(store, 1)
    await purged(store, {})
    assert await how_many(store, Inbox) == 2
    assert await how_many(store, Inbox, Inbox.status == NEW) == 1
    assert await how_many(store, Outbox) == 1
    assert await how_many(store, Message) == 2


async def test_conversations_go_when_the_shop_says_so_open_ones_stay(store: Store) -> None:
    for days, state in ((400, "resolved"), (390, "open"), (300, "resolved"), (1, "resolved")):
        await talked(store, days, state)
    await purged(store, {"retention": {"messages_days": 365}})
    assert await how_many(store, Message) == await how_many(store, Relay) == 3
    assert await how_many(store, Ticket, Ticket.subject == "") == 1
    assert await how_many(store, Ticket) == 4


async def test_only_labels_of_customers_words_have_a_term(store: Store) -> None:
    number = await talked(store, 500)
    async with store.change() as tx:
        for days, origin, ticket in ((400, PICK, number), (400, IMPORT, None), (1, PICK, number)):
            row = Label(text="т", topic_key="refund", origin=origin, author_tg_id=1)
            row.ticket_id, row.created_at = ticket, ago(days)
            tx.add(row)
    await purged(store, {"retention": {"labels_days": 365}})
    assert await how_many(store, Label) == 2


async def test_places_in_the_catalogue_are_walked_to_the_end(store: Store) -> None:
    async with store.change() as tx:
        people = [
            {"tg_id": number, "name": "", "created_at": NOW, "seen_at": NOW}
            | {"language": "ru", "language_chosen": False, "reachable": True, "banned": False}
            for number in range(1, 1201)
        ]
        await tx.execute(insert(Customer), people)
        ids = list(await tx.scalars(select(Customer.id).order_by(Customer.id)))
        rows = [
            {"customer_id": one, "place": {}, "changed_at": ago(181 if one % 2 else 1)}
            for one in ids
        ]
        await tx.execute(insert(Browse), rows)
    await purged(store, {})
    assert await how_many(store, Browse) == 600


@pytest.mark.parametrize(("days", "left"), [(5 * 366, 0), (4 * 365, 1)])
async def test_orders_of_the_erased_go_when_the_law_lets_them(
    store: Store, days: int, left: int
) -> None:
    async with store.change() as tx:
        person = Customer(tg_id=77, name="А", created_at=ago(days), seen_at=NOW)
        other = Customer(tg_id=78, name="Б", created_at=ago(days), seen_at=NOW)
        tx.add_all((person, other))
        await tx.flush()
        for number, whose in enumerate((person, other, other)):
            order = Order(ref=str(number), customer_id=whose.id)
            order.currency, order.state, order.created_at = "RUB", "delivered", ago(days)
            order.changed_at = ago(days)
            tx.add(order)
            await tx.flush()
            line = OrderLine(order_id=order.id, title_ru="т", title_en="t", quantity=1, price=1)
            tx.add(line)
        await tx.flush()
        nobody = await sparing.nobody(tx, ago(days))
        erasure = Erasure(Whose(person.id, 77), ago(days - 1), nobody)
        assert await erasing.erase(tx, erasure)
    await purged(store, {})
    assert await how_many(store, Order) == await how_many(store, OrderLine) == 2 + left
    assert await how_many(store, Customer, Customer.tg_id < BEYOND) == left
    assert await how_many(store, Customer, Customer.tg_id >= BEYOND) == 2


async def test_counting_changes_nothing_and_says_what_would_go(store: Store) -> None:
    for days in (500, 400, 1):
        await talked(store, days)
    facts = {"retention": {"messages_days": 365}}
    said = dict.fromkeys((term.table for term in TERMS), 0)
    said |= {table: count for _, table, count in await keeping.counts(store, facts, NOW) if count}
    assert (said["message"], said["ticket"], said["outbox"]) == (2, 2, 0)
    assert await how_many(store, Message) == 3


async def test_a_row_that_was_touched_meanwhile_stays(store: Store) -> None:
    number = await talked(store, 400)
    await talked(store, 1)
    [term] = [one for one in TERMS if one.table == "message"]
    async with store.look() as tx:
        page = await purging.look(tx, term, keeping.START, ago(365))
    assert len(page.keys) == 1
    async with store.change() as tx:
        ticket = await tx.get_one(Ticket, number)
        ticket.state = "open"
    async with store.change() as tx:
        assert await purging.purge(tx, term, page.keys, ago(365)) == 0
