"""A card's call: sent, or edited where it stands; with a photo or without one."""

import asyncio
from typing import Any

from aiogram.methods import (
    EditMessageCaption,
    EditMessageMedia,
    EditMessageText,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.types import (
    FSInputFile,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
)

from handlers.calls import NoPicture
from handlers.screen import Screen
from services.card_views import CardPlace
from services.trade.photos import Picture

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
File = str | FSInputFile


def may_become(place: CardPlace, screen: Screen) -> bool:
    """Whether the message that stands can be edited into a screen: a photo never goes away."""
    return place.photo_id is None or screen.photo is not None


async def edit(
    chat_id: int, place: CardPlace, screen: Screen, markup: InlineKeyboardMarkup | None
) -> TelegramMethod[Any]:
    """The edit that shows a screen; the same photo is not sent a second time."""
    here: dict[str, Any] = {"chat_id": chat_id, "message_id": place.tg_id, "reply_markup": markup}
    if screen.photo is None:
        return EditMessageText(text=screen.text, link_preview_options=NO_PREVIEW, **here)
    if screen.photo.id == place.photo_id:
        return EditMessageCaption(caption=screen.text, **here)
    media = InputMediaPhoto(media=await _file(screen.photo), caption=screen.text, parse_mode="HTML")
    return EditMessageMedia(media=media, **here)


async def send(
    chat_id: int,
    thread: int | None,
    screen: Screen,
    markup: InlineKeyboardMarkup | None,
    *,
    silent: bool = False,
) -> TelegramMethod[Any]:
    """The call that posts a screen; a silent one makes no sound."""
    here: dict[str, Any] = {
        "chat_id": chat_id,
        "message_thread_id": thread,
        "reply_markup": markup,
    } | ({"disable_notification": True} if silent else {})
    if screen.photo is None:
        return SendMessage(text=screen.text, link_preview_options=NO_PREVIEW, **here)
    return SendPhoto(photo=await _file(screen.photo), caption=screen.text, **here)


async def _file(picture: Picture) -> File:
    if picture.given is not None:
        return picture.given
    if picture.path is None or not await asyncio.to_thread(picture.path.is_file):
        raise NoPicture(picture.id)
    return FSInputFile(picture.path)
