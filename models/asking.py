"""What is read to choose which messages to ask about: new tickets, and what people said of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.labels import Label
from models.tickets import Ticket


@dataclass(frozen=True, slots=True)
class Asked:
    """What a ticket shows of itself to whoever chooses what to ask about."""

    id: int
    text: str
    decision: str
    probability: float | None
    in_scope: float | None
    ranked: Sequence[Any]
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody's word on a ticket's topic."""

    id: int
    ticket_id: int
    origin: str
    topic_key: str
    author_tg_id: int
    created_at: datetime


ASKED = (
    Ticket.id,
    Ticket.subject,
    Ticket.decision,
    Ticket.probability,
    Ticket.in_scope,
    Ticket.runners_up,
    Ticket.opened_at,
)
SAID = (
    Label.id,
    Label.ticket_id,
    Label.origin,
    Label.topic_key,
    Label.author_tg_id,
    Label.created_at,
)


async def tickets_after(tx: AsyncSession, ticket_id: int, limit: int) -> list[Asked]:
    """The tickets that came next."""
    statement = select(*ASKED).where(Ticket.id > ticket_id).order_by(Ticket.id).limit(limit)
    return [Asked(*row) for row in (await tx.execute(statement)).all()]


async def tickets_named(tx: AsyncSession, ticket_ids: Sequence[int]) -> list[Asked]:
    """Tickets by their numbers; those that are spam teach nothing."""
    statement = select(*ASKED).where(Ticket.id.in_(ticket_ids), Ticket.spam.is_(False))
    return [Asked(*row) for row in (await tx.execute(statement)).all()]


async def texts_of(tx: AsyncSession, ticket_ids: Sequence[int]) -> dict[int, str]:
    """What some tickets ask, as stored at this moment."""
    statement = select(Ticket.id, Ticket.subject).where(Ticket.id.in_(ticket_ids))
    return {row[0]: row[1] for row in (await tx.execute(statement)).all()}


async def labels_between(tx: AsyncSession, after: int, until: int) -> list[Said]:
    """The labels of tickets in a stretch of numbers; those of files have none."""
    return await _said(tx, Label.id > after, Label.id <= until)


async def said_of(tx: AsyncSession, ticket_ids: Sequence[int]) -> list[Said]:
    """All that people said of some tickets' topics, in the order they said it."""
    return await _said(tx, Label.ticket_id.in_(ticket_ids))


async def _said(tx: AsyncSession, *which: ColumnElement[bool]) -> list[Said]:
    statement = select(*SAID).where(Label.ticket_id.is_not(None), *which).order_by(Label.id)
    rows = (await tx.execute(statement)).all()
    return [Said(row[0], row[1] or 0, row[2], row[3], row[4], row[5]) for row in rows]


async def newest_ids(tx: AsyncSession) -> tuple[int, int]:
    """The last ticket's and the last label's number."""
    ticket = await tx.scalar(select(func.max(Ticket.id)))
    label = await tx.scalar(select(func.max(Label.id)))
    return ticket or 0, label or 0
