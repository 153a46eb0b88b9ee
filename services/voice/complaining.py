"""A complaint within somebody's story: it begins with its ticket, is answered, lives again."""

import secrets
from datetime import datetime
from typing import Any

from models import sending
from models.journal import record
from models.memory import complaining
from models.memory.asked import FOLLOWUP
from models.memory.complaints import CLOSED, OPEN, Complaint
from models.people import Customer
from models.store import Session
from models.tickets import RESOLVED, Ticket
from services import promises
from services.context import Context
from services.people import Actor
from services.privacy import notices
from services.voice.complaint_rules import MISTAKEN, deadlines, next_look, rules_of, steps

TOPIC = "complaint"
WORDS, BY_STAFF = "words", "topic"
CARD = "complaint"
NOBODY = 0


async def begin(
    tx: Session,
    context: Context,
    now: datetime,
    ticket: Ticket,
    cause: str,
    *,
    about: int | None = None,
    score: int | None = None,
) -> Complaint:
    """A complaint that a ticket carries: who follows it, by when; its supervisors are told."""
    follower = await _follower(tx, context, ticket.queue_id)
    complaint = Complaint(
        ref=secrets.token_urlsafe(9),
        customer_id=ticket.customer_id,
        ticket_id=ticket.id,
        about_ticket_id=about,
        order_id=ticket.order_id,
        cause=cause,
        score=score,
        state=OPEN,
        supervisor_id=follower.staff_id if follower else None,
        opened_at=now,
    )
    _promise(context, now, ticket, complaint)
    tx.add(complaint)
    await tx.flush()
    await tell_supervisors(tx, context, now, ticket, complaint)
    return complaint


async def follow(
    tx: Session,
    context: Context,
    now: datetime,
    ticket: Ticket,
    customer: Customer,
    cause: str = WORDS,
) -> bool:
    """A ticket's topic was said: True when it is a complaint from now on.

    A complaint for no other reason than its topic is none when the topic was another.
    """
    is_one = is_about(context, ticket)
    known = await complaining.of_ticket(tx, ticket.id)
    if is_one and known is None and not customer.banned and ticket.state != RESOLVED:
        await begin(tx, context, now, ticket, cause)
        return True
    if is_one and known is not None and known.outcome == MISTAKEN:
        known.cause = cause
        await _again(tx, context, now, ticket, known)
        return True
    if not is_one and known is not None and known.cause in (WORDS, BY_STAFF):
        await drop(tx, now, ticket)
    return False


def is_about(context: Context, ticket: Ticket) -> bool:
    """Whether a ticket's topic is the complaint."""
    topic = context.shop.topic_by_id(ticket.topic_id)
    return topic is not None and topic.key == TOPIC


async def drop(tx: Session, now: datetime, ticket: Ticket) -> None:
    """It was no complaint after all: nobody is reminded, nobody is asked."""
    known = await complaining.of_ticket(tx, ticket.id)
    if known is not None and known.state == OPEN:
        known.state, known.outcome, known.closed_at = CLOSED, MISTAKEN, now
        known.look_at = None
        await show(tx, now, known)


async def answered(tx: Session, now: datetime, ticket: Ticket) -> None:
    """Somebody has written to the customer."""
    if await complaining.answered(tx, ticket.id, now):
        known = await complaining.of_ticket(tx, ticket.id)
        assert known is not None  # it has just been written to
        await tx.refresh(known)
        await show(tx, now, known)


async def revive(tx: Session, context: Context, now: datetime, ticket: Ticket) -> None:
    """Its ticket was opened again: so is the complaint, with new deadlines."""
    known = await complaining.of_ticket(tx, ticket.id)
    if known is not None and known.state == CLOSED and known.outcome != MISTAKEN:
        await _again(tx, context, now, ticket, known)


async def show_of(tx: Session, now: datetime, ticket: Ticket) -> None:
    """The cards of the complaint that a ticket carries follow."""
    known = await complaining.of_ticket(tx, ticket.id)
    if known is not None:
        await show(tx, now, known)


async def show(tx: Session, now: datetime, complaint: Complaint) -> None:
    """Its cards show the present, wherever they stand."""
    places = await sending.places_of(tx, CARD, complaint.id)
    for chat_id, thread_id in sorted(places, key=str):
        await promises.show(tx, now, chat_id, CARD, complaint.id, thread=thread_id)


async def tell_supervisors(
    tx: Session,
    context: Context,
    now: datetime,
    ticket: Ticket,
    complaint: Complaint,
    key: str = "",
    **args: Any,
) -> None:
    """Those who can put it right hear of it in private: its card, and what has happened to it."""
    for one in hearers(context, ticket, complaint):
        if key:
            await promises.tell(tx, now, one, key, number=str(ticket.id), **args)
        await promises.show(tx, now, one.tg_id, CARD, complaint.id, anew=True, alone=True)


def hearers(context: Context, ticket: Ticket, complaint: Complaint) -> list[Actor]:
    """The supervisors of its queue, and who follows it when they are none of them."""
    heard = context.directory.to_tell(ticket.queue_id)
    own = context.directory.by_staff_id(complaint.supervisor_id)
    extra = own is not None and own.reachable and own not in heard
    return [*heard, *([own] if own is not None and extra else [])]


async def _again(
    tx: Session, context: Context, now: datetime, ticket: Ticket, complaint: Complaint
) -> None:
    complaint.state, complaint.outcome, complaint.words, complaint.amount = OPEN, "", "", 0
    complaint.closed_at = complaint.answered_at = None
    complaint.told_answer_at = complaint.told_decide_at = None
    record(tx, now, NOBODY, complaining.AGAIN, ticket.id)
    await notices.withdraw(tx, now, complaint.customer_id, asking_again(complaint))
    _promise(context, now, ticket, complaint)
    await tell_supervisors(tx, context, now, ticket, complaint)


def asking_again(complaint: Complaint) -> str:
    """How the question after every decision of a complaint begins to be told apart."""
    return f"{FOLLOWUP}{complaint.id}:"


def _promise(context: Context, now: datetime, ticket: Ticket, complaint: Complaint) -> None:
    hours = context.shop.queues[ticket.queue_id].hours
    answer, decide = deadlines(hours, now, rules_of(context.shop.facts))
    complaint.answer_due_at, complaint.decide_due_at = answer, decide
    complaint.look_at = next_look(steps(hours, now, answer, decide, answered=False), now)


async def _follower(tx: Session, context: Context, queue_id: int) -> Actor | None:
    """Of those who can be told, whoever is on duty and follows the fewest."""
    heard = context.directory.to_tell(queue_id)
    load = await complaining.in_hand(tx)
    return min(
        heard,
        key=lambda one: (not one.on_duty, load.get(one.staff_id or 0, 0), one.staff_id or 0),
        default=None,
    )
