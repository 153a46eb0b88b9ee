"""Every story of selling, by what it is about; and what its cards show."""

from datetime import datetime
from pathlib import Path

from services.context import Context
from services.trade.asking import Asking
from services.trade.browsing import Browsing
from services.trade.cart import Cart
from services.trade.changing import Changing
from services.trade.checkout import Checkout
from services.trade.checkout_views import CheckoutViews
from services.trade.confirming import Confirming
from services.trade.feeds.bringing import Feeds
from services.trade.feeds.sending import Sending
from services.trade.feeds.views import FeedView, faults_in, read_feed
from services.trade.first_order import FirstView, read_first
from services.trade.following import Following
from services.trade.handling import Handling
from services.trade.late_orders import LateOrders
from services.trade.liked_view import LikedView, read_liked
from services.trade.liking import Liking
from services.trade.liking_things import LikingThings
from services.trade.money import OrderMoney
from services.trade.order_views import (
    OrdersView,
    OrderView,
    OwnOrders,
    read_board,
    read_order,
    read_own,
)
from services.trade.paying import Paying
from services.trade.product_questions import ProductQuestions
from services.trade.reminding import Reminding
from services.trade.return_desk import ReturnDesk
from services.trade.return_report import ReturnReport, picture_of
from services.trade.return_views import CaseView, ReturnsView, read_case, read_returns
from services.trade.returning import Returning
from services.trade.shelf_views import ShelfViews
from services.trade.shipping import Shipping
from services.trade.tasks import Tasks, TaskView
from services.trade.writing import Writing
from services.work import Work


class Trade:
    """What handlers are given for catalogue, cart, orders and returns."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.cart = Cart(context)
        self.checkout = Checkout(context)
        self.confirming = Confirming(context)
        self.paying = Paying(context)
        self.reminding = Reminding(context)
        self.browsing = Browsing(context, self.cart)
        self.questions = ProductQuestions(context)
        self.handling = Handling(context)
        self.shipping = Shipping(context)
        self.changing = Changing(context)
        self.money = OrderMoney(context)
        self.writing = Writing(context, Work(context))
        self.asking = Asking(context)
        self.following = Following(context, self.cart, self.asking)
        self.liking = Liking(context)
        self.liking_things = LikingThings(context)
        self.late_orders = LateOrders(context)
        self.feeds = Feeds(context)
        self.sending = Sending(context)
        self.returning = Returning(context)
        self.return_desk = ReturnDesk(context)
        self.return_report = ReturnReport(context)
        self.tasks = Tasks(context)

    async def look(self) -> None:
        """Follow the catalogue: its shelves, and the search over it."""
        await self.context.finder.renew(self.context.store, self.context.shop)


class TradeViews:
    """Reads what the cards of selling show."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.checkout = CheckoutViews(context)
        self.shelf = ShelfViews(context)

    async def order(self, order_id: int) -> OrderView | None:
        """An order, for its customer's card and for the staff's."""
        return await read_order(self.context, order_id)

    async def liked(self, order_id: int, now: datetime) -> LikedView | None:
        """The question after a delivered order."""
        return await read_liked(self.context, order_id, now)

    async def orders(
        self, queue_id: int, chat_id: int, page: str, now: datetime
    ) -> OrdersView | None:
        """The staff's board of orders."""
        return await read_board(self.context, queue_id, chat_id, page, now)

    async def own(self, customer_id: int, page: str) -> OwnOrders | None:
        """A page of a customer's own orders."""
        return await read_own(self.context, customer_id, page)

    def language_at(self, chat_id: int) -> str:
        """What is spoken in a chat of the staff."""
        known = self.context.directory.find(chat_id) if chat_id > 0 else None
        return known.language if known else self.context.shop.language

    async def feed(self, feed_id: int) -> FeedView | None:
        """A catalogue file."""
        return await read_feed(self.context, feed_id)

    async def feed_faults(self, file: str) -> list[tuple[int, str, str]] | None:
        """What is wrong in a file: line, reason, what stands there; None when it is gone."""
        return await faults_in(self.context, file)

    async def returns(self, order_id: int) -> ReturnsView | None:
        """What a customer gives back of an order."""
        return await read_returns(self.context, order_id)

    async def case(self, case_id: int) -> CaseView | None:
        """One return, for staff."""
        return await read_case(self.context, case_id)

    def picture(self, name: str) -> Path:
        """Where a picture of a report lies."""
        return picture_of(self.context, name)

    async def task(self, task_id: int) -> TaskView | None:
        """Something that staff owe a customer."""
        return await Tasks(self.context).view(task_id)

    async def first(self, order_id: int) -> FirstView | None:
        """Who thanks whom for a first order."""
        return await read_first(self.context, order_id)
