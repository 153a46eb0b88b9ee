"""What the watch looks for: tickets that came due, and what may be forgotten."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy import update as sql_update
from sqlalchemy.ext.asyncio import AsyncSession

from models import outbox
from models.inbox import NEW, Inbox
from models.memory.complaints import OPEN as UNDECIDED
from models.memory.complaints import Complaint
from models.outbox import Outbox
from models.people import Customer
from models.tickets import ASKING, LIVE, PENDING, TAKEN, UNRESOLVED, WAITING, Ticket

LATE_AT_ONCE = 500


def _late(now: datetime, patience: timedelta) -> ColumnElement[bool]:
    """Past the target; nobody has been told, or the agent was and has not answered since."""
    return and_(
        Ticket.due_at.is_not(None),
        Ticket.due_at <= now,
        Ticket.told_at.is_(None),
        UNRESOLVED,
        or_(
            Ticket.state != TAKEN,
            Ticket.reminded_at.is_(None),
            Ticket.reminded_at < Ticket.waiting_since,
            Ticket.reminded_at <= now - patience,
        ),
    )


async def overdue_queues(tx: AsyncSession, now: datetime, patience: timedelta) -> Sequence[int]:
    """Queues with tickets past their target of which somebody must be told now."""
    statement = select(Ticket.queue_id).where(_late(now, patience)).distinct()
    return (await tx.execute(statement.order_by(Ticket.queue_id))).scalars().all()


async def overdue(
    tx: AsyncSession, queue_id: int, now: datetime, patience: timedelta
) -> list[tuple[Ticket, str]]:
    """Those tickets, the longest overdue first, held, each with its customer's name."""
    statement = (
        select(Ticket, Customer.name)
        .join(Customer, Customer.id == Ticket.customer_id)
        .where(Ticket.queue_id == queue_id, _late(now, patience))
        .order_by(Ticket.due_at, Ticket.id)
        .limit(LATE_AT_ONCE)
        .with_for_update(of=Ticket, skip_locked=True)
    )
    return [(ticket, name) for ticket, name in (await tx.execute(statement)).all()]


async def tell_again(tx: AsyncSession, queue_id: int) -> None:
    """Those who were told of a queue's tickets never heard it: they are to be told of anew."""
    await tx.execute(
        sql_update(Ticket)
        .where(Ticket.queue_id == queue_id, UNRESOLVED, Ticket.told_at.is_not(None))
        .values(told_at=None)
    )


async def unanswered_question_exists(tx: AsyncSession, now: datetime) -> bool:
    """Whether a customer did not pick a topic in time."""
    statement = select(Ticket.id).where(
        Ticket.ask_until.is_not(None), Ticket.ask_until <= now, Ticket.state == ASKING
    )
    return (await tx.scalar(statement.limit(1))) is not None


async def oldest_open(tx: AsyncSession, queue_id: int) -> Ticket | None:
    """The ticket that has waited longest in a queue."""
    found: Ticket | None = await tx.scalar(
        select(Ticket)
        .where(Ticket.queue_id == queue_id, UNRESOLVED, Ticket.state.in_(WAITING))
        .order_by(Ticket.opened_at, Ticket.id)
        .limit(1)
    )
    return found


async def silent_pending(tx: AsyncSession, before: datetime, limit: int = 50) -> Sequence[Ticket]:
    """Tickets whose customer has not come back since a moment; a complaint ends by an outcome."""
    complained = (
        select(Complaint.id)
        .where(Complaint.ticket_id == Ticket.id, Complaint.state == UNDECIDED)
        .exists()
    )
    statement = (
        select(Ticket)
        .where(UNRESOLVED, Ticket.state == PENDING, Ticket.changed_at <= before, ~complained)
        .order_by(Ticket.changed_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return (await tx.execute(statement)).scalars().all()


async def live_at(tx: AsyncSession, chat_id: int) -> Sequence[Ticket]:
    """Live tickets whose conversation is in a chat."""
    statement = (
        select(Ticket)
        .where(Ticket.place_chat_id == chat_id, Ticket.state.in_(LIVE))
        .order_by(Ticket.id)
        .with_for_update()
    )
    return (await tx.execute(statement)).scalars().all()


async def is_place(tx: AsyncSession, chat_id: int) -> bool:
    """Whether the conversation of a live ticket is in a chat."""
    statement = select(Ticket.id).where(Ticket.place_chat_id == chat_id, Ticket.state.in_(LIVE))
    return (await tx.scalar(statement.limit(1))) is not None


async def first_responses(
    tx: AsyncSession, queue_id: int, since: datetime, limit: int = 200
) -> list[tuple[datetime, datetime]]:
    """When the last answered tickets of a queue were opened and first answered."""
    statement = (
        select(Ticket.opened_at, Ticket.first_response_at)
        .where(Ticket.queue_id == queue_id, Ticket.first_response_at >= since)
        .order_by(Ticket.first_response_at.desc())
        .limit(limit)
    )
    rows = (await tx.execute(statement)).all()
    return [(opened, answered) for opened, answered in rows if answered is not None]


async def full_body_exists(tx: AsyncSession, before: datetime) -> bool:
    """Whether a finished update older than a moment still has its body."""
    statement = select(Inbox.id).where(
        Inbox.has_body, Inbox.received_at < before, Inbox.status != NEW
    )
    return (await tx.scalar(statement.limit(1))) is not None


async def outbox_page(tx: AsyncSession, after: int, before: datetime, limit: int) -> Sequence[int]:
    """The next rows promised before a moment, in the order they were promised."""
    statement = (
        select(Outbox.id, Outbox.created_at)
        .where(Outbox.id > after)
        .order_by(Outbox.id)
        .limit(limit)
    )
    return [row_id for row_id, at in (await tx.execute(statement)).all() if at < before]


async def empty_payloads(tx: AsyncSession, after: int, until: int) -> None:
    """Empty what settled rows of a page said; those not settled keep it."""
    await tx.execute(
        sql_update(Outbox)
        .where(
            Outbox.id > after,
            Outbox.id <= until,
            Outbox.status.not_in((outbox.NEW, outbox.SENDING)),
        )
        .values(payload={})
    )


async def unanswered_questions(tx: AsyncSession, now: datetime, limit: int = 50) -> list[Ticket]:
    """Tickets whose customer did not pick a topic in time."""
    statement = (
        select(Ticket)
        .where(Ticket.ask_until <= now, Ticket.state == ASKING)
        .order_by(Ticket.ask_until)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return list((await tx.execute(statement)).scalars())
