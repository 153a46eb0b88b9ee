"""Every story of selling, by what it is about; and what its cards show."""

from services.context import Context


class Trade:
    """What handlers are given for catalogue, cart, orders and returns."""

    def __init__(self, context: Context) -> None:
        self.context = context


class TradeViews:
    """Reads what the cards of selling show."""

    def __init__(self, context: Context) -> None:
        self.context = context
