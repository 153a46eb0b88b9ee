"""What staff say, carried to the customer and to colleagues under the name of who said it."""

from datetime import datetime

from models import messages, outbox, people
from models.messages import CUSTOMER, NAME_LINE, NOTE, STAFF, Message
from models.outbox import CARD, REPLY
from models.store import Session
from models.tickets import Ticket
from services.relaying import ALBUM_WAIT, relay, staff_chats

TEXT_ROOM = 3900
CAPTION_ROOM = 900
CAPTIONED = ("photo", "video", "animation", "document", "audio", "voice")
EDITABLE = ("text", "caption", "bare", "barecap", "merged")


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def is_signed(message: Message) -> bool:
    """Whether a name fits into the message itself; otherwise it goes before as a line."""
    if message.album is not None:
        return False
    if message.kind == "text":
        return units(message.text) <= TEXT_ROOM
    return message.kind in CAPTIONED and units(message.text) <= CAPTION_ROOM


async def to_customer(
    tx: Session, now: datetime, ticket: Ticket, message: Message, customer_tg_id: int
) -> None:
    """Promise the customer an answer; a note is never carried there."""
    if message.side != STAFF:
        raise ValueError("only answers go to customers")
    message.delivery = "waiting"
    await _name_line(tx, now, customer_tg_id, ticket, message, REPLY, place=False)
    await relay(
        tx, now, customer_tg_id, ticket, message, place=False, priority=REPLY, to_customer=True
    )


async def to_colleagues(tx: Session, now: datetime, ticket: Ticket, message: Message) -> None:
    """Promise an answer or a note to staff who follow the ticket elsewhere."""
    for chat_id in staff_chats(ticket):
        if chat_id != message.chat_id:
            await to_staff(tx, now, ticket, message, chat_id)


async def to_staff(
    tx: Session,
    now: datetime,
    ticket: Ticket,
    message: Message,
    chat_id: int,
    *,
    whole: bool = False,
) -> None:
    """Promise any message of the conversation at one of the staff's chats."""
    place = chat_id == ticket.place_chat_id
    if message.side != CUSTOMER:
        await _name_line(tx, now, chat_id, ticket, message, CARD, place=place, wait=not whole)
    await relay(tx, now, chat_id, ticket, message, place=place, priority=CARD, whole=whole)


async def author_of(tx: Session, message: Message) -> str:
    """The shown name of the staff member who wrote a message."""
    author = await tx.get(people.Staff, message.staff_id) if message.staff_id else None
    return author.name if author else "—"


async def _name_line(
    tx: Session,
    now: datetime,
    chat_id: int,
    ticket: Ticket,
    message: Message,
    priority: int,
    *,
    place: bool,
    wait: bool = True,
) -> None:
    if is_signed(message) or not await _is_first(tx, message):
        return
    payload = {
        "key": "note-line" if message.side == NOTE else "name-line",
        "args": {"name": await author_of(tx, message)},
        "language": "ru",
        "place": place,
        "form": NAME_LINE,
    }
    await outbox.promise(
        tx,
        chat_id,
        "text",
        payload,
        now,
        priority=priority,
        ticket_id=ticket.id,
        message_id=message.id,
        not_before=now + ALBUM_WAIT if message.album and wait else None,
    )


async def _is_first(tx: Session, message: Message) -> bool:
    if message.album is None:
        return True
    parts = await messages.album_of(tx, message.ticket_id, message.album)
    return not parts or parts[0].id == message.id


async def edit_copies(
    tx: Session, now: datetime, message: Message, chat_id: int | None = None
) -> None:
    """Promise that every copy of a message, or that in one chat, shows what it is now."""
    for copy in await messages.relays_of(tx, message.id):
        if copy.form in EDITABLE and chat_id in (None, copy.chat_id):
            await outbox.promise(
                tx,
                copy.chat_id,
                "edit",
                {"tg_id": copy.tg_id, "form": copy.form},
                now,
                priority=CARD if copy.chat_id < 0 else REPLY,
                ticket_id=message.ticket_id,
                message_id=message.id,
                join_key=f"edit:{copy.chat_id}:{copy.tg_id}",
            )
