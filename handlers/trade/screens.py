"""Which card of selling shows what."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from handlers.screen import Screen
from handlers.texts import Texts
from handlers.trade.cards.cart import cart
from handlers.trade.cards.checkout import checkout, closed
from handlers.trade.cards.order import order
from handlers.trade.cards.orders import orders
from services.trade.states import DRAFT, DROPPED
from services.trade.trade import TradeViews

Drawn = Callable[[int, str, int, datetime], Awaitable[Screen | None]]


class TradeScreens:
    """Draws cards by name: for a subject, a page, a chat, at a moment."""

    def __init__(self, texts: Texts, views: TradeViews) -> None:
        self._texts = texts
        self._views = views
        self._by_name: dict[str, Drawn] = {
            "cart": self._cart,
            "order": self._order,
            "orders": self._orders,
        }

    def knows(self, name: str) -> bool:
        """Whether a card is one of selling."""
        return name in self._by_name

    async def draw(
        self, name: str, subject: int, page: str, chat_id: int, now: datetime
    ) -> Screen | None:
        """The card as it is now; None when its subject is gone."""
        return await self._by_name[name](subject, page, chat_id, now)

    async def _cart(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.checkout.cart(subject)
        return cart(self._texts, view) if view else None

    async def _order(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.checkout.order(subject)
        if view is None:
            return None
        if view.order.state == DROPPED:
            return closed(self._texts, view)
        if view.order.state == DRAFT:
            return checkout(self._texts, view, now)
        return order(self._texts, view, now)

    async def _orders(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        waiting = await self._views.checkout.waiting()
        return orders(self._texts, waiting, self._views.language_at(chat_id))
