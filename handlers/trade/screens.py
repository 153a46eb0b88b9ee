"""Which card of selling shows what."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from handlers.screen import Screen
from handlers.texts import Texts
from handlers.trade.cards.shelf import shelf
from handlers.trade.cards.thing import thing
from services.trade.shelf_views import ThingView
from services.trade.trade import TradeViews

Drawn = Callable[[int, str, int, datetime], Awaitable[Screen | None]]


class TradeScreens:
    """Draws cards by name: for a subject, a page, a chat, at a moment."""

    def __init__(self, texts: Texts, views: TradeViews) -> None:
        self._texts = texts
        self._views = views
        self._by_name: dict[str, Drawn] = {"shelf": self._shelf}

    def knows(self, name: str) -> bool:
        """Whether a card is one of selling."""
        return name in self._by_name

    async def draw(
        self, name: str, subject: int, page: str, chat_id: int, now: datetime
    ) -> Screen | None:
        """The card as it is now; None when its subject is gone."""
        return await self._by_name[name](subject, page, chat_id, now)

    async def _shelf(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.shelf.read(subject)
        if view is None:
            return None
        return thing(self._texts, view) if isinstance(view, ThingView) else shelf(self._texts, view)
