"""What is asked of where customers stand: the last night, moves, people at risk, VIPs."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.nights import known_by_name
from models.memory.segments import AT_RISK, Segment, SegmentMove, SegmentNight
from models.people import Customer
from models.sqlite_link import SLOW
from models.tickets import UNRESOLVED, WAITING, Ticket


async def night_until(tx: AsyncSession, last: date) -> SegmentNight | None:
    """The newest night that is not after a day."""
    statement = (
        select(SegmentNight)
        .where(SegmentNight.night <= last)
        .order_by(SegmentNight.night.desc())
        .limit(1)
    )
    found: SegmentNight | None = await tx.scalar(statement)
    return found


async def moves(tx: AsyncSession, after: date) -> Sequence[tuple[str, str, int]]:
    """(from, to, how many) since a day, the first stage of a person left out; most first."""
    many = func.count()
    statement = (
        select(SegmentMove.before, SegmentMove.after, many)
        .prefix_with(SLOW)
        .where(SegmentMove.night > after, SegmentMove.before != "")
        .group_by(SegmentMove.before, SegmentMove.after)
        .order_by(many.desc(), SegmentMove.before, SegmentMove.after)
    )
    return [(one, other, int(n)) for one, other, n in (await tx.execute(statement)).all()]


async def at_risk(
    tx: AsyncSession, people: str, skip: int, limit: int
) -> Sequence[tuple[Segment, str]]:
    """People at risk with their names, the greatest value first."""
    statement = (
        select(Segment, Customer.name)
        .join(Customer, Customer.id == Segment.customer_id)
        .where(Segment.stage == AT_RISK, known_by_name(people))
        .order_by(Segment.worth.desc(), Segment.customer_id.desc())
        .offset(skip)
        .limit(limit)
    )
    return [(one, name) for one, name in (await tx.execute(statement)).all()]


async def count_at_risk(tx: AsyncSession, people: str) -> int:
    """How many people at risk there are by name."""
    statement = (
        select(func.count())
        .select_from(Segment)
        .prefix_with(SLOW)
        .where(Segment.stage == AT_RISK, known_by_name(people))
    )
    return int(await tx.scalar(statement) or 0)


async def of_customer(tx: AsyncSession, people: str, customer_id: int) -> Segment | None:
    """Where a customer stands; None where it is not known or may not be."""
    found: Segment | None = await tx.scalar(
        select(Segment).where(Segment.customer_id == customer_id, known_by_name(people))
    )
    return found


async def vips_among(tx: AsyncSession, people: str, ids: Collection[int]) -> set[int]:
    """Which of the customers are VIPs."""
    statement = select(Segment.customer_id).where(
        Segment.customer_id.in_(ids), Segment.vip.is_(True), known_by_name(people)
    )
    return {int(one) for one in (await tx.execute(statement)).scalars()} if ids else set()


async def vips_waiting(tx: AsyncSession, people: str, queue_id: int, limit: int) -> list[Any]:
    """Tickets of VIPs that nobody has taken, the oldest first."""
    statement = (
        select(Ticket)
        .join(Segment, Segment.customer_id == Ticket.customer_id)
        .where(
            Ticket.queue_id == queue_id,
            Ticket.state.in_(WAITING),
            UNRESOLVED,
            Segment.vip.is_(True),
            known_by_name(people),
        )
        .order_by(Ticket.opened_at, Ticket.id)
        .limit(limit)
    )
    return list((await tx.execute(statement)).scalars())
