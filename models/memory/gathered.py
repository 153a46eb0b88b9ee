"""What stories of gathered news ask: what was told of in a span, who wants it once a day, what
each of them was told already."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.notices import ContactPreference, Notice
from models.memory.profiles import SUBSCRIBED, NewsItem, Subscription


async def since(tx: AsyncSession, start: datetime, end: datetime, limit: int) -> Sequence[NewsItem]:
    """News that everybody was told of within a span of time, the newest first."""
    statement = (
        select(NewsItem)
        .where(NewsItem.done_at >= start, NewsItem.done_at < end)
        .order_by(NewsItem.done_at.desc(), NewsItem.id.desc())
        .limit(limit)
    )
    return (await tx.execute(statement)).scalars().all()


async def zones(tx: AsyncSession, pace: str) -> Sequence[str | None]:
    """The time zones of those who want their news at a pace."""
    statement = select(ContactPreference.time_zone).distinct().where(ContactPreference.pace == pace)
    return (await tx.execute(statement)).scalars().all()


async def of_pace(
    tx: AsyncSession, pace: str, zone: str | None, after: int, limit: int
) -> Sequence[int]:
    """A page of those who want their news at a pace, in one zone."""
    same = ContactPreference.time_zone == zone
    statement = (
        select(ContactPreference.customer_id)
        .where(
            ContactPreference.pace == pace,
            same if zone is not None else ContactPreference.time_zone.is_(None),
            ContactPreference.customer_id > after,
        )
        .order_by(ContactPreference.customer_id)
        .limit(limit)
    )
    return (await tx.execute(statement)).scalars().all()


async def wants_of(
    tx: AsyncSession, customer_ids: Collection[int], kinds: Collection[str]
) -> Sequence[Subscription]:
    """What some people want to hear of these kinds."""
    statement = select(Subscription).where(
        Subscription.customer_id.in_(customer_ids), Subscription.kind.in_(kinds), SUBSCRIBED
    )
    return (await tx.execute(statement)).scalars().all()


async def told(
    tx: AsyncSession, customer_ids: Collection[int], dedups: Collection[str]
) -> frozenset[tuple[int, str]]:
    """Which of these news were offered to these people on their own, by what tells them apart."""
    statement = select(Notice.customer_id, Notice.dedup).where(
        Notice.customer_id.in_(customer_ids), Notice.dedup.in_(dedups)
    )
    return frozenset((one, str(dedup)) for one, dedup in await tx.execute(statement))


async def digests_of(
    tx: AsyncSession, customer_ids: Collection[int], kind: str, since: datetime
) -> Sequence[tuple[int, str]]:
    """The cards of the digests that people were offered since a moment, the oldest first."""
    statement = (
        select(Notice.customer_id, Notice.payload)
        .where(
            Notice.customer_id.in_(customer_ids), Notice.kind == kind, Notice.created_at >= since
        )
        .order_by(Notice.id)
    )
    return [(one, str(payload.get("card", ""))) for one, payload in await tx.execute(statement)]
