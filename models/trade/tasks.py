"""What stories of tasks ask: what is due, what a button means, whether an order is the first."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.trade.orders import DRAFT, DROPPED, Order
from models.trade.returns import UNDONE, Task

AT_ONCE = 20


async def due(tx: AsyncSession, now: datetime) -> list[Task]:
    """Tasks that nobody was told of yet and whose time has come."""
    statement = (
        select(Task)
        .where(UNDONE, Task.due_at <= now, Task.told_at.is_(None))
        .order_by(Task.due_at, Task.id)
        .limit(AT_ONCE)
    )
    return list(await tx.scalars(statement))


async def by_ref(tx: AsyncSession, ref: str) -> Task | None:
    """The task that a button means, held."""
    found: Task | None = await tx.scalar(select(Task).where(Task.ref == ref).with_for_update())
    return found


async def orders_before(tx: AsyncSession, customer_id: int, order_id: int) -> int:
    """How many orders a customer had placed before one; what never was an order does not count."""
    statement = select(func.count()).where(
        Order.customer_id == customer_id,
        Order.id < order_id,
        Order.state.not_in((DRAFT, DROPPED)),
    )
    return int(await tx.scalar(statement) or 0)


async def has_task(tx: AsyncSession, kind: str, order_id: int) -> bool:
    """Whether an order has its task already."""
    statement = select(Task.id).where(Task.kind == kind, Task.order_id == order_id).limit(1)
    return await tx.scalar(statement) is not None
