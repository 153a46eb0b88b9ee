"""Customers and staff: who they are, how they are spoken to, what they may do."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    String,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId
from models.putting import Rows

AGENT, SUPERVISOR, ADMIN = "agent", "supervisor", "admin"
ROLES = (AGENT, SUPERVISOR, ADMIN)


class Customer(Row):
    """A person who writes to the shop."""

    __tablename__ = "customer"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tg_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    name: Mapped[str] = mapped_column(String(200), default="")
    username: Mapped[str | None] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(8), default="ru")
    language_chosen: Mapped[bool] = mapped_column(default=False)
    phone: Mapped[str | None] = mapped_column(String(32))
    reachable: Mapped[bool] = mapped_column(default=True)
    banned: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]


class Staff(Row):
    """A person who answers or runs the shop."""

    __tablename__ = "staff"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tg_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(8), default="ru")
    active: Mapped[bool] = mapped_column(default=True)
    on_duty: Mapped[bool] = mapped_column(default=True)
    as_customer: Mapped[bool] = mapped_column(default=False)
    reachable: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]


class Membership(Row):
    """A staff member answers a queue."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("staff_id", "queue_id"),)
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    queue_id: Mapped[int] = mapped_column(ForeignKey("queue.id"), index=True)


class Invite(Row):
    """A one-time invitation; only the hash of its secret is kept."""

    __tablename__ = "invite"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(16))
    queue_id: Mapped[int | None] = mapped_column(ForeignKey("queue.id"))
    created_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    used_at: Mapped[datetime | None]


CUSTOMERS = Rows(Customer)
FINDING_CUSTOMER = CUSTOMERS.prepare(
    select(*CUSTOMERS.columns).where(Customer.tg_id == bindparam("tg_id"))
)


async def customer_by_tg(tx: AsyncSession, tg_id: int) -> Customer | None:
    """The customer behind a Telegram account."""
    return await CUSTOMERS.one(tx, FINDING_CUSTOMER, tg_id=tg_id)


async def customers_by_ids(tx: AsyncSession, ids: Sequence[int]) -> dict[int, Customer]:
    """Several customers at once."""
    rows = (await tx.execute(select(Customer).where(Customer.id.in_(ids)))).scalars()
    return {customer.id: customer for customer in rows}


async def staff_by_tg(tx: AsyncSession, tg_id: int) -> Staff | None:
    """The staff member behind a Telegram account, former ones included."""
    found: Staff | None = await tx.scalar(select(Staff).where(Staff.tg_id == tg_id))
    return found


async def all_staff(tx: AsyncSession) -> list[Staff]:
    """Everybody who is or was on the staff."""
    return list((await tx.execute(select(Staff).order_by(Staff.id))).scalars())


async def memberships(tx: AsyncSession) -> dict[int, set[int]]:
    """Queue ids by staff id."""
    queues: dict[int, set[int]] = {}
    for staff_id, queue_id in (
        await tx.execute(select(Membership.staff_id, Membership.queue_id))
    ).all():
        queues.setdefault(staff_id, set()).add(queue_id)
    return queues


async def join_queue(tx: AsyncSession, staff_id: int, queue_id: int) -> None:
    """Make somebody a member of a queue; once is enough."""
    known = await tx.scalar(
        select(Membership.id).where(
            Membership.staff_id == staff_id, Membership.queue_id == queue_id
        )
    )
    if known is None:
        tx.add(Membership(staff_id=staff_id, queue_id=queue_id))
        await tx.flush()


async def leave_queue(tx: AsyncSession, staff_id: int, queue_id: int) -> None:
    """Take somebody out of one queue."""
    await tx.execute(
        delete(Membership).where(Membership.staff_id == staff_id, Membership.queue_id == queue_id)
    )


async def leave_queues(tx: AsyncSession, staff_id: int) -> None:
    """Take somebody out of every queue."""
    await tx.execute(delete(Membership).where(Membership.staff_id == staff_id))


async def active_admins(tx: AsyncSession) -> int:
    """How many admins there are."""
    statement = select(func.count()).where(Staff.role == ADMIN, Staff.active)
    return int(await tx.scalar(statement) or 0)


async def invite_by_hash(tx: AsyncSession, secret_hash: str) -> Invite | None:
    """The invitation with this secret."""
    found: Invite | None = await tx.scalar(
        select(Invite).where(Invite.secret_hash == secret_hash).with_for_update()
    )
    return found


async def use_invite(tx: AsyncSession, invite_id: int, staff_id: int, now: datetime) -> bool:
    """Use an invitation; False when somebody was faster."""
    result = await tx.execute(
        update(Invite)
        .where(Invite.id == invite_id, Invite.used_at.is_(None))
        .values(used_by=staff_id, used_at=now)
    )
    return getattr(result, "rowcount", 0) == 1
