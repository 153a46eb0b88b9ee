"""Which card of selling shows what."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from handlers.screen import Screen
from handlers.texts import Texts
from handlers.trade.cards.backing import backing
from handlers.trade.cards.cart import cart
from handlers.trade.cards.checkout import checkout, closed
from handlers.trade.cards.feed import feed
from handlers.trade.cards.giveback import giveback
from handlers.trade.cards.liked import liked
from handlers.trade.cards.order import order
from handlers.trade.cards.orders_board import orders_board
from handlers.trade.cards.own_orders import own_orders, receipt
from handlers.trade.cards.shelf import shelf
from handlers.trade.cards.task import task
from handlers.trade.cards.thing import thing
from handlers.trade.cards.welcome import welcome
from handlers.trade.cards.work import work
from services import contacts
from services.trade.shelf_views import ThingView
from services.trade.states import DRAFT, DROPPED
from services.trade.trade import TradeViews

Drawn = Callable[[int, str, int, datetime], Awaitable[Screen | None]]


class TradeScreens:
    """Draws cards by name: for a subject, a page, a chat, at a moment."""

    def __init__(self, texts: Texts, views: TradeViews) -> None:
        self._texts = texts
        self._views = views
        self._by_name: dict[str, Drawn] = {
            "shelf": self._shelf,
            "feed": self._feed,
            "cart": self._cart,
            "order": self._order,
            "receipt": self._receipt,
            "liked": self._liked,
            "work": self._work,
            "orders": self._orders,
            "myorders": self._own,
            "giveback": self._giveback,
            "backing": self._backing,
            "task": self._task,
            "welcome": self._welcome,
        }

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

    async def _order(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.order(subject)
        if view is None or view.order.state in (DRAFT, DROPPED):
            return await self._draft(subject, now)
        return order(self._texts, view, now)

    async def _draft(self, subject: int, now: datetime) -> Screen | None:
        view = await self._views.checkout.draft(subject)
        if view is None:
            return None
        is_open = view.order.state == DRAFT
        return checkout(self._texts, view, now) if is_open else closed(self._texts, view)

    async def _cart(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.checkout.cart(subject)
        return cart(self._texts, view) if view else None

    async def _receipt(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.order(subject)
        return receipt(self._texts, view, now) if view else None

    async def _liked(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.liked(subject, now)
        return liked(self._texts, view) if view else None

    async def _work(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.order(subject)
        language = self._views.language_at(chat_id)
        return work(self._texts, view, language, now) if view else None

    async def _orders(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.orders(subject, chat_id, page, now)
        return orders_board(self._texts, view, self._views.language_at(chat_id)) if view else None

    async def _own(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.own(subject, page)
        return own_orders(self._texts, view, now) if view else None

    async def _feed(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.feed(subject)
        if view is None:
            return None
        return feed(self._texts, view, self._views.language_at(chat_id))

    async def _giveback(
        self, subject: int, page: str, chat_id: int, now: datetime
    ) -> Screen | None:
        view = await self._views.returns(subject)
        return giveback(self._texts, view, now) if view else None

    async def _backing(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.case(subject)
        language = self._views.language_at(chat_id)
        return backing(self._texts, view, page, language, now) if view else None

    async def _task(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.task(subject)
        return task(self._texts, view, self._views.language_at(chat_id), now) if view else None

    async def _welcome(self, subject: int, page: str, chat_id: int, now: datetime) -> Screen | None:
        view = await self._views.first(subject)
        if view is None:
            return None
        lines = contacts.lines(self._views.context.shop, view.customer.language, now)
        return welcome(self._texts, view, lines)
