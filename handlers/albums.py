"""Pictures of a retraining, or of the weeks: one message, or an album."""

import asyncio

from aiogram.methods import SendMediaGroup, SendPhoto
from aiogram.types import FSInputFile, InputMediaPhoto

from handlers.calls import Call, NothingToSend
from handlers.texts import Texts
from services.learning_views import Picture
from services.outcomes import Sent
from services.views import Views


async def album(texts: Texts, views: Views, row: Sent) -> Call:
    """The call that shows the pictures of a row; raises NothingToSend without any."""
    language = views.language_at(row.chat_id)
    known = texts.keys(language)
    pictures = [
        (FSInputFile(one.path), texts.say(language, one.caption_key))
        if one.caption_key in known
        else (FSInputFile(one.path), None)
        for one in await _pictures(views, row, language)
    ]
    if not pictures:
        raise NothingToSend
    if len(pictures) == 1:
        file, caption = pictures[0]
        return Call(SendPhoto(chat_id=row.chat_id, photo=file, caption=caption))
    media = [InputMediaPhoto(media=file, caption=said) for file, said in pictures]
    return Call(SendMediaGroup(chat_id=row.chat_id, media=list(media)))


async def _pictures(views: Views, row: Sent, language: str) -> list[Picture]:
    if "picture" in row.payload:
        named = str(row.payload["picture"])
        path, about = views.trade.picture(named), named.partition("-")[0]
        return [Picture(path, f"caption-{about}")] if await asyncio.to_thread(path.is_file) else []
    if "quality" in row.payload:
        return await views.quality.pictures(str(row.payload["quality"]), language)
    return await views.learning.pictures(int(row.payload["run"]))
