"""Every story of selling, by what it is about; and what its cards show."""

from services.context import Context
from services.trade.browsing import Browsing
from services.trade.cart import Cart
from services.trade.product_questions import ProductQuestions
from services.trade.shelf_views import ShelfViews


class Trade:
    """What handlers are given for catalogue, cart, orders and returns."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.cart = Cart(context)
        self.browsing = Browsing(context, self.cart)
        self.questions = ProductQuestions(context)

    async def look(self) -> None:
        """Follow the catalogue: its shelves, and the search over it."""
        await self.context.finder.renew(self.context.store, self.context.shop)


class TradeViews:
    """Reads what the cards of selling show."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.shelf = ShelfViews(context)
