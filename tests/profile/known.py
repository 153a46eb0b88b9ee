"""What the profile's tests do and look at: a yes to a purpose, what is stored, the one card."""

from sqlalchemy import select

from models.memory.consents import GIVEN, Consent, ConsentEvent, PolicyText
from models.memory.notices import ContactPreference
from models.memory.profiles import ProfileEntry, Subscription
from models.people import Customer
from playground.messages import Message
from playground.people import Person
from tests.desk import Shop


async def agrees(shop: Shop, person: Person, *purposes: str, given: bool = True) -> int:
    """A person agreed to purposes, or took it back; their number as a customer."""
    async with shop.app.store.change() as tx:
        customer_id = await tx.scalar(select(Customer.id).where(Customer.tg_id == person.id))
        assert customer_id is not None
        for purpose in purposes:
            words = await tx.scalar(select(PolicyText).where(PolicyText.purpose == purpose))
            if words is None:
                words = PolicyText(
                    purpose=purpose,
                    language="ru",
                    version="t",
                    sha256=purpose,
                    text="…",
                    first_at=shop.clock(),
                )
                tx.add(words)
                await tx.flush()
            event = ConsentEvent(
                customer_id=customer_id,
                purpose=purpose,
                action=GIVEN,
                text_id=words.id,
                source="privacy",
                at=shop.clock(),
            )
            tx.add(event)
            await tx.flush()
            row = Consent(
                customer_id=customer_id,
                purpose=purpose,
                given=given,
                event_id=event.id,
                at=shop.clock(),
            )
            await tx.merge(row)
    return customer_id


async def entries(shop: Shop, *, removed: bool = False) -> list[tuple[str, str, str]]:
    """Field, value and source of all that is known."""
    async with shop.looks() as tx:
        rows = (await tx.execute(select(ProfileEntry).order_by(ProfileEntry.id))).scalars()
        return [
            (one.field, one.value, one.source) for one in rows if bool(one.removed_at) is removed
        ]


async def preference(shop: Shop) -> ContactPreference:
    """The only person's wishes."""
    async with shop.looks() as tx:
        return (await tx.execute(select(ContactPreference))).scalar_one()


async def subscriptions(shop: Shop) -> list[Subscription]:
    """What people want to hear of; ended ones are left out."""
    async with shop.looks() as tx:
        rows = select(Subscription).where(Subscription.ended_at.is_(None))
        return list((await tx.execute(rows.order_by(Subscription.id))).scalars())


async def newcomer(shop: Shop, name: str = "Анна", language: str = "ru", *agreed: str) -> Person:
    """Somebody who has pressed Start, and agreed to some purposes."""
    person = shop.playground.user(name, language=language)
    await person.starts()
    await person.waits_until(lambda: len(person.sees()) > 1)
    if agreed:
        await agrees(shop, person, *agreed)
    return person


def card(shop: Shop, person: Person, button: str) -> Message:
    """The newest message before a person that has a button."""
    bot = shop.playground.bot
    return [one for one in person.sees() if one.sender is bot and button in str(one.buttons)][-1]
