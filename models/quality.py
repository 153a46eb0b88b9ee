"""How well tickets were routed, counted by week; no older ticket than the window's is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.journal import Audit
from models.labels import PICK, Label
from models.sqlite_link import SLOW
from models.tickets import Ticket

# What the model thought likeliest, where it was asked.
_GUESS = Ticket.runners_up[(0, 0)].as_string()
_READ = Ticket.probability.is_not(None)
_ROUTED = and_(_READ, Ticket.decision == "route")


@dataclass(frozen=True, slots=True)
class Counts:
    """The tickets of one week: what the model did with those it read, and what became of that.

    `wrong` were routed, and then staff moved them or anybody named another topic; `corrected`
    are those, asked about or routed, of which the customer named another topic than its first.
    `judged` were routed, and somebody worked on them or set them right: of the others nobody knows.
    """

    tickets: int = 0
    routed: int = 0
    asked: int = 0
    triage: int = 0
    wrong: int = 0
    corrected: int = 0
    judged: int = 0


def _week(bounds: Sequence[datetime]) -> ColumnElement[int]:
    inner = [(Ticket.opened_at < end, number) for number, end in enumerate(bounds[1:])]
    return case(*inner)


def _within(bounds: Sequence[datetime]) -> ColumnElement[bool]:
    return and_(
        Ticket.opened_at >= bounds[0], Ticket.opened_at < bounds[-1], Ticket.spam.is_(False)
    )


def _picked_another() -> ColumnElement[bool]:
    return exists().where(
        Label.ticket_id == Ticket.id, Label.origin == PICK, Label.topic_key != _GUESS
    )


def _moved() -> ColumnElement[bool]:
    """Staff sent it to another queue, or said that it is about something else."""
    retold = and_(Audit.verb == "topic", Audit.details["topic"].as_string() != _GUESS)
    return exists().where(Audit.ticket_id == Ticket.id, or_(Audit.verb == "transfer", retold))


def _worked_on() -> ColumnElement[bool]:
    return or_(
        Ticket.agent_id.is_not(None),
        Ticket.first_response_at.is_not(None),
        Ticket.resolved_at.is_not(None),
    )


async def by_week(tx: AsyncSession, bounds: Sequence[datetime]) -> dict[int, Counts]:
    """Counts by week; week n lasts from bounds[n] to bounds[n + 1]. Spam does not count."""
    wrong = or_(_picked_another(), _moved())
    each = (
        select(
            _week(bounds).label("week"),
            _ROUTED.label("routed"),
            and_(_READ, Ticket.decision == "ask").label("asked"),
            and_(_READ, Ticket.decision == "triage").label("triage"),
            and_(_ROUTED, wrong).label("wrong"),
            and_(_READ, _picked_another()).label("corrected"),
            and_(_ROUTED, or_(_worked_on(), wrong)).label("judged"),
        )
        .where(_within(bounds))
        .subquery()
    )
    names = ("routed", "asked", "triage", "wrong", "corrected", "judged")
    sums = [func.sum(case((each.c[name], 1), else_=0)) for name in names]
    rows = await tx.execute(
        select(each.c.week, func.count(), *sums).prefix_with(SLOW).group_by(each.c.week)
    )
    return {int(week): Counts(*map(int, counts)) for week, *counts in rows.all()}


async def topics_by_week(
    tx: AsyncSession, bounds: Sequence[datetime]
) -> list[tuple[int, int | None, int]]:
    """What tickets are about: (week, topic's id or None, how many)."""
    each = (
        select(_week(bounds).label("week"), Ticket.topic_id.label("topic_id"))
        .where(_within(bounds))
        .subquery()
    )
    grouped = (
        select(each.c.week, each.c.topic_id, func.count())
        .prefix_with(SLOW)
        .group_by(each.c.week, each.c.topic_id)
    )
    return [
        (int(week), topic, int(many)) for week, topic, many in (await tx.execute(grouped)).all()
    ]
