"""Which card of this room shows what."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from handlers.privacy import cards
from handlers.screen import Screen
from handlers.texts import Texts
from services.privacy.room import PrivacyViews

Drawn = Callable[[int, str, int, datetime], Awaitable[Screen | None]]


class PrivacyScreens:
    """Draws cards by name: for a subject, a page, a chat, at a moment."""

    def __init__(self, texts: Texts, views: PrivacyViews) -> None:
        self._texts = texts
        self._views = views
        self.by_name: dict[str, Drawn] = {"privacy": self._privacy, "choices": self._choices}

    async def _privacy(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.privacy(subject)
        if view is None:
            return None
        if page == "policy":
            return cards.policy(self._texts, view)
        return cards.privacy(self._texts, view, now)

    async def _choices(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        asked = await self._views.choices(subject)
        return cards.choices(self._texts, asked) if asked is not None else None
