"""What reports count: ratings and surveys of some weeks; nothing older is read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    case,
    cast,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.surveys import CSAT, ORDER, ProductRating, Survey
from models.opinions import Rating
from models.sqlite_link import SLOW
from models.tickets import Ticket
from models.trade.orders import ARRIVED, Order
from models.trade.products import Product

SCORES = (1, 2, 3, 4, 5)
TICKETS, ORDERS, PRODUCTS, NPS, CES = "tickets", "orders", "products", "nps", "ces"


def week_of(moment: Any, bounds: Sequence[datetime]) -> ColumnElement[int]:
    """The number of a moment's week; week n lasts from bounds[n] to bounds[n + 1]."""
    return case(*((moment < end, number) for number, end in enumerate(bounds[1:])))


def within(moment: Any, bounds: Sequence[datetime]) -> ColumnElement[bool]:
    """Between the first bound and the last."""
    return and_(moment >= bounds[0], moment < bounds[-1])


def _scored(score: Any) -> list[ColumnElement[int]]:
    return [func.sum(case((score == one, 1), else_=0)) for one in SCORES]


def _asked(kind: str, customer_id: Any, slot: Any, score: Any) -> ColumnElement[int]:
    """How many were asked for a score, or gave one: some are spared the question."""
    same = (Survey.customer_id == customer_id, Survey.kind == kind, Survey.slot == slot)
    was = exists().where(*same, Survey.asked_at.is_not(None))
    return func.sum(case((or_(score.is_not(None), was), 1), else_=0))


async def rows_of(tx: AsyncSession, statement: Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in (await tx.execute(statement.prefix_with(SLOW))).all()]


async def ratings(tx: AsyncSession, bounds: Sequence[datetime]) -> list[tuple[Any, ...]]:
    """(week, topic's id, queue's id, agent's id, asked, ones, …, fives) of resolved tickets."""
    week = week_of(Rating.asked_at, bounds).label("week")
    by = (week, Ticket.topic_id, Ticket.queue_id, Ticket.agent_id)
    slot = "ticket:" + cast(Ticket.id, String)
    asked = _asked(CSAT, Ticket.customer_id, slot, Rating.score)
    statement = (
        select(*by, asked, *_scored(Rating.score))
        .join_from(Rating, Ticket, Ticket.id == Rating.ticket_id)
        .where(within(Rating.asked_at, bounds), Ticket.spam.is_(False))
        .group_by(*by)
    )
    return await rows_of(tx, statement)


async def orders(tx: AsyncSession, bounds: Sequence[datetime]) -> list[tuple[Any, ...]]:
    """(week, asked, ones, …, fives) of orders delivered in these weeks."""
    week = week_of(Order.delivered_at, bounds).label("week")
    asked = _asked(ORDER, Order.customer_id, "order:" + cast(Order.id, String), Order.rated)
    statement = (
        select(week, asked, *_scored(Order.rated))
        .where(ARRIVED, within(Order.delivered_at, bounds))
        .group_by(week)
    )
    return await rows_of(tx, statement)


async def products(tx: AsyncSession, bounds: Sequence[datetime]) -> list[tuple[Any, ...]]:
    """(product's id, its names, rated, ones, …, fives)."""
    counted = (
        select(
            ProductRating.product_id.label("product_id"),
            func.count().label("many"),
            *(one.label(f"s{at}") for at, one in enumerate(_scored(ProductRating.score))),
        )
        .where(within(ProductRating.rated_at, bounds), ProductRating.product_id.is_not(None))
        .group_by(ProductRating.product_id)
        .subquery()
    )
    sums = [counted.c[f"s{at}"] for at in range(len(SCORES))]
    statement = select(
        Product.id, Product.title_ru, Product.title_en, counted.c.many, *sums
    ).join_from(counted, Product, Product.id == counted.c.product_id)
    return await rows_of(tx, statement)


async def surveys(tx: AsyncSession, bounds: Sequence[datetime]) -> list[tuple[Any, ...]]:
    """(kind, week, score or None, how many), by when they were asked."""
    week = week_of(Survey.asked_at, bounds).label("week")
    by = (Survey.kind, week, Survey.score)
    kinds = Survey.kind.in_((NPS, CES))
    statement = (
        select(*by, func.count()).where(kinds, within(Survey.asked_at, bounds)).group_by(*by)
    )
    return await rows_of(tx, statement)
