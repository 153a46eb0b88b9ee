"""What customers and staff say, carried over to the other side as it was said."""

from typing import Any

from aiogram.methods import (
    CopyMessage,
    CopyMessages,
    EditMessageText,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import LinkPreviewOptions, ReplyParameters

from handlers.calls import Call, NothingToSend, NotYet
from handlers.captions import recaption
from handlers.texts import Markup, Texts, cut, escape
from services.carrying import CAPTIONED, is_signed, units
from services.outcomes import Sent
from services.states import CUSTOMER, NOTE, STAFF, Message
from services.views import Views

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
BETWEEN = "\n———\n"
NAME_ROOM = 64
TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024


async def relay(texts: Texts, views: Views, row: Sent, thread: int | None) -> Call:
    """Copy a message, or an album, to the other side of the counter."""
    message = await views.message(row.message_id or 0)
    if message is None or (row.is_answer and message.side != STAFF):
        raise NothingToSend
    if row.payload.get("stored"):
        return await _stored(texts, views, row, message, thread)
    if message.album:
        return await _album(views, row, message, thread)
    if row.others:
        return await _merged(views, row, message, thread)
    reply = await _reply(views, row, message, thread)
    if not message.copyable:
        said = _line(texts, views, row, message)
        return Call(_send(row, said, thread, reply), form="line", thread_id=thread)
    name = await _name(views, message)
    if name is not None and message.kind == "text" and is_signed(message):
        said = signed(name, message.html)
        return Call(_send(row, said, thread, reply), thread_id=thread)
    copy = CopyMessage(
        chat_id=row.chat_id,
        from_chat_id=message.chat_id or 0,
        message_id=message.tg_id or 0,
        message_thread_id=thread,
        reply_parameters=reply,
    )
    if name is not None and is_signed(message):
        caption = {"caption": signed(name, message.html), "parse_mode": "HTML"}
        return Call(copy.model_copy(update=caption), form="caption", thread_id=thread)
    return Call(copy, form=_form(message, name), thread_id=thread)


def signed(name: str, html: str | None) -> Markup:
    """Words under the name of the person who says them."""
    return Markup(f"{name}\n{html or ''}".rstrip())


async def edit(texts: Texts, views: Views, row: Sent) -> Call:
    """Bring a copy to what its author has made of the original."""
    message = await views.message(row.message_id or 0)
    if message is None:
        raise NothingToSend
    tg_id, form = int(row.payload["tg_id"]), row.payload["form"]
    body = await _edited(texts, views, row, message)
    method: TelegramMethod[Any]
    if form in ("caption", "barecap"):
        method = recaption(row.chat_id, tg_id, message, body)
    elif body:
        method = EditMessageText(
            chat_id=row.chat_id, message_id=tg_id, text=body, link_preview_options=NO_PREVIEW
        )
    else:
        raise NothingToSend
    return Call(method, repeatable=True)


async def _edited(texts: Texts, views: Views, row: Sent, message: Message) -> Markup:
    form = row.payload["form"]
    if form == "merged":
        parts = await views.merged(row.chat_id, int(row.payload["tg_id"]))
        return Markup(BETWEEN.join(_with_mark(texts, views, row, one) for one in parts))
    if message.side == CUSTOMER:
        return _with_mark(texts, views, row, message)
    name = await _name(views, message)
    room = (CAPTION_LIMIT if form in ("caption", "barecap") else TEXT_LIMIT) - NAME_ROOM - 8
    if name is None or form in ("bare", "barecap") or units(message.text) > room:
        return Markup(message.html or "")
    return signed(name, message.html)


def _with_mark(texts: Texts, views: Views, row: Sent, message: Message) -> Markup:
    body = message.html or ""
    if message.edited_at is None:
        return Markup(body)
    mark = texts.say(views.language_at(row.chat_id), "edited-mark")
    marked = f"{body}\n\n{mark}".strip()
    room = TEXT_LIMIT if message.kind == "text" else CAPTION_LIMIT
    return Markup(marked if units(message.text) + len(mark) + 2 <= room else body)


async def _merged(views: Views, row: Sent, message: Message, thread: int | None) -> Call:
    others = [await views.message(other.message_id or 0) for other in row.others]
    words = [one.html or "" for one in (message, *others) if one is not None]
    reply = await _reply(views, row, message, thread)
    return Call(_send(row, Markup(BETWEEN.join(words)), thread, reply), thread_id=thread)


async def _album(views: Views, row: Sent, message: Message, thread: int | None) -> Call:
    if await views.album_arrives(message):
        raise NotYet
    whole = bool(row.payload.get("whole"))
    parts = await views.album(message.ticket_id, message.album or "", row.chat_id, whole=whole)
    if not parts or (row.is_answer and any(part.side != STAFF for part in parts)):
        raise NothingToSend
    if whole and parts[0].id != message.id:
        raise NothingToSend
    method = CopyMessages(
        chat_id=row.chat_id,
        from_chat_id=message.chat_id or 0,
        message_ids=[part.tg_id or 0 for part in parts],
        message_thread_id=thread,
    )
    ids = tuple(part.id for part in parts)
    return Call(method, form="barecap", thread_id=thread, message_ids=ids)


async def _stored(
    texts: Texts, views: Views, row: Sent, message: Message, thread: int | None
) -> Call:
    reply = await _reply(views, row, message, thread)
    name = await _name(views, message)
    words = Markup(message.html or "")
    said = signed(name, words) if name is not None else words
    if not message.text:
        said = _line(texts, views, row, message)
    return Call(_send(row, said, thread, reply), form="line", thread_id=thread)


async def _name(views: Views, message: Message) -> str | None:
    """The bold line over a staff member's words; a note's has its mark."""
    author = await views.author(message)
    if author is None:
        return None
    name = escape(cut(author, NAME_ROOM))
    return f"📝 <b>{name}:</b>" if message.side == NOTE else f"<b>{name}:</b>"


async def _reply(
    views: Views, row: Sent, message: Message, thread: int | None
) -> ReplyParameters | None:
    """What a copy answers: the same as the original did, else the ticket's card in private."""
    quoted = message.extra.get("quote")
    place = await views.standing(int(quoted), row.chat_id) if quoted else None
    if place is None and thread is None and not row.is_answer:
        place = await views.card_of_place(row.ticket_id or 0, row.chat_id)
    if place is None:
        return None
    return ReplyParameters(message_id=place, allow_sending_without_reply=True)


def _form(message: Message, name: str | None) -> str:
    if message.kind == "text":
        return "text" if name is None else "bare"
    if message.kind not in CAPTIONED:
        return "copy"
    return "caption" if name is None else "barecap"


def _send(
    row: Sent, text: Markup, thread: int | None, reply: ReplyParameters | None
) -> SendMessage:
    return SendMessage(
        chat_id=row.chat_id,
        message_thread_id=thread,
        text=text,
        reply_parameters=reply,
        link_preview_options=NO_PREVIEW,
    )


def _line(texts: Texts, views: Views, row: Sent, message: Message) -> Markup:
    language = views.language_at(row.chat_id)
    return texts.say(language, "cannot-copy", kind=texts.say(language, kind_key(texts, message)))


def kind_key(texts: Texts, message: Message) -> str:
    """The name of a message's kind, as a text key."""
    key = f"kind-{message.kind}"
    return key if key in texts.keys("ru") else "kind-unknown"
