"""What stories of complaints ask: one by its ticket or button, what is open, what is due."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.journal import Audit
from models.memory.complaints import MISTAKEN, OPEN, UNSETTLED, Complaint
from models.putting import Rows

COMPLAINTS = Rows(Complaint)
OF_TICKET = COMPLAINTS.prepare(
    select(*COMPLAINTS.columns).where(Complaint.ticket_id == bindparam("ticket_id"))
)
AT_ONCE = 50
DECIDED, AGAIN = "complaint_close", "complaint_again"


async def seen(tx: AsyncSession, ticket_id: int) -> Complaint | None:
    """The complaint that a ticket carries, to look at."""
    return await COMPLAINTS.one(tx, OF_TICKET, ticket_id=ticket_id)


async def of_ticket(tx: AsyncSession, ticket_id: int) -> Complaint | None:
    """The complaint that a ticket carries, held."""
    found: Complaint | None = await tx.scalar(
        select(Complaint).where(Complaint.ticket_id == ticket_id).with_for_update()
    )
    return found


async def ticket_of(tx: AsyncSession, complaint_id: int) -> int | None:
    """The number of the ticket that carries a complaint."""
    found = select(Complaint.ticket_id).where(Complaint.id == complaint_id)
    number: int | None = await tx.scalar(found)
    return number


async def by_ref(tx: AsyncSession, ref: str) -> Complaint | None:
    """The complaint that a button means, held."""
    found: Complaint | None = await tx.scalar(
        select(Complaint).where(Complaint.ref == ref).with_for_update()
    )
    return found


async def known_about(
    tx: AsyncSession, ticket_id: int | None, order_id: int | None
) -> Complaint | None:
    """The newest complaint about a rated ticket or about an order; what was none does not count."""
    same = [
        column == value
        for column, value in (
            (Complaint.about_ticket_id, ticket_id),
            (Complaint.ticket_id, ticket_id),
            (Complaint.order_id, order_id),
        )
        if value is not None
    ]
    if not same:
        return None
    found: Complaint | None = await tx.scalar(
        select(Complaint)
        .where(or_(*same), Complaint.outcome != MISTAKEN)
        .order_by(Complaint.id.desc())
        .limit(1)
    )
    return found


async def open_of(tx: AsyncSession, customer_id: int, limit: int) -> Sequence[Complaint]:
    """What a customer complains of now, the newest first."""
    statement = (
        select(Complaint)
        .where(Complaint.customer_id == customer_id, Complaint.state == OPEN)
        .order_by(Complaint.id.desc())
        .limit(limit)
    )
    return (await tx.execute(statement)).scalars().all()


async def open_then(tx: AsyncSession, customer_id: int, at: datetime) -> Complaint | None:
    """The newest that a customer complained of at a moment; what was none does not count."""
    statement = (
        select(Complaint)
        .where(
            Complaint.customer_id == customer_id,
            Complaint.opened_at <= at,
            or_(Complaint.closed_at.is_(None), Complaint.closed_at >= at),
            Complaint.outcome != MISTAKEN,
        )
        .order_by(Complaint.id.desc())
        .limit(1)
    )
    found: Complaint | None = await tx.scalar(statement)
    return found


async def in_hand(tx: AsyncSession) -> dict[int, int]:
    """How many open complaints each supervisor follows."""
    statement = (
        select(Complaint.supervisor_id, func.count())
        .where(UNSETTLED, Complaint.supervisor_id.is_not(None))
        .group_by(Complaint.supervisor_id)
    )
    rows = (await tx.execute(statement)).all()
    return {one: int(count) for one, count in rows if one is not None}


async def any_due(tx: AsyncSession, now: datetime) -> bool:
    """Whether somebody must be reminded of a complaint."""
    found = select(Complaint.id).where(UNSETTLED, Complaint.look_at <= now).limit(1)
    return await tx.scalar(found) is not None


async def due(tx: AsyncSession, now: datetime) -> Sequence[Complaint]:
    """Complaints that somebody must be reminded of, the most urgent first, held."""
    statement = (
        select(Complaint)
        .where(UNSETTLED, Complaint.look_at <= now)
        .order_by(Complaint.look_at)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    return (await tx.execute(statement)).scalars().all()


async def answered(tx: AsyncSession, ticket_id: int, now: datetime) -> bool:
    """Somebody has written to the customer; True the first time."""
    statement = (
        update(Complaint)
        .where(
            Complaint.ticket_id == ticket_id,
            Complaint.state == OPEN,
            Complaint.answered_at.is_(None),
        )
        .values(answered_at=now)
        .returning(Complaint.id)
    )
    return (await tx.execute(statement)).first() is not None


async def decisions(tx: AsyncSession, ticket_id: int) -> Sequence[Audit]:
    """How a ticket's complaint was decided, time after time, the oldest first."""
    found = select(Audit).where(Audit.ticket_id == ticket_id, Audit.verb == DECIDED)
    return (await tx.execute(found.order_by(Audit.id))).scalars().all()


async def began(tx: AsyncSession, complaint: Complaint) -> datetime:
    """Since when its present days count: since it was opened, the last time."""
    found = select(func.max(Audit.at)).where(
        Audit.ticket_id == complaint.ticket_id, Audit.verb == AGAIN
    )
    return await tx.scalar(found) or complaint.opened_at
