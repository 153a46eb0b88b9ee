"""Tickets: one matter of one customer, from the first message to the rating."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ForeignKey,
    Index,
    Integer,
    String,
    bindparam,
    func,
    select,
    text,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId
from models.people import CUSTOMERS, Customer
from models.prepared import Prepared
from models.putting import Rows

ASKING, OPEN, TAKEN, PENDING, RESOLVED = "asking", "open", "taken", "pending", "resolved"
WAITING = (ASKING, OPEN)
LIVE = (ASKING, OPEN, TAKEN, PENDING)
# As in the partial indexes, to the letter: SQLite uses them only then.
UNRESOLVED = text("state <> 'resolved'")


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class Ticket(Row):
    """One matter of one customer."""

    __tablename__ = "ticket"
    __table_args__ = (
        Index("ix_ticket_queue_waiting", "queue_id", "opened_at", **_where("state <> 'resolved'")),
        Index("ix_ticket_due", "due_at", **_where("due_at IS NOT NULL AND told_at IS NULL")),
        Index("ix_ticket_asking", "ask_until", **_where("ask_until IS NOT NULL")),
        Index("ix_ticket_agent_live", "agent_id", **_where("state <> 'resolved'")),
        Index("ix_ticket_customer", "customer_id", "id"),
        Index("ix_ticket_place", "place_chat_id", "place_thread_id"),
        Index("ix_ticket_opened", "opened_at"),
        Index("ix_ticket_order", "order_id", **_where("order_id IS NOT NULL")),
        Index("ix_ticket_resolved", "resolved_at", **_where("resolved_at IS NOT NULL")),
        Index("ix_ticket_pending", "changed_at", **_where("state = 'pending'")),
        Index(
            "ix_ticket_answered",
            "queue_id",
            "first_response_at",
            **_where("first_response_at IS NOT NULL"),
        ),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ref: Mapped[str] = mapped_column(String(16), unique=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    queue_id: Mapped[int] = mapped_column(ForeignKey("queue.id"))
    topic_id: Mapped[int | None] = mapped_column(ForeignKey("topic.id"))
    agent_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    state: Mapped[str] = mapped_column(String(10), default=OPEN)
    subject: Mapped[str] = mapped_column(default="")
    decision: Mapped[str] = mapped_column(String(10), default="route")
    certainty: Mapped[str] = mapped_column(String(10), default="sure")
    probability: Mapped[float | None]
    in_scope: Mapped[float | None]
    model: Mapped[str | None] = mapped_column(String(40))
    runners_up: Mapped[list[Any]] = mapped_column(JSON, default=list)
    why: Mapped[list[Any]] = mapped_column(JSON, default=list)
    nearest: Mapped[str | None] = mapped_column(String(300))
    matters: Mapped[list[Any]] = mapped_column(JSON, default=list)
    opened_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    taken_at: Mapped[datetime | None]
    first_response_at: Mapped[datetime | None]
    waiting_since: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    ask_until: Mapped[datetime | None]
    resolved_at: Mapped[datetime | None]
    reopened: Mapped[int] = mapped_column(default=0)
    place_chat_id: Mapped[int | None] = mapped_column(BigInteger)
    place_thread_id: Mapped[int | None] = mapped_column(BigInteger)
    guests: Mapped[list[Any]] = mapped_column(JSON, default=list)
    spam: Mapped[bool] = mapped_column(default=False)
    choosing: Mapped[bool] = mapped_column(default=False)
    split_offered: Mapped[bool] = mapped_column(default=False)
    order_id: Mapped[int | None] = mapped_column(BigInteger)
    product_id: Mapped[int | None] = mapped_column(BigInteger)


TICKETS = Rows(Ticket)
LATEST = TICKETS.prepare(
    select(*TICKETS.columns)
    .where(Ticket.customer_id == bindparam("customer_id"))
    .order_by(Ticket.id.desc())
    .limit(bindparam("most", type_=Integer))
)
BOTH = (*TICKETS.columns, *CUSTOMERS.columns)
WITH_CUSTOMER = Prepared(
    select(*BOTH)
    .join_from(Ticket, Customer, Customer.id == Ticket.customer_id)
    .where(Ticket.id == bindparam("ticket_id")),
    BOTH,
)
TWO_WAITING = Prepared(
    select(TICKETS.columns[0])
    .where(
        Ticket.queue_id == bindparam("queue_id"), text("state IN ('asking', 'open')"), UNRESOLVED
    )
    .limit(2),
    TICKETS.columns[:1],
)


async def by_ref(tx: AsyncSession, ref: str) -> Ticket | None:
    """The ticket that a button means."""
    found: Ticket | None = await tx.scalar(
        select(Ticket).where(Ticket.ref == ref).with_for_update()
    )
    return found


async def by_id(tx: AsyncSession, ticket_id: int) -> Ticket | None:
    """The ticket with a number."""
    found: Ticket | None = await tx.scalar(
        select(Ticket).where(Ticket.id == ticket_id).with_for_update()
    )
    return found


async def latest_of(tx: AsyncSession, customer_id: int, limit: int = 1) -> list[Ticket]:
    """A customer's tickets, the newest first."""
    return await TICKETS.all(tx, LATEST, customer_id=customer_id, most=limit)


async def with_customer(tx: AsyncSession, ticket_id: int) -> tuple[Ticket, Customer] | None:
    """A ticket and whose it is."""
    found = await WITH_CUSTOMER.rows(tx, ticket_id=ticket_id)
    if not found:
        return None
    split = len(TICKETS.columns)
    return TICKETS.row(tx, found[0][:split]), CUSTOMERS.row(tx, found[0][split:])


async def is_alone(tx: AsyncSession, queue_id: int) -> bool:
    """Whether a queue's waiting ticket is the only one."""
    return len(await TWO_WAITING.rows(tx, queue_id=queue_id)) == 1


async def by_place(tx: AsyncSession, chat_id: int, thread_id: int) -> Ticket | None:
    """The live or last ticket of a forum topic."""
    found: Ticket | None = await tx.scalar(
        select(Ticket)
        .where(Ticket.place_chat_id == chat_id, Ticket.place_thread_id == thread_id)
        .order_by(Ticket.id.desc())
        .limit(1)
    )
    return found


async def waiting_in(tx: AsyncSession, queue_id: int, limit: int) -> list[Ticket]:
    """Tickets nobody has taken, the oldest first."""
    statement = (
        select(Ticket)
        .where(Ticket.queue_id == queue_id, Ticket.state.in_(WAITING), UNRESOLVED)
        .order_by(Ticket.opened_at, Ticket.id)
        .limit(limit)
    )
    return list((await tx.execute(statement)).scalars())


async def count_by_state(tx: AsyncSession, queue_id: int) -> dict[str, int]:
    """How many live tickets a queue has in each state."""
    statement = (
        select(Ticket.state, func.count())
        .where(Ticket.queue_id == queue_id, UNRESOLVED)
        .group_by(Ticket.state)
    )
    return {str(state): int(count) for state, count in (await tx.execute(statement)).all()}


async def live_of_agent(tx: AsyncSession, agent_id: int, limit: int = 50) -> list[Ticket]:
    """What a staff member has in hand, the oldest first."""
    statement = (
        select(Ticket)
        .where(Ticket.agent_id == agent_id, Ticket.state.in_((TAKEN, PENDING)), UNRESOLVED)
        .order_by(Ticket.opened_at, Ticket.id)
        .limit(limit)
    )
    return list((await tx.execute(statement)).scalars())
