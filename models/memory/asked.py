"""What stories of surveys ask: what a person was asked lately, which question is due."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.complaints import Complaint
from models.memory.notices import WAITS, ContactPreference, Notice
from models.memory.surveys import CES, NPS, THING, UNASKED, ProductRating, Survey
from models.people import Customer
from models.trade.orders import OrderLine

AT_ONCE = 100
BETTER = "better"
FOLLOWUP = "followup:"


async def history(
    tx: AsyncSession, customer_id: int, since: datetime, but: str
) -> list[tuple[str, datetime]]:
    """When a person was last asked a thing of each kind, since a moment; `but`: a slot left out."""
    statement = (
        select(Survey.kind, func.max(Survey.asked_at))
        .where(Survey.customer_id == customer_id, Survey.asked_at >= since, Survey.slot != but)
        .group_by(Survey.kind)
    )
    rows = (await tx.execute(statement)).all()
    return [(kind, at) for kind, at in rows if at is not None]


async def followed_up(
    tx: AsyncSession, customer_id: int, since: datetime, now: datetime
) -> list[datetime]:
    """When a person was asked, in a stretch of time, whether it is better after a complaint."""
    statement = select(Complaint.asked_at).where(
        Complaint.customer_id == customer_id, Complaint.asked_at.between(since, now)
    )
    return [one for one in await tx.scalars(statement) if one is not None]


async def follow_up_later(tx: AsyncSession, customer_id: int, at: datetime) -> None:
    """Whoever is asked something now is asked no sooner than `at` whether it is better.

    Where it would be too late by then it stays as it was.
    """
    waiting = (
        Notice.customer_id == customer_id,
        Notice.settled_at.is_(None),
        WAITS,
        Notice.dedup.startswith(FOLLOWUP),
    )
    late = (Notice.not_before < at, Notice.expires_at > at)
    await tx.execute(update(Notice).where(*waiting, *late).values(not_before=at))


async def shown(tx: AsyncSession, card: str, subject_id: int, at: datetime) -> None:
    """A question that the shop asks of its own accord stands before its person from now on."""
    if card == BETTER:
        asked_again = update(Complaint).where(Complaint.id == subject_id)
        await tx.execute(asked_again.values(asked_at=at))
    elif card in (NPS, CES):
        await tx.execute(update(Survey).where(Survey.id == subject_id).values(asked_at=at))


async def never_shown(tx: AsyncSession, card: str, subject_id: int) -> None:
    """The gate kept such a question from its person: it was not asked, and counts as nothing."""
    if card == BETTER:
        unanswered = (Complaint.id == subject_id, Complaint.better.is_(None))
        await tx.execute(update(Complaint).where(*unanswered).values(asked_at=None))
    elif card in (NPS, CES):
        nothing = (Survey.id == subject_id, Survey.score.is_(None))
        await tx.execute(delete(Survey).where(*nothing))


async def muted(tx: AsyncSession, customer_id: int) -> list[str]:
    """What kinds of messages a person wants no more."""
    found = select(ContactPreference.muted).where(ContactPreference.customer_id == customer_id)
    return [str(one) for one in await tx.scalar(found) or ()]


async def resting(tx: AsyncSession, customer_id: int, now: datetime) -> bool:
    """Whether a person is asked nothing at present: they stopped all, or a pause holds."""
    stands = or_(ContactPreference.stopped_at.is_not(None), ContactPreference.paused_until > now)
    found = select(ContactPreference.customer_id).where(
        ContactPreference.customer_id == customer_id, stands
    )
    return await tx.scalar(found) is not None


async def put(tx: AsyncSession, **values: Any) -> bool:
    """A new question; False when the same was asked, or planned, before."""
    insert = postgresql.insert if tx.get_bind().dialect.name == "postgresql" else sqlite.insert
    statement = (
        insert(Survey)
        .values(comment="", **values)
        .on_conflict_do_nothing(index_elements=["customer_id", "kind", "slot"])
        .returning(Survey.id)
    )
    return await tx.scalar(statement) is not None


async def was_asked(
    tx: AsyncSession, customer_id: int, kind: str, slot: str, since: datetime
) -> bool:
    """Whether a person was asked about just this, since a moment."""
    return (
        await tx.scalar(_same(customer_id, kind, slot).where(Survey.asked_at >= since)) is not None
    )


async def ask_anew(tx: AsyncSession, customer_id: int, kind: str, slot: str, now: datetime) -> None:
    """The same is asked once more."""
    found = await tx.scalar(_same(customer_id, kind, slot))
    if found is not None:
        found.asked_at = now
        await tx.flush()


async def skipped(tx: AsyncSession, customer_id: int, slots: Collection[str]) -> set[str]:
    """Which things of an order a person would not rate."""
    statement = select(Survey.slot).where(
        Survey.customer_id == customer_id, Survey.kind == THING, Survey.slot.in_(slots)
    )
    return set((await tx.execute(statement)).scalars())


def _same(customer_id: int, kind: str, slot: str) -> Select[Survey]:
    return select(Survey).where(
        Survey.customer_id == customer_id, Survey.kind == kind, Survey.slot == slot
    )


async def any_due(tx: AsyncSession, now: datetime) -> bool:
    """Whether a planned question's time has come."""
    found = select(Survey.id).where(UNASKED, Survey.due_at <= now).limit(1)
    return await tx.scalar(found) is not None


async def due(tx: AsyncSession, now: datetime) -> Sequence[tuple[Survey, Customer]]:
    """Planned questions whose time has come, held, with whom they are for."""
    statement = (
        select(Survey, Customer)
        .join(Customer, Customer.id == Survey.customer_id)
        .where(UNASKED, Survey.due_at <= now)
        .order_by(Survey.due_at, Survey.id)
        .limit(AT_ONCE)
        .with_for_update(of=Survey, skip_locked=True)
    )
    return [(row[0], row[1]) for row in (await tx.execute(statement)).all()]


async def drop(tx: AsyncSession, survey_id: int) -> None:
    """A planned question is asked no more."""
    await tx.execute(delete(Survey).where(Survey.id == survey_id, UNASKED))


async def by_ref(tx: AsyncSession, ref: str) -> tuple[Survey, Customer] | None:
    """The question that a button means, held, and whose it is."""
    statement = (
        select(Survey, Customer)
        .join(Customer, Customer.id == Survey.customer_id)
        .where(Survey.ref == ref)
        .with_for_update(of=Survey)
    )
    row = (await tx.execute(statement)).first()
    return (row[0], row[1]) if row is not None else None


async def things_rated(tx: AsyncSession, line_ids: Collection[int]) -> Sequence[ProductRating]:
    """What things of an order were given, in the order in which they were rated."""
    found = select(ProductRating).where(ProductRating.line_id.in_(line_ids))
    return list(await tx.scalars(found.order_by(ProductRating.rated_at, ProductRating.line_id)))


async def thing_of(tx: AsyncSession, order_id: int, at: datetime) -> OrderLine | None:
    """The thing of an order that was rated at a moment: what a complaint began with."""
    rated = select(OrderLine).join(ProductRating, ProductRating.line_id == OrderLine.id)
    found: OrderLine | None = await tx.scalar(
        rated.where(OrderLine.order_id == order_id, ProductRating.rated_at == at).limit(1)
    )
    return found


async def ratings_of(tx: AsyncSession, line_ids: Collection[int]) -> dict[int, int]:
    """What was given to things of an order, by line."""
    statement = select(ProductRating.line_id, ProductRating.score).where(
        ProductRating.line_id.in_(line_ids)
    )
    return {int(line): int(score) for line, score in (await tx.execute(statement)).all()}
