"""What tests of the gate need: news offered to a person, and what became of it."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.consents import NEWS, Consent, ConsentEvent, PolicyText
from models.memory.notices import ContactPreference, Notice
from models.people import Customer
from playground.people import Person
from services.privacy import notices
from tests.desk import Shop

SENTENCE = {"key": "talk-bye", "args": {}}


async def greets(shop: Shop, name: str = "Анна", language: str = "ru") -> Person:
    """A customer who has pressed Start and been greeted."""
    person = shop.playground.user(name, language=language)
    await person.starts()
    await person.waits_until(lambda: bool(from_bot(shop, person)))
    await shop.settles()
    return person


def from_bot(shop: Shop, person: Person) -> list[Any]:
    """What the bot has written to a person."""
    return [one for one in person.sees() if one.sender is shop.playground.bot]


async def customer_of(shop: Shop, person: Person) -> Customer:
    """The row behind a person."""
    async with shop.looks() as tx:
        return (await tx.scalars(select(Customer).where(Customer.tg_id == person.id))).one()


async def yes_to(tx: AsyncSession, customer_id: int, purpose: str, now: datetime) -> None:
    """A yes to a purpose, as it is stored."""
    words = await tx.scalar(select(PolicyText).where(PolicyText.sha256 == purpose))
    if words is None:
        words = PolicyText(
            purpose=purpose, language="ru", version="1", sha256=purpose, text="…", first_at=now
        )
        tx.add(words)
        await tx.flush()
    event = ConsentEvent(
        customer_id=customer_id,
        purpose=purpose,
        action="given",
        text_id=words.id,
        source="privacy",
        at=now,
    )
    tx.add(event)
    await tx.flush()
    tx.add(Consent(customer_id=customer_id, purpose=purpose, given=True, event_id=event.id, at=now))


async def agrees(shop: Shop, person: Person, purpose: str = NEWS) -> None:
    """A person says yes to a purpose."""
    customer = await customer_of(shop, person)
    async with shop.app.store.change() as tx:
        await yes_to(tx, customer.id, purpose, shop.clock())


async def offers(
    shop: Shop, person: Person, kind: str = "campaign", dedup: str = "1", **more: Any
) -> bool:
    """The shop wants to write."""
    customer = await customer_of(shop, person)
    payload = more.pop("payload", SENTENCE)
    async with shop.app.store.change() as tx:
        now = shop.clock()
        return await notices.offer(tx, now, customer.id, kind, dedup, payload, **more)


async def wishes(shop: Shop, person: Person, **values: Any) -> None:
    """How a person wants to be written to."""
    customer = await customer_of(shop, person)
    async with shop.app.store.change() as tx:
        row = await tx.get(ContactPreference, customer.id)
        if row is None:
            row = ContactPreference(customer_id=customer.id, changed_at=shop.clock())
            tx.add(row)
        for name, value in values.items():
            setattr(row, name, value)


async def stored(shop: Shop) -> Sequence[Notice]:
    """Every notice."""
    async with shop.looks() as tx:
        return (await tx.scalars(select(Notice).order_by(Notice.id))).all()


async def becomes(shop: Shop, number: int, state: str, reason: str = "") -> Notice:
    """Wait until a notice (1, 2, …) stands so."""
    async with asyncio.timeout(15):
        while True:
            found = await stored(shop)
            if len(found) >= number:
                one = found[number - 1]
                if (one.state, one.reason) == (state, reason):
                    return one
            await asyncio.sleep(0.05)


def minutes(moment: datetime, shift: int) -> int:
    """The minute of the day so many minutes from a moment, in UTC."""
    at = moment + timedelta(minutes=shift)
    return at.hour * 60 + at.minute
