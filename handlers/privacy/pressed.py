"""The message whose button was pressed, as consents keep it."""

from aiogram.types import CallbackQuery

from services.errors import Refusal


def message_of(event: CallbackQuery) -> int:
    """Its number in the chat."""
    if event.message is None:
        raise Refusal("button-old")
    return event.message.message_id
