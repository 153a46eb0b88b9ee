"""What stories of consents ask: texts by their hash, what holds now, what a no destroys."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Delete, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.consents import Consent, ConsentEvent, PolicyText
from models.memory.profiles import DECLARED, INFERRED, ProfileEntry, Subscription
from models.memory.segments import Segment, SegmentMove
from models.tickets import Ticket
from models.trade.carts import Remembered
from models.trade.orders import DRAFT, DROPPED, Order


@dataclass(frozen=True, slots=True)
class Given:
    """What holds for a purpose: a yes or a no, since when, the words it was said to, and where."""

    given: bool
    at: datetime
    sha256: str
    language: str
    source: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is held of a person."""

    tickets: int
    orders: int
    entries: int
    subscriptions: int


async def text_by_hash(
    tx: AsyncSession, purpose: str, language: str, sha256: str
) -> PolicyText | None:
    """The archived text with these words."""
    found: PolicyText | None = await tx.scalar(
        select(PolicyText).where(
            PolicyText.purpose == purpose,
            PolicyText.language == language,
            PolicyText.sha256 == sha256,
        )
    )
    return found


async def standing(tx: AsyncSession, customer_id: int) -> dict[str, Given]:
    """What holds for a customer now, by purpose; a purpose never answered is not there."""
    statement = (
        select(
            Consent.purpose,
            Consent.given,
            Consent.at,
            PolicyText.sha256,
            PolicyText.language,
            ConsentEvent.source,
        )
        .join(ConsentEvent, ConsentEvent.id == Consent.event_id)
        .join(PolicyText, PolicyText.id == ConsentEvent.text_id)
        .where(Consent.customer_id == customer_id)
    )
    rows = (await tx.execute(statement)).all()
    return {
        row.purpose: Given(row.given, row.at, row.sha256, row.language, row.source) for row in rows
    }


async def append(tx: AsyncSession, event: ConsentEvent, *, given: bool) -> None:
    """One more event, and what holds now."""
    tx.add(event)
    await tx.flush()
    held = await tx.get(Consent, (event.customer_id, event.purpose))
    if held is None:
        held = Consent(customer_id=event.customer_id, purpose=event.purpose)
        tx.add(held)
    held.given, held.event_id, held.at = given, event.id, event.at
    await tx.flush()


async def forget_remembered(tx: AsyncSession, customer_id: int) -> bool:
    """What was to be filled in next time, and what a person told of themself or was inferred.

    Whether there was anything.
    """
    known = ProfileEntry.source.in_((DECLARED, INFERRED))
    return await _forget(
        tx,
        delete(Remembered).where(Remembered.customer_id == customer_id),
        delete(ProfileEntry).where(ProfileEntry.customer_id == customer_id, known),
    )


async def forget_profiling(tx: AsyncSession, customer_id: int) -> bool:
    """A person's segment with its history, and everything that was inferred about them.

    What they took out themself is kept as taken out: it is not to be inferred again. Whether
    there was anything.
    """
    guesses = ProfileEntry.customer_id == customer_id, ProfileEntry.source == INFERRED
    return await _forget(
        tx,
        delete(Segment).where(Segment.customer_id == customer_id),
        delete(SegmentMove).where(SegmentMove.customer_id == customer_id),
        delete(ProfileEntry).where(*guesses, ProfileEntry.removed_at.is_(None)),
    )


async def _forget(tx: AsyncSession, *statements: Delete) -> bool:
    gone = [await tx.execute(one) for one in statements]
    return any(getattr(one, "rowcount", 0) > 0 for one in gone)


async def counts(tx: AsyncSession, customer_id: int) -> Counts:
    """How much is held of a customer, in what they would name."""
    asked = (
        select(func.count()).select_from(Ticket).where(Ticket.customer_id == customer_id),
        select(func.count())
        .select_from(Order)
        .where(Order.customer_id == customer_id, Order.state.not_in((DRAFT, DROPPED))),
        select(func.count())
        .select_from(ProfileEntry)
        .where(ProfileEntry.customer_id == customer_id, ProfileEntry.removed_at.is_(None)),
        select(func.count())
        .select_from(Subscription)
        .where(Subscription.customer_id == customer_id, Subscription.ended_at.is_(None)),
    )
    return Counts(*[int(await tx.scalar(one) or 0) for one in asked])


async def events_of(tx: AsyncSession, customer_id: int) -> Sequence[ConsentEvent]:
    """Everything that a customer was told or said, in order."""
    statement = select(ConsentEvent).where(ConsentEvent.customer_id == customer_id)
    return (await tx.scalars(statement.order_by(ConsentEvent.id))).all()
