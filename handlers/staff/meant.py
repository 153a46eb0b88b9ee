"""Which ticket a command, a reply or a press means, and where it was given."""

import re
from dataclasses import replace

from aiogram.types import CallbackQuery, InaccessibleMessage, Message

from services.desk import Desk
from services.errors import Refusal
from services.spot import Spot

NUMBER = re.compile(r"[№#]?\s?(\d{1,15})(?=\s|$)")


def spot_of(event: Message | CallbackQuery) -> Spot:
    """Where somebody acted."""
    if isinstance(event, Message):
        thread = event.message_thread_id if event.is_topic_message else None
        return Spot(event.chat.id, thread, event.message_id)
    message = event.message
    if message is None:
        raise Refusal("button-old")
    if isinstance(message, InaccessibleMessage):
        in_group = message.chat.id < 0
        return Spot(message.chat.id, None, None, message.message_id, topic_unknown=in_group)
    thread = message.message_thread_id if message.is_topic_message else None
    return Spot(message.chat.id, thread, None, message.message_id)


def beside(event: CallbackQuery) -> Spot:
    """Where a press was made, its message staying as it is."""
    spot = spot_of(event)
    return replace(spot, pressed=None)


async def here(message: Message, desk: Desk) -> int | None:
    """The ticket of the topic a message is in, or of the message it replies to."""
    spot = spot_of(message)
    answered = message.reply_to_message.message_id if message.reply_to_message else None
    return await desk.tracing.here(spot.chat_id, spot.thread_id, answered)


async def meant(message: Message, words: str | None, desk: Desk, example: str) -> tuple[int, str]:
    """The ticket a command is about, and its other words; a number comes before the place.

    Raises Refusal with an example when neither names a ticket.
    """
    said = (words or "").strip()
    number = NUMBER.match(said)
    if number is not None:
        return int(number[1]), said[number.end() :].strip()
    ticket = await here(message, desk)
    if ticket is None:
        raise Refusal("needs-ticket", example=example)
    return ticket, said
