"""A low score becomes a complaint with a ticket of its own, never two about the same thing."""

from models.memory import complaining as asked
from models.memory.complaints import OPEN as UNDECIDED
from models.memory.complaints import PRODUCT_SCORE, Complaint
from models.messages import CUSTOMER
from models.people import Customer
from models.store import Session
from models.tickets import OPEN, RESOLVED, Ticket, by_id
from models.trade.orders import Order, OrderLine
from models.turn import Turn
from services import promises
from services.context import Context
from services.conversation import store_message
from services.decide import Route
from services.incoming import Incoming
from services.opening import SUBJECT, announce, open_ticket
from services.relaying import relay_to_staff
from services.reopening import reopen
from services.shop import QueueView
from services.trade.liked_view import inside
from services.trade.order_facts import queue_of
from services.voice import complaining

TICKET_SCORE, ORDER_SCORE = "ticket_score", "order_score"
AGAIN = "complaint-low-again"
Low = tuple[str, dict[str, str]]


async def about_ticket(
    tx: Session, context: Context, turn: Turn, ticket: Ticket, customer: Customer, score: int
) -> None:
    """A resolved ticket was rated low; on a complaint's own ticket its supervisors hear of it."""
    known = await asked.known_about(tx, ticket.id, ticket.order_id)
    if known is not None:
        low = low_score(customer, score)
        await again(tx, context, turn, known, customer, low, rated=ticket.id)
        return
    queue = context.shop.queues[ticket.queue_id]
    carrier = await open_carrier(tx, context, turn, customer, queue, ticket.order_id)
    await complaining.begin(
        tx, context, turn.now, carrier, TICKET_SCORE, about=ticket.id, score=score
    )
    await announce(tx, context, turn, carrier, customer)


async def about_order(
    tx: Session,
    context: Context,
    turn: Turn,
    order: Order,
    customer: Customer,
    score: int,
    thing: OrderLine | None = None,
) -> None:
    """An order, or a thing of it, was rated low."""
    known = await asked.known_about(tx, None, order.id)
    if known is not None:
        low = (
            low_score(customer, score)
            if thing is None
            else _low_thing(context, customer, score, thing)
        )
        await again(tx, context, turn, known, customer, low)
        return
    carrier = await open_carrier(tx, context, turn, customer, queue_of(context.shop), order.id)
    cause = PRODUCT_SCORE if thing is not None else ORDER_SCORE
    await complaining.begin(tx, context, turn.now, carrier, cause, score=score)
    await announce(tx, context, turn, carrier, customer)


async def carry(
    tx: Session, context: Context, turn: Turn, carrier: Ticket, incoming: Incoming
) -> None:
    """What a dissatisfied customer says goes to the complaint's ticket, and its cards show it."""
    carrier.subject = carrier.subject or incoming.text[:SUBJECT]
    message = await store_message(tx, turn, carrier, incoming, CUSTOMER)
    await relay_to_staff(tx, turn.now, carrier, message)
    await promises.show_ticket(tx, turn.now, carrier)
    await complaining.show_of(tx, turn.now, carrier)
    await context.boards.show(tx, turn.now, carrier.queue_id)


async def carrier_of(tx: Session, ticket: Ticket) -> Ticket | None:
    """The live ticket of the complaint about a rated ticket, held."""
    return await carried(tx, await asked.known_about(tx, ticket.id, None))


async def carried(tx: Session, known: Complaint | None) -> Ticket | None:
    """The live ticket of a complaint that is not decided, held."""
    if known is None or known.state != UNDECIDED:
        return None
    found = await by_id(tx, known.ticket_id)
    return found if found is not None and found.state != RESOLVED else None


async def open_carrier(
    tx: Session,
    context: Context,
    turn: Turn,
    customer: Customer,
    queue: QueueView,
    order_id: int | None,
) -> Ticket:
    """A ticket for a complaint, still without it: in the queue of its topic, else in this one."""
    topic = context.shop.topics.get(complaining.TOPIC)
    leads = context.shop.queue_of(complaining.TOPIC) or queue
    route = Route(leads, topic.key if topic else None, OPEN, "score", "person", None)
    carrier = await open_ticket(tx, context, turn, customer, route, None, "")
    carrier.order_id = order_id
    return carrier


async def again(
    tx: Session,
    context: Context,
    turn: Turn,
    known: Complaint,
    customer: Customer,
    low: Low,
    *,
    rated: int | None = None,
) -> None:
    """Its supervisors hear of it; one that was decided lives again.

    `rated`: the ticket with the score. On the complaint's own ticket the score is for the decision.
    """
    carrier = await by_id(tx, known.ticket_id)
    if carrier is None:
        return
    number = {"number": str(carrier.id)}
    key, said = low
    if known.state == UNDECIDED or known.ticket_id == rated:
        await complaining.tell_supervisors(tx, context, turn.now, carrier, known, key, **said)
        return
    what = {"key": key, "args": said | number}
    for one in complaining.hearers(context, carrier, known):
        await promises.tell(tx, turn.now, one, "complaint-low-reopened", what=what)
    await reopen(tx, context, turn, carrier, customer.tg_id, by_customer=True)


def low_score(customer: Customer, score: int, key: str = AGAIN) -> Low:
    """The sentence that tells of the score, and what it says."""
    return key, {"name": customer.name or "—", "score": str(score)}


def _low_thing(context: Context, customer: Customer, score: int, thing: OrderLine) -> Low:
    language = context.shop.language
    key, said = low_score(customer, score, "complaint-low-thing")
    return key, said | {"thing": inside(thing.title(language), language)}
