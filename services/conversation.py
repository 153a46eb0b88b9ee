"""What was said, stored once; where it stands makes it unique."""

from models import messages
from models.messages import Message
from models.store import Session
from models.tickets import Ticket
from models.turn import Turn
from services.incoming import Incoming


async def store_message(
    tx: Session,
    turn: Turn,
    ticket: Ticket,
    incoming: Incoming,
    side: str,
    staff_id: int | None = None,
) -> Message:
    """Store what was said; a second time it changes nothing."""
    message = Message(
        ticket_id=ticket.id,
        side=side,
        staff_id=staff_id,
        kind=incoming.kind,
        text=incoming.text,
        html=incoming.html,
        file_id=incoming.file_id,
        album=incoming.album,
        chat_id=incoming.chat_id,
        tg_id=incoming.tg_id,
        copyable=incoming.copyable,
        said_at=turn.now,
        extra=dict(incoming.extra),
    )
    await quote(tx, message, incoming.reply_to)
    if await messages.MESSAGES.put(tx, message):
        return message
    stored = await messages.by_origin(tx, incoming.chat_id, incoming.tg_id)
    assert stored is not None  # the place was taken, and nothing is ever taken away
    return stored


async def quote(tx: Session, message: Message, reply_to: int | None) -> None:
    """Remember which message of the same ticket this one answers."""
    if reply_to is None or message.chat_id is None:
        return
    answered = await messages.said_at(tx, message.chat_id, reply_to)
    if answered is not None and answered.ticket_id == message.ticket_id:
        message.extra = {**message.extra, "quote": answered.id}
