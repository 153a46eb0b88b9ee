"""What is told of tickets past their targets: one message to a person, however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.journal import record
from models.store import Session
from models.tickets import TAKEN, Ticket
from services import promises
from services.context import Context
from services.people import Actor
from services.shop import QueueView

NOBODY = 0
MOST = 10


@dataclass(frozen=True, slots=True)
class Late:
    """A ticket past its target: whose it is, and who holds it if somebody does."""

    ticket: Ticket
    customer: str
    agent: Actor | None

    @property
    def may_remind(self) -> bool:
        """Whether its agent has not been reminded since the customer began to wait."""
        if self.agent is None or not self.agent.reachable:
            return False
        reminded = self.ticket.reminded_at
        return reminded is None or reminded < (self.ticket.waiting_since or self.ticket.opened_at)


async def alarm(
    tx: Session,
    context: Context,
    now: datetime,
    queue: QueueView,
    found: Sequence[tuple[Ticket, str]],
) -> None:
    """Remind the agents of a queue's late tickets; tell its supervisors of those left over."""
    reminders: dict[Actor, list[Late]] = {}
    left: list[Late] = []
    for ticket, customer in found:
        agent = context.directory.by_staff_id(ticket.agent_id) if ticket.state == TAKEN else None
        one = Late(ticket, customer, agent)
        if agent is not None and one.may_remind:
            ticket.reminded_at = now
            reminders.setdefault(agent, []).append(one)
        else:
            left.append(one)
    for agent, late in reminders.items():
        await _remind(tx, context, now, agent, late)
    heard = context.directory.to_tell(queue.id)
    if not left or not heard:
        return
    for one in left:
        one.ticket.told_at = now
        record(tx, now, NOBODY, "overdue", one.ticket.id)
    for who in heard:
        await _tell(tx, context, now, queue, who, left)
    await context.boards.show(tx, now, queue.id, loud=True)


async def _remind(
    tx: Session, context: Context, now: datetime, agent: Actor, late: list[Late]
) -> None:
    if len(late) > 1:
        lines = _lines(context, now, agent.language, late, own=True)
        await promises.tell(tx, now, agent, "remind-many", count=len(late), lines=lines)
        return
    ticket = late[0].ticket
    await promises.tell(
        tx, now, agent, "remind-agent", number=str(ticket.id), late=_span(ticket, now)
    )


async def _tell(
    tx: Session,
    context: Context,
    now: datetime,
    queue: QueueView,
    who: Actor,
    late: list[Late],
) -> None:
    if len(late) == 1:
        await _tell_of_one(tx, now, queue, who, late[0])
        return
    await promises.say(
        tx,
        now,
        who.tg_id,
        who.language,
        "overdue-many",
        keyboard={"name": "late", "tickets": [_button(one) for one in late[:MOST]]},
        queue=queue.titles[who.language],
        count=len(late),
        lines=_lines(context, now, who.language, late),
    )


async def _tell_of_one(
    tx: Session, now: datetime, queue: QueueView, who: Actor, late: Late
) -> None:
    names: dict[str, Any] = {"name": late.agent.name} if late.agent is not None else {}
    await promises.say(
        tx,
        now,
        who.tg_id,
        who.language,
        "overdue-waiting" if late.agent is None else "overdue-taken",
        keyboard={"name": "take" if late.agent is None else "give-back", **_button(late)},
        number=str(late.ticket.id),
        queue=queue.titles[who.language],
        late=_span(late.ticket, now),
        **names,
    )


def _lines(
    context: Context, now: datetime, language: str, late: list[Late], *, own: bool = False
) -> dict[str, Any]:
    """The first of them, a line each, and how many more there are."""
    lines = [_line(context, now, language, one, own) for one in late[:MOST]]
    if len(late) > MOST:
        lines.append({"key": "late-more", "args": {"count": len(late) - MOST}})
    return {"lines": lines}


def _line(context: Context, now: datetime, language: str, late: Late, own: bool) -> dict[str, Any]:
    topic = context.shop.topic_by_id(late.ticket.topic_id)
    args = {
        "number": str(late.ticket.id),
        "topic": topic.titles[language] if topic else {"key": "topic-none"},
        "name": late.customer,
        "late": _span(late.ticket, now),
    }
    if late.agent is None or own:
        return {"key": "late-line", "args": args}
    return {"key": "late-line-held", "args": {**args, "agent": late.agent.name}}


def _button(late: Late) -> dict[str, Any]:
    number, ref = str(late.ticket.id), late.ticket.ref
    return {"ref": ref, "number": number, "held": late.agent is not None}


def _span(ticket: Ticket, now: datetime) -> dict[str, float]:
    due = ticket.due_at or now
    return {"minutes": max(1.0, (now - due).total_seconds() / 60)}
