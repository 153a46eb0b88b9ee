"""A file that the desk wrote, sent as a document."""

import asyncio
import html

from aiogram.methods import SendDocument
from aiogram.types import BufferedInputFile, FSInputFile

from handlers.calls import Call, NothingToSend
from handlers.privacy.own_page import own_document
from handlers.texts import Texts
from handlers.trade.cards.feed_words import fault_line
from services.outcomes import Sent
from services.views import Views


async def document(texts: Texts, views: Views, row: Sent) -> Call:
    """The call that sends it; raises NothingToSend when the file is gone."""
    given = row.payload
    if "feed" in given:
        return await _faults(texts, views, row)
    if "own" in given:
        return await own_document(texts, views, row)
    path = views.exported(given["file"])
    if not await asyncio.to_thread(path.is_file):
        raise NothingToSend
    said = given.get("caption", "export-caption")
    caption = texts.say(views.language_at(row.chat_id), said, count=given["count"])
    file = FSInputFile(path, filename=given["name"])
    return Call(SendDocument(chat_id=row.chat_id, document=file, caption=caption))


async def _faults(texts: Texts, views: Views, row: Sent) -> Call:
    """Everything that is wrong in a catalogue file, in the reader's language."""
    given, language = row.payload, views.language_at(row.chat_id)
    found = await views.trade.feed_faults(given["file"])
    if found is None:
        raise NothingToSend
    lines = [fault_line(texts, language, *one) for one in found]
    content = "\ufeff" + "\r\n".join(html.unescape(line) for line in lines)
    caption = texts.say(language, "feed-faults-caption", count=given["count"])
    file = BufferedInputFile(content.encode("utf-8", "replace"), f"errors-{given['feed']}.txt")
    return Call(SendDocument(chat_id=row.chat_id, document=file, caption=caption))
