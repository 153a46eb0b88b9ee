"""Which card of this room shows what."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from handlers.profile.cards.customer import customer
from handlers.profile.cards.news import digest, fresh
from handlers.profile.cards.profile import profile
from handlers.screen import Screen
from handlers.texts import Texts
from services.profile.room import ProfileViews

Drawn = Callable[[int, str, int, datetime], Awaitable[Screen | None]]


class ProfileScreens:
    """Draws cards by name: for a subject, a page, a chat, at a moment."""

    def __init__(self, texts: Texts, views: ProfileViews) -> None:
        self._texts = texts
        self._views = views
        self.by_name: dict[str, Drawn] = {
            "profile": self._profile,
            "fresh": self._fresh,
            "digest": self._digest,
            "customer": self._customer,
        }

    async def _customer(
        self, subject: int, page: str, chat_id: int, now: datetime
    ) -> Screen | None:
        view = await self._views.card(subject, now)
        language = self._views.language_at(chat_id)
        return customer(self._texts, view, page, language, now) if view else None

    async def _fresh(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        before = int(page) if page.isdecimal() else 0
        view = await self._views.fresh(subject, chat_id, before)
        return fresh(self._texts, view) if view else None

    async def _digest(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.digest(subject, page)
        return digest(self._texts, view) if view else None

    async def _profile(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        number = page.partition(".")[2]
        view = await self._views.profile(subject, int(number) if number.isdecimal() else 0)
        return profile(self._texts, view, page, now) if view else None
