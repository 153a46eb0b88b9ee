"""Putting a ticket into a queue, and writing down why."""

from datetime import datetime

from classifier.verdict import Verdict
from models.labels import TRANSFER, Label
from models.store import Session
from models.tickets import ASKING, OPEN, Ticket
from services.context import Context
from services.decide import Route, topic_by_transfer
from services.shop import QueueView, Shop
from services.trade.meant import tie

CHOICES = 5
NEAREST = 300


def describe(
    ticket: Ticket, route: Route, verdict: Verdict | None, shop: Shop, version: str
) -> None:
    """Write the decision, its probability, the model and the deciding words on the ticket."""
    topic = shop.topics.get(route.topic_key or "")
    ticket.topic_id = topic.id if topic else None
    ticket.decision = route.decision
    ticket.certainty = route.certainty
    ticket.state = route.state
    ticket.ask_until = route.ask_until
    if verdict is None:
        return
    ticket.model = version
    ticket.probability = verdict.probability
    ticket.in_scope = verdict.in_scope
    ranked = offered([(verdict.topic, verdict.probability), *verdict.runners_up], verdict)
    ticket.matters = list(verdict.matters)
    ticket.runners_up = [[key, round(chance, 4)] for key, chance in ranked[: CHOICES + 1]]
    ticket.why = list(verdict.why)
    ticket.nearest = verdict.nearest[:NEAREST] if verdict.nearest else None


def offered(ranked: list[tuple[str, float]], verdict: Verdict) -> list[tuple[str, float]]:
    """Topics to offer: of an unsure message, what its parts surely are about comes first."""
    if verdict.decision != "ask":
        return ranked
    chances = dict(ranked)
    first = [(topic, chances.get(topic, 0.0)) for topic in verdict.matters]
    return [*first, *(one for one in ranked if one[0] not in verdict.matters)]


async def send_to(
    tx: Session, context: Context, now: datetime, ticket: Ticket, queue: QueueView
) -> None:
    """Put a waiting ticket into a queue; both queues' boards show it."""
    old = ticket.queue_id
    was_asking = ticket.state == ASKING
    ticket.queue_id = queue.id
    if was_asking:
        ticket.state = OPEN
    ticket.ask_until = None
    ticket.due_at = queue.due(ticket.waiting_since or now)
    ticket.told_at = None
    ticket.changed_at = now
    await tie(tx, context.shop, ticket)
    if old != queue.id:
        await context.boards.show(tx, now, old)
    await context.boards.show(tx, now, queue.id, loud=old != queue.id)


def label(
    tx: Session, ticket: Ticket, topic_key: str, origin: str, author_tg_id: int, now: datetime
) -> None:
    """Somebody said what the ticket is about: a training example, when it has words."""
    if ticket.subject.strip():
        tx.add(
            Label(
                ticket_id=ticket.id,
                text=ticket.subject,
                topic_key=topic_key,
                origin=origin,
                author_tg_id=author_tg_id,
                created_at=now,
            )
        )


def ranked_topics(ticket: Ticket) -> list[tuple[str, float]]:
    """What the model thought of a ticket, the likeliest first; nothing when it was not asked."""
    if ticket.probability is None:
        return []
    return [(str(key), float(chance)) for key, chance in ticket.runners_up]


def label_by_transfer(
    tx: Session, shop: Shop, ticket: Ticket, queue: QueueView, author_tg_id: int, now: datetime
) -> None:
    """Staff sent a ticket on: a weak label, where the model had led it elsewhere."""
    ranked = [key for key, _ in ranked_topics(ticket)]
    topic_key = topic_by_transfer(ranked, queue, shop)
    if topic_key is not None:
        label(tx, ticket, topic_key, TRANSFER, author_tg_id, now)
