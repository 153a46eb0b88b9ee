"""A resolved ticket lives again: with its agent when still on the staff, else in its queue."""

from models.store import Session
from models.tickets import OPEN, RESOLVED, TAKEN, Ticket
from models.turn import Turn
from services import promises
from services.context import Context
from services.privacy import notices
from services.voice import complaining


async def reopen(
    tx: Session,
    context: Context,
    turn: Turn,
    ticket: Ticket,
    customer_tg_id: int,
    *,
    by_customer: bool = False,
) -> None:
    """Open a resolved ticket again; anything else stays as it is.

    When the customer did it their card is posted anew, and the agent hears of it.
    """
    if ticket.state != RESOLVED:
        return
    agent = context.directory.by_staff_id(ticket.agent_id)
    ticket.state = TAKEN if agent and ticket.place_chat_id is not None else OPEN
    if ticket.state == OPEN:
        ticket.agent_id = ticket.place_chat_id = ticket.place_thread_id = None
    ticket.reopened += 1
    ticket.resolved_at = None
    ticket.waiting_since = turn.now
    ticket.due_at = context.shop.queues[ticket.queue_id].due(turn.now)
    ticket.told_at = None
    ticket.changed_at = turn.now
    await notices.withdraw(tx, turn.now, ticket.customer_id, unanswered(ticket))
    await complaining.revive(tx, context, turn.now, ticket)
    await promises.place_topic(tx, turn.now, ticket, "reopen")
    if by_customer and agent is not None:
        language = language_at(context, ticket)
        await promises.tell_place(
            tx, turn.now, ticket, language, "customer-reopened", number=str(ticket.id)
        )
    await promises.show_ticket(tx, turn.now, ticket)
    await promises.show_mine(tx, turn.now, ticket, customer_tg_id, anew=by_customer)
    await context.boards.show(tx, turn.now, ticket.queue_id, loud=ticket.state == OPEN)


def unanswered(ticket: Ticket) -> str:
    """What the news that a ticket was closed unanswered is told apart by begins with."""
    return f"closed:{ticket.id}:"


def language_at(context: Context, ticket: Ticket) -> str:
    """What is spoken where a ticket's conversation is: the agent's language, or the group's."""
    agent = context.directory.by_staff_id(ticket.agent_id)
    if agent is not None and ticket.place_chat_id == agent.tg_id:
        return agent.language
    return context.shop.language
