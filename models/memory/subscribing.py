"""What stories of subscriptions ask: what a person wants to hear of, and who wants to hear this."""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.consents import NEWS, Consent
from models.memory.notices import ContactPreference
from models.memory.profiles import SUBSCRIBED, Subscription

MOST = 100


@dataclass(frozen=True, slots=True)
class Waiting:
    """A subscription as news need it: its number, whose it is, the price that was seen."""

    id: int
    customer_id: int
    price: int | None


async def of_person(
    tx: AsyncSession, customer_id: int, limit: int = MOST, offset: int = 0
) -> Sequence[Subscription]:
    """What a person wants to hear of, the newest first."""
    statement = (
        select(Subscription)
        .where(Subscription.customer_id == customer_id, Subscription.ended_at.is_(None))
        .order_by(Subscription.id.desc())
        .limit(limit)
        .offset(offset)
    )
    return (await tx.execute(statement)).scalars().all()


async def count_of(tx: AsyncSession, customer_id: int) -> int:
    """How much a person wants to hear of."""
    counted = select(func.count()).where(
        Subscription.customer_id == customer_id, Subscription.ended_at.is_(None)
    )
    return int(await tx.scalar(counted) or 0)


async def count_agreed(tx: AsyncSession, kind: str) -> int:
    """How many people want to hear of a kind and agreed to news."""
    counted = (
        select(func.count())
        .select_from(Subscription)
        .join(Consent, Consent.customer_id == Subscription.customer_id)
        .where(Subscription.kind == kind, SUBSCRIBED, Consent.purpose == NEWS, Consent.given)
    )
    return int(await tx.scalar(counted) or 0)


async def one_of(
    tx: AsyncSession, customer_id: int, kind: str, subject: str
) -> Subscription | None:
    """A person's subscription, ended ones included."""
    found: Subscription | None = await tx.scalar(
        select(Subscription).where(
            Subscription.customer_id == customer_id,
            Subscription.kind == kind,
            Subscription.subject == subject,
        )
    )
    return found


async def by_ref(tx: AsyncSession, customer_id: int, ref: str) -> Subscription | None:
    """A person's subscription that has not ended, by its reference."""
    found: Subscription | None = await tx.scalar(
        select(Subscription).where(
            Subscription.ref == ref,
            Subscription.customer_id == customer_id,
            Subscription.ended_at.is_(None),
        )
    )
    return found


async def kinds_on(tx: AsyncSession, customer_id: int, subject: str) -> frozenset[str]:
    """What a person wants to hear of one subject."""
    statement = select(Subscription.kind).where(
        Subscription.customer_id == customer_id,
        Subscription.subject == subject,
        Subscription.ended_at.is_(None),
    )
    return frozenset((await tx.execute(statement)).scalars())


async def hears(tx: AsyncSession, customer_id: int, kind: str, subjects: Collection[str]) -> bool:
    """Whether a person wants to hear of one of these subjects."""
    found = select(Subscription.id).where(
        Subscription.customer_id == customer_id,
        Subscription.kind == kind,
        Subscription.subject.in_(subjects),
        Subscription.ended_at.is_(None),
    )
    return await tx.scalar(found.limit(1)) is not None


async def begin(
    tx: AsyncSession,
    customer_id: int,
    kind: str,
    subject: str,
    price: int | None,
    now: datetime,
) -> Subscription:
    """A person wants to hear of this from now on; one that ended begins anew."""
    known = await one_of(tx, customer_id, kind, subject)
    if known is None:
        known = Subscription(
            ref=secrets.token_urlsafe(9), customer_id=customer_id, kind=kind, subject=subject
        )
        tx.add(known)
    known.created_at, known.ended_at, known.item_id, known.price = now, None, None, price
    await tx.flush()
    return known


async def wanted(tx: AsyncSession, kind: str, subjects: Collection[str]) -> frozenset[str]:
    """Which of these subjects somebody wants to hear of."""
    statement = (
        select(Subscription.subject)
        .distinct()
        .where(Subscription.kind == kind, Subscription.subject.in_(subjects), SUBSCRIBED)
    )
    return frozenset((await tx.execute(statement)).scalars())


async def to_tell(
    tx: AsyncSession,
    kind: str,
    subjects: Collection[str],
    after: int,
    limit: int,
    before: datetime,
    *,
    dearer_than: int | None = None,
) -> Sequence[tuple[Waiting, str]]:
    """A page of who wants to hear this, with the pace of each; by the number of the subscription.

    `dearer_than`: only those who saw at least this price.
    """
    pace = func.coalesce(ContactPreference.pace, "now")
    statement = (
        select(Subscription.id, Subscription.customer_id, Subscription.price, pace)
        .outerjoin(ContactPreference, ContactPreference.customer_id == Subscription.customer_id)
        .where(
            Subscription.kind == kind,
            Subscription.subject.in_(subjects),
            Subscription.id > after,
            Subscription.created_at <= before,
            Subscription.item_id.is_(None),
            SUBSCRIBED,
        )
        .order_by(Subscription.id)
        .limit(limit)
    )
    if dearer_than is not None:
        enough = Subscription.price >= dearer_than
        statement = statement.where(or_(Subscription.price.is_(None), enough))
    rows = (await tx.execute(statement)).all()
    return [(Waiting(*row[:3]), str(row[3])) for row in rows]
