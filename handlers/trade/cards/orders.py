"""The orders that wait for the shop, as its staff see them."""

from collections.abc import Sequence

from handlers.screen import Screen
from handlers.texts import Markup, Texts
from handlers.trade.cards.contents import amount
from services.trade.checkout_views import Waiting


def orders(texts: Texts, waiting: Sequence[Waiting], language: str) -> Screen:
    """The oldest first."""
    if not waiting:
        return Screen(texts.say(language, "orders-none"))
    lines = [
        texts.say(
            language,
            "orders-line",
            number=str(one.id),
            name=one.name,
            total=amount(one.total, one.currency),
        )
        for one in waiting
    ]
    return Screen(Markup("\n".join([texts.say(language, "orders-title"), *lines])))
