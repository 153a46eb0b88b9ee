"""Orders found for a story; things taken from stock and given back; what happened, noted."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Customer
from models.trade.orders import DRAFT, UNCONFIRMED, Order, OrderEvent
from models.trade.products import Product, Variant

SUMMARY = "summary"


async def by_ref(tx: AsyncSession, ref: str) -> Order | None:
    """An order as it is now, held until the change is stored."""
    statement = select(Order).where(Order.ref == ref).with_for_update()
    return await _one(tx, statement)


async def draft_of(tx: AsyncSession, customer_id: int) -> Order | None:
    """A customer's checkout that is not confirmed."""
    statement = select(Order).where(UNCONFIRMED, Order.customer_id == customer_id)
    return await _one(tx, statement.with_for_update())


async def _one(tx: AsyncSession, statement: Any) -> Order | None:
    found: Order | None = await tx.scalar(statement.execution_options(populate_existing=True))
    return found


async def draft_of_person(tx: AsyncSession, tg_id: int) -> Order | None:
    """The checkout of whoever has this account, to look at."""
    statement = (
        select(Order)
        .join(Customer, Customer.id == Order.customer_id)
        .where(UNCONFIRMED, Customer.tg_id == tg_id)
    )
    found: Order | None = await tx.scalar(statement)
    return found


async def with_customer(tx: AsyncSession, order_id: int) -> tuple[Order, Customer] | None:
    """An order with who orders, to look at."""
    statement = (
        select(Order, Customer)
        .join(Customer, Customer.id == Order.customer_id)
        .where(Order.id == order_id)
    )
    row = (await tx.execute(statement)).first()
    return (row[0], row[1]) if row is not None else None


async def last_placed(tx: AsyncSession, customer_id: int) -> Order | None:
    """The newest order that a customer has confirmed."""
    found: Order | None = await tx.scalar(
        select(Order)
        .where(Order.customer_id == customer_id, Order.placed_at.is_not(None))
        .order_by(Order.id.desc())
        .limit(1)
    )
    return found


async def waiting_since(
    tx: AsyncSession, before: datetime, limit: int, *, reminded: bool = False
) -> Sequence[Order]:
    """Summaries shown before a moment and not confirmed; who was reminded left out."""
    statement = select(Order).where(UNCONFIRMED, Order.step == SUMMARY, Order.asked_at < before)
    if not reminded:
        statement = statement.where(Order.reminded_at.is_(None))
    return (await tx.execute(statement.order_by(Order.asked_at).limit(limit))).scalars().all()


async def left_alone(tx: AsyncSession, before: datetime, limit: int) -> Sequence[Order]:
    """Checkouts untouched since a moment; summaries only when that long after the reminder."""
    statement = (
        select(Order)
        .where(
            UNCONFIRMED,
            Order.asked_at < before,
            or_(Order.step != SUMMARY, Order.reminded_at < before),
        )
        .order_by(Order.asked_at)
        .limit(limit)
    )
    return (await tx.execute(statement)).scalars().all()


async def take(tx: AsyncSession, variant_id: int, quantity: int) -> bool:
    """Take pieces of what is sold from the stock; False when there are not so many."""
    sold = select(Product.id).where(Product.id == Variant.product_id, Product.active).exists()
    enough = or_(Variant.stock.is_(None), Variant.stock >= quantity)
    result = await tx.execute(
        update(Variant)
        .where(Variant.id == variant_id, Variant.active, enough, sold)
        .values(stock=Variant.stock - quantity)
        .execution_options(synchronize_session=False)
    )
    return int(getattr(result, "rowcount", 0)) == 1


def note(
    tx: AsyncSession, order: Order, now: datetime, by_tg_id: int, verb: str, **details: Any
) -> None:
    """Write down what happened to an order."""
    tx.add(OrderEvent(order_id=order.id, at=now, by_tg_id=by_tg_id, verb=verb, details=details))


def draft(customer_id: int, ref: str, currency: str, now: datetime) -> Order:
    """A checkout that has just begun."""
    return Order(
        ref=ref,
        customer_id=customer_id,
        state=DRAFT,
        currency=currency,
        created_at=now,
        asked_at=now,
        changed_at=now,
    )
