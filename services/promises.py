"""What the desk promises people: said with the change it tells of, sent by the sender."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from models import outbox, sending
from models.outbox import BOARD, CARD, REPLY
from models.store import Session
from models.tickets import Ticket
from services.people import Actor


async def say(
    tx: Session,
    now: datetime,
    chat_id: int,
    language: str,
    key: str,
    *,
    priority: int = REPLY,
    ticket: Ticket | None = None,
    thread_id: int | None = None,
    reply_to: int | None = None,
    keyboard: dict[str, Any] | None = None,
    join_key: str | None = None,
    notice: str | None = None,
    prompt: int | None = None,
    **args: Any,
) -> None:
    """Promise a sentence: a text key with its arguments, and a keyboard by name.

    `notice`: what the shop starts is looked at by the gate once more before it is shown.
    `prompt`: it asks this person for words; where it stands is kept (see `services/prompts.py`).
    """
    payload: dict[str, Any] = {"key": key, "args": args, "language": language, "thread": thread_id}
    payload |= {"reply_to": reply_to, "keyboard": keyboard}
    payload |= {name: one for name, one in (("notice", notice), ("prompt", prompt)) if one}
    await outbox.promise(
        tx,
        chat_id,
        "text",
        payload,
        now,
        priority=priority,
        ticket_id=ticket.id if ticket else None,
        join_key=join_key,
    )


async def tell(tx: Session, now: datetime, who: Actor, key: str, **args: Any) -> None:
    """Promise a sentence to a staff member in private."""
    await say(tx, now, who.tg_id, who.language, key, priority=CARD, **args)


async def tell_place(
    tx: Session,
    now: datetime,
    ticket: Ticket,
    language: str,
    key: str,
    *,
    keyboard: dict[str, Any] | None = None,
    **args: Any,
) -> None:
    """Promise a sentence to staff where the ticket's conversation is; nowhere when not taken."""
    if ticket.place_chat_id is None:
        return
    payload = {
        "key": key,
        "args": args,
        "language": language,
        "place": True,
        "keyboard": keyboard,
    }
    await outbox.promise(
        tx, ticket.place_chat_id, "text", payload, now, priority=CARD, ticket_id=ticket.id
    )


async def show(
    tx: Session,
    now: datetime,
    chat_id: int,
    card: str,
    subject_id: int,
    *,
    priority: int = CARD,
    ticket: Ticket | None = None,
    not_before: datetime | None = None,
    anew: bool = False,
    **more: Any,
) -> None:
    """Promise a card as it is now: many changes, one edit; `standing`: only where it stands."""
    await outbox.promise(
        tx,
        chat_id,
        "card",
        {"card": card, "id": subject_id, "anew": anew, **more},
        now,
        priority=priority,
        ticket_id=ticket.id if ticket else None,
        join_key=_card_key(card, subject_id, chat_id, anew, more),
        not_before=not_before,
    )


def _card_key(card: str, subject_id: int, chat_id: int, anew: bool, more: Mapping[str, Any]) -> str:
    """What the shop starts may still be stopped: no answer hangs on it, nor it on an answer."""
    at = f"{chat_id}:{more['thread']}" if more.get("thread") else str(chat_id)
    own = f":{more['notice']}" if "notice" in more else ":edit" if more.get("standing") else ""
    return f"card:{card}:{subject_id}:{at}{':anew' if anew else ''}{own}"


async def show_mine(
    tx: Session, now: datetime, ticket: Ticket, customer_tg_id: int, *, anew: bool = False
) -> None:
    """The customer's own card of a ticket."""
    await show(tx, now, customer_tg_id, "mine", ticket.id, priority=REPLY, ticket=ticket, anew=anew)


async def show_ticket(
    tx: Session, now: datetime, ticket: Ticket, *, not_before: datetime | None = None
) -> None:
    """The staff's card of a ticket: where its conversation is, and in private where it stands."""
    if ticket.place_chat_id is not None:
        await show(
            tx,
            now,
            ticket.place_chat_id,
            "ticket",
            ticket.id,
            ticket=ticket,
            not_before=not_before,
            place=True,
        )
    for chat_id in await sending.private_cards(tx, "ticket", ticket.id):
        if chat_id != ticket.place_chat_id:
            await show(tx, now, chat_id, "ticket", ticket.id, ticket=ticket, not_before=not_before)


async def show_again(tx: Session, now: datetime, card: str, subject_id: int) -> None:
    """A card shows the present in the private chats where it stands."""
    for chat_id in await sending.private_cards(tx, card, subject_id):
        await show(tx, now, chat_id, card, subject_id)


async def react(
    tx: Session, now: datetime, chat_id: int, tg_id: int, emoji: str, priority: int = REPLY
) -> None:
    """Promise a reaction: the quietest way to say that something was seen."""
    await outbox.promise(
        tx, chat_id, "react", {"tg_id": tg_id, "emoji": emoji}, now, priority=priority
    )


async def place_topic(tx: Session, now: datetime, ticket: Ticket, verb: str) -> None:
    """Promise to make, close or reopen the forum topic of a ticket that has or wants one."""
    if ticket.place_chat_id is None or ticket.place_chat_id > 0:
        return
    if verb != "create" and ticket.place_thread_id is None:
        return
    await outbox.promise(
        tx,
        ticket.place_chat_id,
        "topic",
        {"verb": verb, "thread": ticket.place_thread_id},
        now,
        priority=CARD,
        ticket_id=ticket.id,
    )


async def delete(tx: Session, now: datetime, chat_id: int, tg_id: int) -> None:
    """Promise to take one of our own messages away."""
    await outbox.promise(tx, chat_id, "delete", {"tg_id": tg_id}, now, priority=BOARD)


async def delete_topic(tx: Session, now: datetime, chat_id: int, thread_id: int) -> None:
    """Promise to take a forum topic away with all that stands in it."""
    payload = {"verb": "delete", "thread": thread_id}
    await outbox.promise(tx, chat_id, "topic", payload, now, priority=BOARD)


async def take_buttons(tx: Session, now: datetime, chat_id: int, tg_id: int) -> None:
    """Promise to take the buttons off one of our own messages."""
    await outbox.promise(tx, chat_id, "unbutton", {"tg_id": tg_id}, now, priority=BOARD)


async def pin(tx: Session, now: datetime, chat_id: int, tg_id: int) -> None:
    """Promise to pin one of our own messages, without a sound."""
    await outbox.promise(tx, chat_id, "pin", {"tg_id": tg_id}, now, priority=BOARD)


async def leave(tx: Session, now: datetime, chat_id: int) -> None:
    """Promise to leave a group that is not one of ours."""
    await outbox.promise(tx, chat_id, "leave", {}, now, priority=CARD, join_key=f"leave:{chat_id}")
