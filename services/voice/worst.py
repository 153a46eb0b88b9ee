"""The very worst answers to NPS and CES are complaints; words beside them go there, too."""

from dataclasses import dataclass
from datetime import datetime

from models.memory import complaining as asked
from models.memory.complaints import OPEN as UNDECIDED
from models.memory.complaints import Complaint
from models.memory.surveys import CES, NPS
from models.people import Customer
from models.store import Session
from models.tickets import Ticket, by_id
from models.turn import Turn
from services.context import Context
from services.opening import announce
from services.voice import complaining
from services.voice.dissatisfied import AGAIN, again, carried, low_score, open_carrier

ALARMS = {NPS: range(3), CES: range(1, 2)}


@dataclass(frozen=True, slots=True)
class Worst:
    """The very worst answer to a survey, given `at`; `ticket`: the one asked about, if any."""

    kind: str
    ticket: Ticket | None
    customer: Customer
    score: int
    at: datetime


async def about_survey(tx: Session, context: Context, turn: Turn, worst: Worst) -> None:
    """The very worst is a complaint; what is about no ticket joins one that is open."""
    known = await _known(tx, worst)
    if known is None:
        await _begin(tx, context, turn, worst)
        return
    key = "complaint-low-nps" if worst.kind == NPS else AGAIN
    low = low_score(worst.customer, worst.score, key)
    rated = worst.ticket.id if worst.ticket else None
    await again(tx, context, turn, known, worst.customer, low, rated=rated)


async def carrier_of_survey(tx: Session, context: Context, turn: Turn, worst: Worst) -> Ticket:
    """The live ticket that words beside the very worst belong to.

    A complaint that was decided before they came lives again; one is opened where none is.
    """
    known = await _joined(tx, worst)
    live = await carried(tx, known)
    if live is None and known is not None and known.state != UNDECIDED:
        why = "complaint-low-why", {"name": worst.customer.name or "—"}
        await again(tx, context, turn, known, worst.customer, why)
        live = await by_id(tx, known.ticket_id)
    return live or await _begin(tx, context, turn, worst)


async def _known(tx: Session, worst: Worst) -> Complaint | None:
    if worst.ticket is not None:
        return await asked.known_about(tx, worst.ticket.id, worst.ticket.order_id)
    return next(iter(await asked.open_of(tx, worst.customer.id, 1)), None)


async def _joined(tx: Session, worst: Worst) -> Complaint | None:
    """The complaint that the score began or joined; an open one goes before a decided one."""
    known = await _known(tx, worst)
    if worst.ticket is not None:
        return known
    then = await asked.open_then(tx, worst.customer.id, worst.at)
    return then if then is not None and then.state == UNDECIDED else known or then


async def _begin(tx: Session, context: Context, turn: Turn, worst: Worst) -> Ticket:
    ticket, customer = worst.ticket, worst.customer
    queue = context.shop.queues[ticket.queue_id] if ticket else context.shop.triage
    order_id = ticket.order_id if ticket else None
    carrier = await open_carrier(tx, context, turn, customer, queue, order_id)
    about, cause = ticket.id if ticket else None, f"{worst.kind}_score"
    await complaining.begin(tx, context, turn.now, carrier, cause, about=about, score=worst.score)
    await announce(tx, context, turn, carrier, customer)
    return carrier
