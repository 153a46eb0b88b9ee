"""What is asked about the orders of one customer."""

from collections.abc import Collection, Sequence

from sqlalchemy import Integer, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.prepared import Prepared
from models.trade.orders import CANCELLED, DRAFT, DROPPED, Order, OrderLine

NEVER_PLACED = (DRAFT, DROPPED)
FINDING = Prepared(
    select(Order.id, Order.state)
    .where(Order.customer_id == bindparam("customer_id"))
    .order_by(Order.id.desc())
    .limit(bindparam("most", type_=Integer)),
    (Order.__table__.c.id, Order.__table__.c.state),
)


async def lines_of_many(tx: AsyncSession, ids: Collection[int]) -> dict[int, tuple[OrderLine, ...]]:
    """What several orders hold."""
    statement = select(OrderLine).where(OrderLine.order_id.in_(ids)).order_by(OrderLine.id)
    found: dict[int, tuple[OrderLine, ...]] = {}
    for line in (await tx.execute(statement)).scalars():
        found[line.order_id] = (*found.get(line.order_id, ()), line)
    return found


async def page_of(
    tx: AsyncSession, customer_id: int, limit: int, offset: int = 0
) -> Sequence[Order]:
    """A customer's orders, the newest first."""
    statement = (
        select(Order)
        .where(Order.customer_id == customer_id, Order.state.not_in(NEVER_PLACED))
        .order_by(Order.id.desc())
        .limit(limit)
        .offset(offset)
    )
    return (await tx.execute(statement)).scalars().all()


async def count_of(tx: AsyncSession, customer_id: int) -> int:
    """How many orders a customer has placed."""
    statement = select(func.count()).where(
        Order.customer_id == customer_id, Order.state.not_in(NEVER_PLACED)
    )
    return int(await tx.scalar(statement) or 0)


async def count_and_sum(tx: AsyncSession, customer_id: int, currency: str) -> tuple[int, int]:
    """How many orders a customer has placed, and the sum of those not cancelled."""
    kept = func.sum(Order.total).filter(Order.state != CANCELLED, Order.currency == currency)
    statement = select(func.count(), func.coalesce(kept, 0)).where(
        Order.customer_id == customer_id, Order.state.not_in(NEVER_PLACED)
    )
    count, total = (await tx.execute(statement)).one()
    return int(count), int(total)


async def latest_states(tx: AsyncSession, customer_id: int, most: int) -> list[tuple[int, str]]:
    """A customer's last orders, the newest first: number and state."""
    found = await FINDING.rows(tx, customer_id=customer_id, most=most)
    return [(int(number), str(state)) for number, state in found]


async def is_theirs(tx: AsyncSession, order_id: int, customer_id: int) -> bool:
    """Whether a number is that of an order which a customer has placed."""
    statement = select(Order.id).where(
        Order.id == order_id,
        Order.customer_id == customer_id,
        Order.state.not_in(NEVER_PLACED),
    )
    return await tx.scalar(statement) is not None
