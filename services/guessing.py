"""Nobody said what it is about: the likeliest queue gets it, marked as a guess."""

from datetime import datetime

from models.store import Session
from models.tickets import Ticket
from services import promises
from services.context import Context
from services.decide import likeliest
from services.routing import send_to


async def guess(
    tx: Session, context: Context, now: datetime, ticket: Ticket, customer_tg_id: int
) -> None:
    """Send an asking ticket on; what holds no words is not guessed at but sorted by people."""
    ranked = ticket.runners_up if ticket.probability is not None else []
    queue, topic_key = likeliest([str(key) for key, _ in ranked], context.shop)
    topic = context.shop.topics.get(topic_key or "")
    ticket.topic_id = topic.id if topic else None
    ticket.certainty = "guess"
    await send_to(tx, context, now, ticket, queue)
    await promises.show_mine(tx, now, ticket, customer_tg_id)
