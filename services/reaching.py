"""Whether an answer reached the customer: written on it, shown on the card, told when it failed."""

from collections.abc import Iterable, Mapping

from models import messages, outbox
from models.messages import CUSTOMER, Message
from models.outbox import CARD
from models.store import Session
from models.tickets import Ticket
from services import promises
from services.context import Context
from services.outcomes import Outcome

UNCOPIED = (
    "to copy not found",
    "can't be copied",
    "no messages to copy",
    "MESSAGE_ID_INVALID",
    "chat not found",
)
TOO_LATE = "message can't be deleted"


async def answered(tx: Session, context: Context, outcome: Outcome, state: str) -> None:
    """Write down what became of an answer; staff hear of it where they follow the ticket."""
    row = outcome.row
    ticket = await tx.get(Ticket, row.ticket_id or 0)
    ids = [one for one in (outcome.message_ids or (row.message_id,)) if one is not None]
    if ticket is None or not ids or (state == "delivered" and not outcome.tg_ids):
        return
    for message in await _messages(tx, ids):
        message.delivery = state
    await promises.show_ticket(tx, outcome.at, ticket)
    if state != "delivered":
        await _tell(tx, context, outcome, ticket, state, ids[0])


async def answer_stopped(
    tx: Session, context: Context, outcome: Outcome, stopped: Mapping[int, Iterable[int]]
) -> None:
    """Answers that waited behind the one that could not be delivered share its fate."""
    for ticket_id, ids in stopped.items():
        await messages.mark_blocked(tx, sorted(ids))
        ticket = await tx.get(Ticket, ticket_id)
        if ticket is not None and ticket_id != outcome.row.ticket_id:
            await promises.show_ticket(tx, outcome.at, ticket)


async def retell(tx: Session, outcome: Outcome) -> None:
    """The original was taken away before it could be copied: staff get what is stored of it."""
    row = outcome.row
    told = row.payload.get("stored") or row.ticket_id is None
    if told or not any(said.lower() in (outcome.error or "").lower() for said in UNCOPIED):
        return
    for message_id in outcome.message_ids or tuple(
        one.message_id for one in (row, *row.others) if one.message_id is not None
    ):
        await outbox.promise(
            tx,
            row.chat_id,
            "relay",
            {**row.payload, "message": message_id, "album": None, "stored": True},
            outcome.at,
            priority=CARD,
            ticket_id=row.ticket_id,
            message_id=message_id,
        )


async def unsend_failed(tx: Session, context: Context, outcome: Outcome) -> None:
    """Telegram did not take an answer back: the customer still sees it; told once an answer."""
    message = await tx.get(Message, outcome.row.message_id or 0)
    ticket = await tx.get(Ticket, outcome.row.ticket_id or 0)
    if message is None or ticket is None or message.side == CUSTOMER:
        return
    whole = await messages.album_of(tx, ticket.id, message.album) if message.album else [message]
    news = all(part.delivery == "unsent" for part in whole)
    message.delivery = "delivered"
    await promises.show_ticket(tx, outcome.at, ticket)
    if news:
        late = TOO_LATE in (outcome.error or "")
        key = "unsend-late" if late else "unsend-failed"
        await promises.tell_place(tx, outcome.at, ticket, language_at(context, ticket), key)


def language_at(context: Context, ticket: Ticket) -> str:
    """The language spoken where a ticket's conversation is."""
    if ticket.place_chat_id is None or ticket.place_chat_id < 0:
        return context.shop.language
    return context.directory.find(ticket.place_chat_id).language


async def _messages(tx: Session, ids: Iterable[int]) -> list[Message]:
    found = [await tx.get(Message, one) for one in ids]
    return [message for message in found if message is not None]


async def _tell(
    tx: Session, context: Context, outcome: Outcome, ticket: Ticket, state: str, message_id: int
) -> None:
    keyboard = None
    if state == "unsure":
        keyboard = {"name": "unsure", "ref": ticket.ref, "message": message_id}
    await promises.tell_place(
        tx,
        outcome.at,
        ticket,
        language_at(context, ticket),
        f"delivery-{state}",
        keyboard=keyboard,
        number=str(ticket.id),
    )
