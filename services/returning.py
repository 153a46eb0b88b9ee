"""A ticket whose agent or place is gone: back to its queue, or on in private."""

from datetime import datetime

from models import people, watching
from models.store import Session
from models.tickets import OPEN, RESOLVED, Ticket
from services import promises
from services.context import Context
from services.places import leave, open_place
from services.tracing import customer_of


async def give_back(tx: Session, context: Context, now: datetime, ticket: Ticket) -> None:
    """Put a ticket that somebody held back into its queue, where everybody sees it."""
    if ticket.state == RESOLVED:
        return
    await leave(tx, now, ticket)
    ticket.state = OPEN
    ticket.agent_id = ticket.taken_at = None
    ticket.waiting_since = ticket.waiting_since or now
    ticket.due_at = context.shop.queues[ticket.queue_id].due(ticket.waiting_since)
    ticket.told_at = None
    ticket.changed_at = now
    customer = await customer_of(tx, ticket)
    await promises.show_mine(tx, now, ticket, customer.tg_id)
    await context.boards.show(tx, now, ticket.queue_id, loud=True)


async def leave_place(tx: Session, context: Context, now: datetime, chat_id: int) -> int:
    """Nobody can be reached at a place any more: conversations go on elsewhere; how many.

    What was in a group goes to its agent in private; what has no agent returns to the queue.
    """
    moved = await watching.live_at(tx, chat_id)
    for ticket in moved:
        agent = context.directory.by_staff_id(ticket.agent_id)
        if agent is None or not agent.reachable or agent.tg_id == chat_id:
            ticket.place_chat_id = ticket.place_thread_id = None
            ticket.guests = []
            await give_back(tx, context, now, ticket)
            continue
        ticket.place_chat_id, ticket.place_thread_id = agent.tg_id, None
        await open_place(tx, now, ticket)
    return len(moved)


async def can_not_be_reached(tx: Session, context: Context, now: datetime, tg_id: int) -> bool:
    """A staff member blocked the bot or never pressed Start; True when that is news."""
    staff = await people.staff_by_tg(tx, tg_id)
    if staff is None or not staff.reachable:
        return False
    staff.reachable = False
    for queue_id in context.shop.queues:
        if all(one.tg_id == tg_id for one in context.directory.to_tell(queue_id)):
            await watching.tell_again(tx, queue_id)
    moved = await leave_place(tx, context, now, tg_id) if staff.active else 0
    for admin in context.directory.admins():
        if staff.active and admin.tg_id != tg_id:
            await promises.tell(tx, now, admin, "staff-unreachable", name=staff.name, count=moved)
    return True
