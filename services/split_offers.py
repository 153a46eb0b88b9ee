"""A message in a ticket that is surely about another matter: offered as a ticket of its own."""

from classifier.verdict import Verdict
from models.messages import Message
from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from models.turn import Turn
from services import decide, promises
from services.context import Context


async def offer_split(
    tx: Session,
    context: Context,
    turn: Turn,
    customer: Customer,
    ticket: Ticket,
    known: str | None,
    message: Message,
    verdict: Verdict | None,
) -> None:
    """Once in a ticket whose topic is `known`; the customer decides."""
    if ticket.split_offered or verdict is None:
        return
    if not decide.is_other_matter(verdict, known, context.shop):
        return
    topic = context.shop.topics[verdict.topic]
    ticket.split_offered = True
    await promises.say(
        tx,
        turn.now,
        customer.tg_id,
        customer.language,
        "split-offer",
        ticket=ticket,
        keyboard={"name": "split", "ref": ticket.ref, "message": message.id, "topic": topic.key},
        number=str(ticket.id),
        topic=topic.titles[customer.language],
    )
