"""What stories of consents ask: texts by their hash, what holds now, what a no destroys."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, Delete, bindparam, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.consents import ConsentEvent, PolicyText
from models.memory.profiles import DECLARED, INFERRED, ProfileEntry, Subscription
from models.memory.segments import Segment, SegmentMove
from models.people import Customer
from models.prepared import Prepared
from models.putting import Rows
from models.tickets import Ticket
from models.trade.carts import Remembered
from models.trade.orders import DRAFT, DROPPED, Order

TABLES = Customer.metadata.tables
CUSTOMERS, TEXTS = TABLES["customer"], TABLES["policy_text"]
NOW, SAID = TABLES["consent"], TABLES["consent_event"]


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


EVENTS = Rows(ConsentEvent)
CUSTOMER_ID = bindparam("customer_id", type_=BigInteger)
TEXT = Prepared(
    select(PolicyText.id).where(
        PolicyText.purpose == bindparam("purpose"),
        PolicyText.language == bindparam("language"),
        PolicyText.sha256 == bindparam("sha256"),
    ),
    [TEXTS.c.id],
)
HELD = Prepared(
    select(NOW.c.event_id).where(
        NOW.c.customer_id == CUSTOMER_ID, NOW.c.purpose == bindparam("purpose")
    ),
    [NOW.c.event_id],
)
STANDS = (NOW.c.purpose, NOW.c.given, NOW.c.at, TEXTS.c.sha256, TEXTS.c.language, SAID.c.source)
STANDING = Prepared(
    select(*STANDS)
    .join(SAID, SAID.c.id == NOW.c.event_id)
    .join(TEXTS, TEXTS.c.id == SAID.c.text_id)
    .where(NOW.c.customer_id == CUSTOMER_ID),
    STANDS,
)
CHOICES = (CUSTOMERS.c.language, NOW.c.purpose, NOW.c.given)
CHOSEN = Prepared(
    select(*CHOICES)
    .outerjoin_from(CUSTOMERS, NOW, NOW.c.customer_id == CUSTOMERS.c.id)
    .where(CUSTOMERS.c.id == CUSTOMER_ID),
    CHOICES,
)
HOLDING = Prepared(
    {
        name: (statement := insert(NOW)).on_conflict_do_update(
            index_elements=["customer_id", "purpose"],
            set_={column: statement.excluded[column] for column in ("given", "event_id", "at")},
        )
        for name, insert in (("postgresql", postgresql.insert), ("sqlite", sqlite.insert))
    }
)
HOW_MANY = (
    select(func.count()).where(Ticket.customer_id == CUSTOMER_ID),
    select(func.count()).where(
        Order.customer_id == CUSTOMER_ID, Order.state != DRAFT, Order.state != DROPPED
    ),
    select(func.count()).where(
        ProfileEntry.customer_id == CUSTOMER_ID, ProfileEntry.removed_at.is_(None)
    ),
    select(func.count()).where(
        Subscription.customer_id == CUSTOMER_ID, Subscription.ended_at.is_(None)
    ),
)
EACH = [one.scalar_subquery() for one in HOW_MANY]
COUNTS = Prepared(select(*EACH), EACH)


async def text_of(tx: AsyncSession, purpose: str, language: str, sha256: str) -> int | None:
    """The id of the archived text with these words."""
    found = await TEXT.rows(tx, purpose=purpose, language=language, sha256=sha256)
    return int(found[0][0]) if found else None


async def was_told(tx: AsyncSession, customer_id: int, purpose: str) -> bool:
    """Whether a customer was ever told of a purpose, or asked."""
    return bool(await HELD.rows(tx, customer_id=customer_id, purpose=purpose))


async def standing(tx: AsyncSession, customer_id: int) -> dict[str, Given]:
    """What holds for a customer now, by purpose; a purpose never answered is not there."""
    rows = await STANDING.rows(tx, customer_id=customer_id)
    return {purpose: Given(*given) for purpose, *given in rows}


async def chosen(tx: AsyncSession, customer_id: int) -> tuple[str, dict[str, bool]] | None:
    """A customer's language, and their yes or no by purpose; None when they are gone."""
    rows = await CHOSEN.rows(tx, customer_id=customer_id)
    if not rows:
        return None
    return rows[0][0], {purpose: given for _, purpose, given in rows if purpose is not None}


async def append(tx: AsyncSession, event: ConsentEvent, *, given: bool) -> None:
    """One more event, and what holds now."""
    await EVENTS.put(tx, event)
    await HOLDING.run(
        tx,
        customer_id=event.customer_id,
        purpose=event.purpose,
        given=given,
        event_id=event.id,
        at=event.at,
    )


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
    return Counts(*(await COUNTS.rows(tx, customer_id=customer_id))[0])


async def events_of(tx: AsyncSession, customer_id: int) -> Sequence[ConsentEvent]:
    """Everything that a customer was told or said, in order."""
    statement = select(ConsentEvent).where(ConsentEvent.customer_id == customer_id)
    return (await tx.scalars(statement.order_by(ConsentEvent.id))).all()
