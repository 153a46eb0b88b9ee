"""Where a taken ticket's conversation is: a forum topic, or its agent's private chat."""

from datetime import datetime

from models import messages, outbox
from models.messages import CUSTOMER, NOTE, STAFF
from models.outbox import CARD
from models.store import Session
from models.tickets import RESOLVED, Ticket
from services import promises
from services.carrying import to_staff

EVERYTHING = (CUSTOMER, STAFF, NOTE)


async def open_place(tx: Session, now: datetime, ticket: Ticket) -> None:
    """Open the ticket's place: forum topic, card, and everything said so far."""
    if ticket.place_chat_id is None:
        return
    await promises.place_topic(tx, now, ticket, "create")
    await promises.show(
        tx,
        now,
        ticket.place_chat_id,
        "ticket",
        ticket.id,
        ticket=ticket,
        anew=True,
        place=True,
    )
    await tell_all(tx, now, ticket, ticket.place_chat_id)


async def tell_all(tx: Session, now: datetime, ticket: Ticket, chat_id: int) -> None:
    """Promise the whole conversation, notes included, at one of the staff's chats."""
    for message in await messages.of_ticket(tx, ticket.id, sides=EVERYTHING):
        await to_staff(tx, now, ticket, message, chat_id, whole=True)


async def leave(tx: Session, now: datetime, ticket: Ticket) -> None:
    """The conversation goes on elsewhere: the topic closes under a card that says so."""
    chat_id, thread_id = ticket.place_chat_id, ticket.place_thread_id
    if chat_id is None:
        return
    if thread_id is not None or chat_id > 0:
        card = {"card": "ticket", "id": ticket.id, "thread": thread_id}
        await outbox.promise(tx, chat_id, "card", card, now, priority=CARD, ticket_id=ticket.id)
    await promises.place_topic(tx, now, ticket, "close")
    ticket.place_chat_id = ticket.place_thread_id = None
    ticket.guests = []


async def open_anew(tx: Session, now: datetime, ticket: Ticket, lost_thread: int | None) -> None:
    """A topic was deleted by hand: make it anew, with all that was said.

    Does nothing when another row has noticed the loss before. A settled ticket needs no new
    topic: should it be opened again, it waits in its queue.
    """
    if ticket.place_chat_id is None or ticket.place_thread_id != lost_thread:
        return
    await outbox.drop_relays(tx, ticket.id, ticket.place_chat_id, now)
    await messages.forget_copies(tx, ticket.id, ticket.place_chat_id)
    ticket.place_thread_id = None
    if ticket.state == RESOLVED:
        ticket.place_chat_id = None
        return
    await open_place(tx, now, ticket)
