"""Copies of what was said: promised to the other side of the counter, albums as albums."""

from datetime import datetime, timedelta

from models import outbox, sending
from models.messages import CUSTOMER, Message
from models.outbox import CARD
from models.store import Session
from models.tickets import Ticket

ALBUM_WAIT = timedelta(seconds=1)


def staff_chats(ticket: Ticket) -> list[int]:
    """Where staff follow a ticket: its conversation's place and the private chats of guests."""
    place = [ticket.place_chat_id] if ticket.place_chat_id is not None else []
    return place + [guest for guest in ticket.guests if guest not in place]


async def relay_to_staff(tx: Session, now: datetime, ticket: Ticket, message: Message) -> None:
    """Promise staff the customer's own message; an album goes as one."""
    for chat_id in staff_chats(ticket):
        place = chat_id == ticket.place_chat_id
        await relay(tx, now, chat_id, ticket, message, place=place, priority=CARD)


async def relay(
    tx: Session,
    now: datetime,
    chat_id: int,
    ticket: Ticket,
    message: Message,
    *,
    place: bool,
    priority: int,
    to_customer: bool = False,
    whole: bool = False,
) -> None:
    """Promise a message of the conversation at a chat; parts of an album wait for each other.

    `whole`: the conversation is told anew, so an album goes as one whatever stands there.
    """
    album = message.album
    join_key = f"album:{ticket.id}:{album}:{chat_id}" if album else None
    payload = {
        "message": message.id,
        "album": album,
        "place": place,
        "to_customer": to_customer,
        "whole": whole,
        "length": len(message.text) if may_be_merged(message) else None,
    }
    await outbox.promise(
        tx,
        chat_id,
        "relay",
        payload,
        now,
        priority=priority,
        ticket_id=ticket.id,
        message_id=message.id,
        join_key=join_key,
        not_before=now + ALBUM_WAIT if album and not whole else None,
    )
    if join_key is not None and not whole:
        await sending.put_off(tx, join_key, now + ALBUM_WAIT)


def may_be_merged(message: Message) -> bool:
    """Plain words of a customer can stand in one message with others."""
    plain = message.kind == "text" and message.side == CUSTOMER and message.copyable
    return plain and "quote" not in message.extra
