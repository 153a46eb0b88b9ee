"""What reports count: ratings, surveys and comments of some weeks; nothing older is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    case,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.surveys import CSAT, ORDER, ProductRating, Survey
from models.opinions import Rating
from models.sqlite_link import SLOW
from models.tickets import Ticket
from models.trade.orders import ARRIVED, Order, OrderEvent
from models.trade.products import Product

SCORES = (1, 2, 3, 4, 5)
TICKETS, ORDERS, PRODUCTS, NPS, CES = "tickets", "orders", "products", "nps", "ces"


@dataclass(frozen=True, slots=True)
class Comment:
    """Words of a customer; `ticket_ref` where a ticket is behind them, `subject` a topic's id."""

    kind: str
    words: str
    score: int | None
    at: datetime
    ticket_id: int | None = None
    ticket_ref: str | None = None


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


async def _rows(tx: AsyncSession, statement: Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
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
    return await _rows(tx, statement)


async def orders(tx: AsyncSession, bounds: Sequence[datetime]) -> list[tuple[Any, ...]]:
    """(week, asked, ones, …, fives) of orders delivered in these weeks."""
    week = week_of(Order.delivered_at, bounds).label("week")
    asked = _asked(ORDER, Order.customer_id, "order:" + cast(Order.id, String), Order.rated)
    statement = (
        select(week, asked, *_scored(Order.rated))
        .where(ARRIVED, within(Order.delivered_at, bounds))
        .group_by(week)
    )
    return await _rows(tx, statement)


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
    return await _rows(tx, statement)


async def surveys(tx: AsyncSession, bounds: Sequence[datetime]) -> list[tuple[Any, ...]]:
    """(kind, week, score or None, how many), by when they were asked."""
    week = week_of(Survey.asked_at, bounds).label("week")
    by = (Survey.kind, week, Survey.score)
    kinds = Survey.kind.in_((NPS, CES))
    statement = (
        select(*by, func.count()).where(kinds, within(Survey.asked_at, bounds)).group_by(*by)
    )
    return await _rows(tx, statement)


def _of_tickets(since: datetime) -> Select[*tuple[Any, ...]]:
    """Comments of rated tickets."""
    said = (Rating.comment.is_not(None), Rating.comment != "", Rating.asked_at >= since)
    return (
        select(
            literal(TICKETS),
            Rating.comment,
            Rating.score,
            func.coalesce(Rating.answered_at, Rating.asked_at),
            Ticket.id,
            Ticket.ref,
        )
        .join_from(Rating, Ticket, Ticket.id == Rating.ticket_id)
        .where(*said, Ticket.spam.is_(False))
        .order_by(Rating.asked_at.desc(), Rating.id.desc())
    )


def _of_orders(since: datetime) -> Select[*tuple[Any, ...]]:
    words = OrderEvent.details["words"].as_string()
    return (
        select(
            literal(ORDERS), words, Order.rated, OrderEvent.at, literal(None, Integer), literal("")
        )
        .join_from(Order, OrderEvent, OrderEvent.order_id == Order.id)
        .where(ARRIVED, Order.delivered_at >= since, OrderEvent.verb == "comment", words != "")
        .order_by(Order.delivered_at.desc(), Order.id.desc())
    )


def _of_products(since: datetime) -> Select[*tuple[Any, ...]]:
    return (
        select(
            literal(PRODUCTS),
            ProductRating.comment,
            ProductRating.score,
            ProductRating.rated_at,
            literal(None, Integer),
            literal(""),
        )
        .where(ProductRating.comment != "", ProductRating.rated_at >= since)
        .order_by(ProductRating.rated_at.desc(), ProductRating.line_id.desc())
    )


def _of_surveys(kind: str, since: datetime) -> Select[*tuple[Any, ...]]:
    return (
        select(
            literal(kind),
            Survey.comment,
            Survey.score,
            func.coalesce(Survey.answered_at, Survey.asked_at),
            Ticket.id,
            Ticket.ref,
        )
        .join_from(Survey, Ticket, Ticket.id == Survey.ticket_id, isouter=True)
        .where(Survey.kind == kind, Survey.comment != "", Survey.asked_at >= since)
        .order_by(Survey.asked_at.desc(), Survey.id.desc())
    )


async def comments(
    tx: AsyncSession, kind: str, topic_id: int | None, since: datetime, skip: int, most: int
) -> list[Comment]:
    """A page of comments of one kind, the newest first; of tickets those about one topic."""
    if kind == TICKETS:
        statement = _of_tickets(since).where(Ticket.topic_id.is_not_distinct_from(topic_id))
    elif kind in (ORDERS, PRODUCTS):
        statement = _of_orders(since) if kind == ORDERS else _of_products(since)
    else:
        statement = _of_surveys(kind, since)
    rows = await _rows(tx, statement.offset(skip).limit(most))
    return [Comment(*row) for row in rows]


async def comment_counts(tx: AsyncSession, since: datetime) -> list[tuple[str, int | None, int]]:
    """(kind, topic's id or None, how many)."""
    of_tickets = _of_tickets(since).order_by(None).with_only_columns(Ticket.topic_id, func.count())
    found = [
        (TICKETS, topic, int(many))
        for topic, many in await _rows(tx, of_tickets.group_by(Ticket.topic_id))
    ]
    rest = {
        ORDERS: _of_orders(since),
        PRODUCTS: _of_products(since),
        NPS: _of_surveys(NPS, since),
        CES: _of_surveys(CES, since),
    }
    for kind, statement in rest.items():
        counted = await _rows(tx, statement.order_by(None).with_only_columns(func.count()))
        if counted and counted[0][0]:
            found.append((kind, None, int(counted[0][0])))
    return found
