"""Which card shows what: the present state read, then drawn."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from handlers.calls import NothingToSend
from handlers.cards.board import board
from handlers.cards.hand import hand
from handlers.cards.imports import imports
from handlers.cards.lines import lines
from handlers.cards.mine import mine
from handlers.cards.models import models
from handlers.cards.quality import quality
from handlers.cards.rating import rating
from handlers.cards.review import review
from handlers.cards.run import run
from handlers.cards.staff import staff
from handlers.cards.ticket import ticket
from handlers.cards.topics import topics
from handlers.privacy.screens import PrivacyScreens
from handlers.profile.screens import ProfileScreens
from handlers.screen import Screen
from handlers.segments.screens import SegmentsScreens
from handlers.texts import Texts
from handlers.trade.screens import TradeScreens
from handlers.voice.screens import VoiceScreens
from services.views import Views

Drawn = Callable[[int, int, datetime], Awaitable[Screen | None]]


class Screens:
    """Draws cards by name for a subject and a chat."""

    def __init__(self, texts: Texts, views: Views) -> None:
        self._texts = texts
        self._views = views
        self._trade = TradeScreens(texts, views.trade)
        self._rooms = (
            PrivacyScreens(texts, views.privacy).by_name
            | VoiceScreens(texts, views.voice).by_name
            | ProfileScreens(texts, views.profile).by_name
            | SegmentsScreens(texts, views.segments).by_name
        )
        self._by_name: dict[str, Drawn] = {
            "board": self._board,
            "rating": self._rating,
            "mine": self._mine,
            "ticket": self._ticket,
            "hand": self._hand,
            "lines": self._lines,
            "review": self._review,
        }

    async def draw(self, name: str, subject: int, chat_id: int, now: datetime) -> Screen:
        """The card as it is now; raises NothingToSend when its subject is gone."""
        if name.startswith("staff/"):
            roster = await self._views.roster(name.removeprefix("staff/"))
            return staff(self._texts, roster, self._views.language_at(chat_id))
        if name.startswith("topics/"):
            listed = await self._views.teaching.topics(name.removeprefix("topics/"))
            return topics(self._texts, listed, self._language(chat_id))
        name, _, page = name.partition("/")
        if (name, page) == ("model", "quality"):
            seen = await self._views.quality.now(now)
            return quality(self._texts, seen, self._language(chat_id))
        if name == "model":
            view = await self._views.learning.models(page)
            return models(self._texts, view, self._language(chat_id), now)
        if name == "run":
            return await self._run(subject, page, chat_id, now)
        if name == "import":
            return await self._import(subject, page, chat_id)
        screen = await self._drawn(name, subject, page, chat_id, now)
        if screen is None:
            raise NothingToSend
        return screen

    async def _drawn(
        self, name: str, subject: int, page: str, chat_id: int, now: datetime
    ) -> Screen | None:
        if self._trade.knows(name):
            return await self._trade.draw(name, subject, page, chat_id, now)
        if name in self._rooms:
            return await self._rooms[name](subject, page, chat_id, now)
        return await self._by_name[name](subject, chat_id, now)

    async def _run(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen:
        view = await self._views.learning.run(subject, page, now)
        if view is None:
            raise NothingToSend
        return run(self._texts, view, self._language(chat_id))

    async def _import(self, subject: int, page: str, chat_id: int) -> Screen:
        view = await self._views.brought(subject, page)
        if view is None:
            raise NothingToSend
        return imports(self._texts, view, self._language(chat_id))

    async def _board(self, subject: int, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.lists.board(subject, now, chat_id)
        return board(self._texts, view, self._language(chat_id)) if view else None

    async def _rating(self, subject: int, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.rating(subject)
        return rating(self._texts, view) if view else None

    async def _mine(self, subject: int, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.own(subject)
        return mine(self._texts, view, now) if view else None

    async def _ticket(self, subject: int, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.ticket(subject)
        return ticket(self._texts, view, self._language(chat_id), chat_id, now) if view else None

    async def _hand(self, subject: int, chat_id: int, now: datetime) -> Screen | None:
        return hand(self._texts, await self._views.lists.hand(subject, now))

    async def _lines(self, subject: int, chat_id: int, now: datetime) -> Screen | None:
        return lines(self._texts, await self._views.lists.lines(subject, now))

    async def _review(self, subject: int, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.teaching.review(chat_id, now)
        return review(self._texts, view, self._language(chat_id), now)

    def _language(self, chat_id: int) -> str:
        return self._views.language_at(chat_id)
