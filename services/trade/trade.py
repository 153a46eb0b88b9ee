"""Every story of selling, by what it is about; and what its cards show."""

from services.context import Context
from services.trade.cart import Cart
from services.trade.checkout import Checkout
from services.trade.checkout_views import CheckoutViews
from services.trade.confirming import Confirming
from services.trade.paying import Paying
from services.trade.reminding import Reminding


class Trade:
    """What handlers are given for catalogue, cart, orders and returns."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.cart = Cart(context)
        self.checkout = Checkout(context)
        self.confirming = Confirming(context)
        self.paying = Paying(context)
        self.reminding = Reminding(context)


class TradeViews:
    """Reads what the cards of selling show."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.checkout = CheckoutViews(context)

    def language_at(self, chat_id: int) -> str:
        """The language of a staff member's chat, or of the shop's groups."""
        if chat_id < 0:
            return self.context.shop.language
        return self.context.directory.find(chat_id).language
