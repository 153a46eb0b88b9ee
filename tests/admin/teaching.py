"""Scenes of teaching: tickets as a model saw them, what people said of them, what is asked."""

import asyncio
import secrets
from typing import Any

from sqlalchemy import select

from models import asking, queues
from models.journal import Audit
from models.labels import Label
from models.people import Customer
from models.queues import Queue, Topic
from models.reviews import Review
from models.tickets import Ticket
from playground.people import Person
from services import gathering
from tests.desk import Shop

UNSURE = [["delivery", 0.41], ["order_status", 0.38], ["refund", 0.1]]
SURE = [["delivery", 0.98], ["order_status", 0.01]]


async def asked(
    shop: Shop,
    *texts: str,
    ranked: list[list[Any]] = UNSURE,
    decision: str = "ask",
    look: bool = True,
) -> list[int]:
    """Tickets as the model saw them, looked through for the review."""
    numbers = []
    async with shop.app.store.change() as tx:
        now = shop.clock()
        queue_id = await tx.scalar(select(Queue.id).where(Queue.key == "triage"))
        customer = await tx.scalar(select(Customer).where(Customer.tg_id == 5))
        if customer is None:
            customer = Customer(tg_id=5, name="Анна", created_at=now, seen_at=now)
            tx.add(customer)
            await tx.flush()
        for text in texts:
            ticket = Ticket(
                ref=secrets.token_urlsafe(9),
                state="resolved",
                customer_id=customer.id,
                queue_id=queue_id,
                subject=text,
                decision=decision,
                probability=ranked[0][1],
                in_scope=0.9,
                runners_up=ranked,
                opened_at=now,
                changed_at=now,
            )
            tx.add(ticket)
            await tx.flush()
            numbers.append(ticket.id)
    if look:
        await looks_through(shop)
    return numbers


async def looks_through(shop: Shop) -> None:
    """Everything that has come is looked through."""
    shop.clock.passes(minutes=1)
    async with asyncio.timeout(30):
        while await gather(shop):
            pass


async def gather(shop: Shop) -> bool:
    """One look; whether there is more."""
    await shop.app.desk.gathering.gather(shop.clock())
    async with shop.looks() as tx:
        kept = await queues.read_setting(tx, gathering.MARK)
        return kept is None or (kept["ticket"], kept["label"]) != await asking.newest_ids(tx)


async def labelled(shop: Shop, ticket_id: int, topic: str, origin: str, author: int) -> None:
    async with shop.app.store.change() as tx:
        ticket = await tx.get(Ticket, ticket_id)
        assert ticket is not None
        tx.add(
            Label(
                ticket_id=ticket_id,
                text=ticket.subject,
                topic_key=topic,
                origin=origin,
                author_tg_id=author,
                created_at=shop.clock(),
            )
        )
    await looks_through(shop)


async def stored(shop: Shop) -> list[Review]:
    async with shop.looks() as tx:
        return list((await tx.execute(select(Review).order_by(Review.id))).scalars())


async def opens(admin: Person, title: str) -> Any:
    await admin.says("/topics")
    card = await admin.waits_for("Темы:")
    await admin.presses(card, title)
    await admin.waits_for(lambda one: one is card and "По-английски" in one.text)
    return card


async def topic(shop: Shop, key: str) -> Topic:
    async with shop.looks() as tx:
        return (await tx.execute(select(Topic).where(Topic.key == key))).scalar_one()


async def verbs(shop: Shop) -> list[str]:
    async with shop.looks() as tx:
        said = select(Audit.verb).where(Audit.verb.startswith("topic_")).order_by(Audit.id)
        return list((await tx.execute(said)).scalars())
