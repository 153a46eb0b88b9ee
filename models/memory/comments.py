"""What customers wrote beside their scores, for reports: by kind and topic, the newest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, Select, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.figures import CES, NPS, ORDERS, PRODUCTS, TICKETS, rows_of
from models.memory.surveys import ProductRating, Survey
from models.opinions import Rating
from models.tickets import Ticket
from models.trade.orders import ARRIVED, Order, OrderEvent


@dataclass(frozen=True, slots=True)
class Comment:
    """Words of a customer; `ticket_ref` where a ticket is behind them, `subject` a topic's id."""

    kind: str
    words: str
    score: int | None
    at: datetime
    ticket_id: int | None = None
    ticket_ref: str | None = None


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
    rows = await rows_of(tx, statement.offset(skip).limit(most))
    return [Comment(*row) for row in rows]


async def comment_counts(tx: AsyncSession, since: datetime) -> list[tuple[str, int | None, int]]:
    """(kind, topic's id or None, how many)."""
    of_tickets = _of_tickets(since).order_by(None).with_only_columns(Ticket.topic_id, func.count())
    found = [
        (TICKETS, topic, int(many))
        for topic, many in await rows_of(tx, of_tickets.group_by(Ticket.topic_id))
    ]
    rest = {
        ORDERS: _of_orders(since),
        PRODUCTS: _of_products(since),
        NPS: _of_surveys(NPS, since),
        CES: _of_surveys(CES, since),
    }
    for kind, statement in rest.items():
        counted = await rows_of(tx, statement.order_by(None).with_only_columns(func.count()))
        if counted and counted[0][0]:
            found.append((kind, None, int(counted[0][0])))
    return found
