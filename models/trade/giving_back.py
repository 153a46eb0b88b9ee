"""What stories of returns ask: an order with its lines, its cases, why things come back."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.trade.orders import DELIVERED, Order, OrderLine
from models.trade.products import Product
from models.trade.returns import DRAFT, HELD, WITHDRAWN, ReturnCase

MOST_PRODUCTS = 12


async def case_by_ref(tx: AsyncSession, ref: str) -> ReturnCase | None:
    """The case that a button means, held."""
    found: ReturnCase | None = await tx.scalar(
        select(ReturnCase).where(ReturnCase.ref == ref).with_for_update()
    )
    return found


async def cases_of(tx: AsyncSession, order_id: int) -> list[ReturnCase]:
    """The cases of an order, the oldest first; withdrawn ones are not told of."""
    statement = (
        select(ReturnCase)
        .where(ReturnCase.order_id == order_id, ReturnCase.state != WITHDRAWN)
        .order_by(ReturnCase.id)
    )
    return list(await tx.scalars(statement))


async def case_of_ticket(tx: AsyncSession, ticket_id: int, order_id: int) -> str | None:
    """The newest case that a ticket is about: what its buttons mean."""
    found: str | None = await tx.scalar(
        select(ReturnCase.ref)
        .where(ReturnCase.order_id == order_id, ReturnCase.ticket_id == ticket_id)
        .order_by(ReturnCase.id.desc())
        .limit(1)
    )
    return found


async def on_its_way(tx: AsyncSession, order_id: int) -> dict[int, int]:
    """How many of each line are given back already, or are about to be."""
    statement = (
        select(ReturnCase.line_id, func.sum(ReturnCase.quantity))
        .where(ReturnCase.order_id == order_id, ReturnCase.state.in_(HELD))
        .group_by(ReturnCase.line_id)
    )
    return {int(line): int(count) for line, count in (await tx.execute(statement)).all() if line}


async def reasons_by_product(
    tx: AsyncSession, since: datetime
) -> Sequence[tuple[int, str, str, str, int]]:
    """Product, its names, reason, how many came back, of cases asked since a moment."""
    statement = (
        select(
            Product.id,
            Product.title_ru,
            Product.title_en,
            ReturnCase.reason,
            func.sum(ReturnCase.quantity),
        )
        .join_from(ReturnCase, Product, Product.id == ReturnCase.product_id)
        .where(ReturnCase.asked_at >= since, ReturnCase.state.not_in((DRAFT, WITHDRAWN)))
        .group_by(Product.id, Product.title_ru, Product.title_en, ReturnCase.reason)
    )
    rows = (await tx.execute(statement)).all()
    return [(int(a), str(b), str(c), str(d), int(e)) for a, b, c, d, e in rows]


async def sold_by_product(tx: AsyncSession, ids: Sequence[int], since: datetime) -> dict[int, int]:
    """How many of each product were delivered since a moment."""
    statement = (
        select(OrderLine.product_id, func.sum(OrderLine.quantity))
        .join_from(OrderLine, Order, Order.id == OrderLine.order_id)
        .where(OrderLine.product_id.in_(ids), Order.state == DELIVERED, Order.delivered_at >= since)
        .group_by(OrderLine.product_id)
    )
    return {int(one): int(count) for one, count in (await tx.execute(statement)).all() if one}
