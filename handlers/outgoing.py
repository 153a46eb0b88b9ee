"""From a promised row to the call that keeps it, rendered just before it is sent."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from aiogram.methods import (
    DeleteMessage,
    EditMessageReplyMarkup,
    EditMessageText,
    LeaveChat,
    PinChatMessage,
    SendMessage,
    SetMessageReaction,
)
from aiogram.types import LinkPreviewOptions, ReactionTypeEmoji, ReplyParameters

from handlers import keyboards, relays, showing, topics
from handlers.albums import album
from handlers.buttons import Sealer
from handlers.calls import Call, NothingToSend, NotYet
from handlers.documents import document
from handlers.privacy import less
from handlers.readers import Readers
from handlers.screen import Screen
from handlers.texts import Texts
from handlers.trade.invoices import invoice
from services.outcomes import Sent
from services.prompts import place_of
from services.views import Views

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
Renderer = Callable[[Sent, datetime], Awaitable[Call]]


class Outgoing:
    """Renders rows; raises NotYet when a row must wait, NothingToSend when it is pointless."""

    def __init__(self, texts: Texts, views: Views, sealer: Sealer, payment_token: str = "") -> None:
        self._payment_token = payment_token
        self._texts = texts
        self._views = views
        self._sealer = sealer
        self._readers = Readers(texts, views)
        self._kinds: dict[str, Renderer] = {
            "text": self._text,
            "card": self._card,
            "relay": self._relay,
            "react": self._react,
            "topic": self._topic,
            "edit": self._edit,
            "delete": self._delete,
            "unbutton": self._unbutton,
            "reword": self._reword,
            "pin": self._pin,
            "leave": self._leave,
            "album": self._album,
            "document": self._document,
            "invoice": self._invoice,
        }

    async def call(self, row: Sent, now: datetime) -> Call:
        """The call that keeps a promise."""
        return await self._kinds[row.kind](row, now)

    async def _text(self, row: Sent, now: datetime) -> Call:
        given = row.payload
        under = await less.under(self._texts, self._views.privacy, row, now)
        thread = await self._thread(row) if given.get("place") else given.get("thread")
        language, texts = given["language"], await self._readers.texts(row.chat_id)
        text = texts.say(language, given["key"], **given["args"])
        reply_to = given.get("reply_to")
        method = SendMessage(
            chat_id=row.chat_id,
            text=text,
            message_thread_id=thread,
            reply_markup=keyboards.build(
                texts,
                self._sealer,
                row.chat_id,
                language,
                given.get("keyboard"),
                under,
            ),
            reply_parameters=_reply_to(reply_to),
            link_preview_options=NO_PREVIEW,
        )
        place = place_of(given, row.chat_id, thread)
        return Call(method, form=given.get("form", "text"), thread_id=thread, card_key=place)

    async def _card(self, row: Sent, now: datetime) -> Call:
        name, subject = row.payload["card"], int(row.payload["id"])
        given = row.payload
        async with self._views.at_once():
            under = await less.under(self._texts, self._views.privacy, row, now)
            thread = await self._thread(row) if given.get("place") else given.get("thread")
            key = f"{name.partition('/')[0]}:{subject}:{row.chat_id}:{thread or 0}"
            screens = await self._readers.screens(row.chat_id)
            screen = await screens.draw(name, subject, row.chat_id, now)
            screen = replace(screen, rows=[*screen.rows, *under]) if under else screen
            place = await self._views.card_place(key)
        markup = self._sealer.keyboard(row.chat_id, screen.rows) if screen.rows else None
        careful = bool(screen.first) and bool(given.get("draft") or not given.get("anew"))
        stands = place is not None and place.tg_id is not None
        stands = stands and (careful or not given.get("anew"))
        photo_id = screen.photo.id if screen.photo is not None else None
        digest: str | None = screen.digest
        if place is not None and stands and showing.may_become(place, screen):
            if place.digest == screen.digest:
                raise NothingToSend
            edit = await showing.edit(row.chat_id, place, screen, markup)
            call = Call(edit, repeatable=True)
        elif given.get("standing"):
            raise NothingToSend
        elif careful:
            send = await showing.send(row.chat_id, thread, Screen(screen.first), None)
            call, digest = Call(send, patient=True), None
        else:
            silent = bool(given.get("silent"))
            send = await showing.send(row.chat_id, thread, screen, markup, silent=silent)
            call = Call(send, replaces=stands)
        return replace(call, card_key=key, digest=digest, thread_id=thread, photo_id=photo_id)

    async def _relay(self, row: Sent, now: datetime) -> Call:
        thread = await self._thread(row) if row.payload.get("place") else None
        return await relays.relay(self._texts, self._views, row, thread)

    async def _edit(self, row: Sent, now: datetime) -> Call:
        return await relays.edit(self._texts, self._views, row)

    async def _topic(self, row: Sent, now: datetime) -> Call:
        if row.payload["verb"] == "delete":
            return topics.gone(row)
        view = await self._views.ticket(row.ticket_id or 0)
        if view is None:
            raise NothingToSend
        return topics.change(self._texts, view, row)

    async def _react(self, row: Sent, now: datetime) -> Call:
        emoji = row.payload["emoji"]
        reaction = [ReactionTypeEmoji(emoji=emoji)] if emoji else []
        method = SetMessageReaction(
            chat_id=row.chat_id, message_id=row.payload["tg_id"], reaction=list(reaction)
        )
        return Call(method, repeatable=True)

    async def _delete(self, row: Sent, now: datetime) -> Call:
        method = DeleteMessage(chat_id=row.chat_id, message_id=row.payload["tg_id"])
        return Call(method, repeatable=True)

    async def _unbutton(self, row: Sent, now: datetime) -> Call:
        chat_id, tg_id = row.chat_id, row.payload["tg_id"]
        return Call(EditMessageReplyMarkup(chat_id=chat_id, message_id=tg_id), repeatable=True)

    async def _reword(self, row: Sent, now: datetime) -> Call:
        given, to = row.payload, row.chat_id
        language, named = given["language"], given["keyboard"]
        texts = await self._readers.texts(to)
        method = EditMessageText(
            chat_id=to,
            message_id=given["tg_id"],
            text=texts.say(language, given["key"], **given["args"]),
            reply_markup=self._sealer.keyboard(to, keyboards.rows(texts, language, named)),
            link_preview_options=NO_PREVIEW,
        )
        return Call(method, repeatable=True)

    async def _pin(self, row: Sent, now: datetime) -> Call:
        method = PinChatMessage(
            chat_id=row.chat_id, message_id=row.payload["tg_id"], disable_notification=True
        )
        return Call(method, repeatable=True)

    async def _leave(self, row: Sent, now: datetime) -> Call:
        return Call(LeaveChat(chat_id=row.chat_id), repeatable=True)

    async def _album(self, row: Sent, now: datetime) -> Call:
        return await album(self._texts, self._views, row)

    async def _document(self, row: Sent, now: datetime) -> Call:
        return await document(self._texts, self._views, row)

    async def _invoice(self, row: Sent, now: datetime) -> Call:
        return await invoice(self._texts, self._views, self._sealer, row, self._payment_token)

    async def _thread(self, row: Sent) -> int | None:
        place = await self._views.place(row.ticket_id or 0)
        if place is None or place.chat_id != row.chat_id:
            raise NothingToSend
        if place.is_forum and place.thread_id is None:
            raise NotYet
        return place.thread_id


def _reply_to(tg_id: int | None) -> ReplyParameters | None:
    if tg_id is None:
        return None
    return ReplyParameters(message_id=tg_id, allow_sending_without_reply=True)
