"""Another topic ends a complaint: not by anybody's slip, and not behind anybody's back."""

from models.memory import complaining as asked
from models.memory.complaints import OPEN, Complaint
from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.shop import TopicView
from services.spot import Spot, answer
from services.tracing import customer_of
from services.voice import complaining
from services.voice.complaining import BY_STAFF, TOPIC, WORDS


async def ended_by(
    tx: Session, context: Context, actor: Actor, ticket: Ticket, topic: TopicView
) -> Complaint | None:
    """The complaint that would be none with this topic.

    Raises Refusal for who neither follows it nor supervises.
    """
    known = await asked.of_ticket(tx, ticket.id)
    if known is None or known.state != OPEN or topic.key == TOPIC:
        return None
    if known.cause not in (WORDS, BY_STAFF):
        return None
    if not actor.is_at_least("supervisor") and known.supervisor_id != actor.staff_id:
        follower = context.directory.by_staff_id(known.supervisor_id)
        name = follower.name if follower else "—"
        raise Refusal("complaint-not-yours-to-end", number=str(ticket.id), name=name)
    return known


async def ask(
    tx: Session, turn: Turn, actor: Actor, ticket: Ticket, topic: TopicView, spot: Spot
) -> None:
    """Is it really none?"""
    keyboard = {"name": "complaint-drop", "ref": ticket.ref, "topic": str(topic.id)}
    number = str(ticket.id)
    turn.toast = Toast("toast-complaint-sure")
    await answer(tx, turn, spot, actor, "complaint-drop-ask", keyboard=keyboard, number=number)


async def follow(
    tx: Session,
    context: Context,
    turn: Turn,
    actor: Actor,
    ticket: Ticket,
    ending: Complaint | None,
) -> None:
    """A complaint by what staff say of it, or none: its customer reads what holds now."""
    customer = await customer_of(tx, ticket)
    if await complaining.follow(tx, context, turn.now, ticket, customer, BY_STAFF):
        await promises.show_mine(tx, turn.now, ticket, customer.tg_id, anew=True)
    if ending is not None:
        await _tell(tx, context, turn, actor, ticket, customer, ending)


async def _tell(
    tx: Session,
    context: Context,
    turn: Turn,
    actor: Actor,
    ticket: Ticket,
    customer: Customer,
    complaint: Complaint,
) -> None:
    """Who followed it hears of it; the customer, who was promised days, hears what holds now."""
    follower = context.directory.by_staff_id(complaint.supervisor_id)
    number = str(ticket.id)
    if follower is not None and follower.reachable and follower.staff_id != actor.staff_id:
        name = actor.name
        await promises.tell(tx, turn.now, follower, "complaint-dropped", number=number, name=name)
    if customer.erased_at is None and not customer.banned:
        await promises.say(
            tx,
            turn.now,
            customer.tg_id,
            customer.language,
            "complaint-no-more",
            ticket=ticket,
            number=number,
        )
