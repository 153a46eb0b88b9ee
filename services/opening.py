"""A new ticket: where it goes, why, and who is told."""

import secrets

from classifier.verdict import Verdict
from models import inquiries, tickets
from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from models.turn import Turn
from services import promises
from services.context import Context
from services.decide import Route
from services.routing import CHOICES, describe
from services.trade.meant import tie
from services.voice import complaining

SUBJECT = 2000  # as much as the model reads: what is said of a ticket is said of these words


async def open_ticket(
    tx: Session,
    context: Context,
    turn: Turn,
    customer: Customer,
    route: Route,
    verdict: Verdict | None,
    subject: str,
) -> Ticket:
    """Write a new ticket down; without words the topics asked most are what can be picked."""
    ticket = Ticket(
        ref=secrets.token_urlsafe(9),
        customer_id=customer.id,
        queue_id=route.queue.id,
        state=route.state,
        opened_at=turn.now,
        changed_at=turn.now,
        subject=subject[:SUBJECT],
    )
    describe(ticket, route, verdict, context.shop, context.understanding.model.version)
    if verdict is None:
        common = await inquiries.common_topics(tx, CHOICES)
        ticket.runners_up = [[key, round(share, 4)] for key, share in common]
    ticket.waiting_since = turn.now
    ticket.due_at = route.queue.due(turn.now)
    if not turn.newcomer:
        await tie(tx, context.shop, ticket)
    await tickets.TICKETS.put(tx, ticket)
    return ticket


async def announce(
    tx: Session, context: Context, turn: Turn, ticket: Ticket, customer: Customer
) -> None:
    """The customer's card and the board; a queue where nobody waited is heard.

    A complaint is followed by name from its first word.
    """
    if complaining.is_about(context, ticket):
        await complaining.follow(tx, context, turn.now, ticket, customer)
    await promises.show_mine(tx, turn.now, ticket, customer.tg_id)
    alone = await tickets.is_alone(tx, ticket.queue_id)
    await context.boards.show(tx, turn.now, ticket.queue_id, loud=alone)
