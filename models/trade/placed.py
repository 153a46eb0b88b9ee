"""What is asked about orders: one by its button, a stage of the board, a customer's own."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Customer
from models.tickets import UNRESOLVED, Ticket
from models.trade.money import Promo
from models.trade.orders import (
    OWED,
    PLACED,
    UNFINISHED,
    Order,
    OrderEvent,
    OrderLine,
)

LATE_AT_ONCE = 200


async def by_ref(tx: AsyncSession, ref: str) -> tuple[Order, Customer] | None:
    """The order that a button means, held, and whose it is."""
    return await _held(tx, Order.ref == ref)


async def by_id(tx: AsyncSession, order_id: int) -> tuple[Order, Customer] | None:
    """The order with a number, held, and whose it is."""
    return await _held(tx, Order.id == order_id)


async def seen(tx: AsyncSession, order_id: int) -> tuple[Order, Customer] | None:
    """The order with a number and whose it is, to look at."""
    row = (await tx.execute(_whose().where(Order.id == order_id))).first()
    return (row[0], row[1]) if row is not None else None


def _whose() -> Select[Order, Customer]:
    return select(Order, Customer).join(Customer, Customer.id == Order.customer_id)


async def _held(tx: AsyncSession, condition: ColumnElement[bool]) -> tuple[Order, Customer] | None:
    row = (await tx.execute(_whose().where(condition).with_for_update(of=Order))).first()
    return (row[0], row[1]) if row is not None else None


async def lines_of(tx: AsyncSession, order_id: int) -> list[OrderLine]:
    """What an order holds, in its order."""
    statement = select(OrderLine).where(OrderLine.order_id == order_id).order_by(OrderLine.id)
    return list((await tx.execute(statement)).scalars())


async def events_of(tx: AsyncSession, order_id: int) -> list[OrderEvent]:
    """What happened to an order, the first first."""
    statement = select(OrderEvent).where(OrderEvent.order_id == order_id).order_by(OrderEvent.id)
    return list((await tx.execute(statement)).scalars())


async def stage(tx: AsyncSession, state: str, limit: int) -> list[tuple[Order, str]]:
    """Orders in one unfinished state with their customers' names, the oldest first."""
    return await _named(tx, select_named().where(UNFINISHED, Order.state == state), limit)


async def owed(tx: AsyncSession, limit: int) -> list[tuple[Order, str]]:
    """Orders of which money is to be given back, with their customers' names."""
    statement = select_named().where(OWED).order_by(Order.changed_at, Order.id).limit(limit)
    return [(order, name) for order, name in (await tx.execute(statement)).all()]


async def count_owed(tx: AsyncSession) -> int:
    """Of how many orders money is to be given back."""
    return int(await tx.scalar(select(func.count()).select_from(Order).where(OWED)) or 0)


def select_named() -> Select[Order, str]:
    """Orders with the names of their customers."""
    return select(Order, Customer.name).join(Customer, Customer.id == Order.customer_id)


async def _named(
    tx: AsyncSession, statement: Select[Order, str], limit: int
) -> list[tuple[Order, str]]:
    ordered = statement.order_by(Order.placed_at, Order.id).limit(limit)
    return [(order, name) for order, name in (await tx.execute(ordered)).all()]


async def counts(tx: AsyncSession) -> dict[str, int]:
    """How many unfinished orders there are in each state."""
    statement = select(Order.state, func.count()).where(UNFINISHED).group_by(Order.state)
    return {str(state): int(count) for state, count in (await tx.execute(statement)).all()}


async def any_to_show(tx: AsyncSession) -> bool:
    """Whether the orders' board has anything to say."""
    for condition in (UNFINISHED, OWED):
        if await tx.scalar(select(Order.id).where(condition).limit(1)) is not None:
            return True
    return False


async def is_alone(tx: AsyncSession) -> bool:
    """Whether just one order waits to be accepted."""
    statement = select(Order.id).where(UNFINISHED, Order.state == PLACED).limit(2)
    return len((await tx.execute(statement)).all()) == 1


async def late(tx: AsyncSession) -> list[tuple[Order, str]]:
    """Orders that nobody has accepted and nobody was told of, the oldest first."""
    statement = select_named().where(UNFINISHED, Order.state == PLACED, Order.told_at.is_(None))
    return await _named(tx, statement, LATE_AT_ONCE)


async def told(tx: AsyncSession, ids: Collection[int], now: datetime) -> list[int]:
    """Mark orders as told of; which of them nobody had marked before."""
    statement = (
        update(Order)
        .where(Order.id.in_(ids), Order.state == PLACED, Order.told_at.is_(None))
        .values(told_at=now)
        .returning(Order.id)
        .execution_options(synchronize_session=False)
    )
    return list((await tx.execute(statement)).scalars())


async def live_tickets(tx: AsyncSession, order_id: int) -> Sequence[Ticket]:
    """Unsettled tickets about an order, the newest first."""
    statement = select(Ticket).where(Ticket.order_id == order_id, UNRESOLVED)
    return (await tx.execute(statement.order_by(Ticket.id.desc()))).scalars().all()


async def percent_of(tx: AsyncSession, code: str | None) -> int:
    """How many per cent a promo code takes off; 0 for none, or for one with a fixed amount."""
    if code is None:
        return 0
    return int(await tx.scalar(select(Promo.percent).where(Promo.code == code)) or 0)
