"""A file that the desk wrote, sent as a document."""

import asyncio

from aiogram.methods import SendDocument
from aiogram.types import FSInputFile

from handlers.calls import Call, NothingToSend
from handlers.texts import Texts
from services.outcomes import Sent
from services.views import Views


async def document(texts: Texts, views: Views, row: Sent) -> Call:
    """The call that sends it; raises NothingToSend when the file is gone."""
    given = row.payload
    path = views.exported(given["file"])
    if not await asyncio.to_thread(path.is_file):
        raise NothingToSend
    caption = texts.say(views.language_at(row.chat_id), "export-caption", count=given["count"])
    file = FSInputFile(path, filename=given["name"])
    return Call(SendDocument(chat_id=row.chat_id, document=file, caption=caption))
