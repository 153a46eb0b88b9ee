"""A copy with a file, brought to what its author has made of the original: words, or the file."""

from typing import Any

from aiogram.methods import EditMessageCaption, EditMessageMedia, TelegramMethod
from aiogram.types import (
    InputMediaAnimation,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
)

from handlers.texts import Markup
from services.media import is_replaced
from services.states import Message

FILES = {
    "photo": InputMediaPhoto,
    "video": InputMediaVideo,
    "animation": InputMediaAnimation,
    "document": InputMediaDocument,
    "audio": InputMediaAudio,
}


def recaption(chat_id: int, tg_id: int, message: Message, words: Markup) -> TelegramMethod[Any]:
    """The call that puts new words under a copy's file, and the new file in its place."""
    if not is_replaced(message):
        return EditMessageCaption(chat_id=chat_id, message_id=tg_id, caption=words or None)
    file = FILES[message.kind](
        media=message.file_id or "", caption=words or None, parse_mode="HTML"
    )
    return EditMessageMedia(chat_id=chat_id, message_id=tg_id, media=file)
