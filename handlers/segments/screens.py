"""Which card of this room shows what."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from handlers.screen import Screen
from handlers.segments.cards.customers import customers, risk
from handlers.texts import Texts
from services.segments.room import SegmentsViews

Drawn = Callable[[int, str, int, datetime], Awaitable[Screen | None]]


class SegmentsScreens:
    """Draws cards by name: for a subject, a page, a chat, at a moment."""

    def __init__(self, texts: Texts, views: SegmentsViews) -> None:
        self._texts = texts
        self._views = views
        self.by_name: dict[str, Drawn] = {"customers": self._customers}

    async def _customers(
        self, subject: int, page: str, chat_id: int, now: datetime
    ) -> Screen | None:
        language = self._views.language_at(chat_id)
        name, _, number = page.partition(".")
        if name == "risk":
            found = await self._views.risk(int(number) if number.isdigit() else 0)
            return risk(self._texts, found, language)
        figures = await self._views.figures(now)
        return customers(self._texts, figures, language) if figures else None
