"""Who will answer and by when, as an argument of a sentence."""

from datetime import datetime
from typing import Any

from models.tickets import PENDING, TAKEN, Ticket
from services.people import Actor
from services.shop import QueueView

Line = dict[str, Any]
AT_LEAST = 1


def answer_when(due: datetime | None, queue: QueueView, now: datetime) -> Line:
    """By when an answer is promised: honest when the queue is closed or the promise is broken."""
    if due is None:
        return _line("when-unknown")
    if due <= now:
        return _line("when-late")
    by = {"by": due.isoformat(), "now": now.isoformat()}
    if not queue.hours.is_open(now):
        return _line("when-closed", by=by)
    usual = queue.typical_minutes
    if usual is not None and usual < (due - now).total_seconds() / 60:
        return _line("when-usual", by=by, usual={"minutes": max(usual, AT_LEAST)})
    return _line("when-open", by=by)


def who_answers(
    ticket: Ticket, queue: QueueView, agent: Actor | None, language: str, now: datetime
) -> Line:
    """Who will answer a live ticket and when; what is sorted by hand has no department yet."""
    if agent is not None and ticket.state == PENDING:
        return _line("who-waits", name=agent.name)
    if agent is not None and ticket.state == TAKEN:
        return _line("who-agent", name=agent.name)
    when = answer_when(ticket.due_at, queue, now)
    if queue.is_triage:
        return _line("who-anybody", when=when)
    return _line("who-queue", queue=queue.titles[language], when=when)


def _line(key: str, **args: Any) -> Line:
    return {"key": key, "args": args}
