"""The customer's card of an order: number, contents, total, what happens next and by when."""

from datetime import datetime

from handlers.screen import Screen
from handlers.texts import Markup, Texts
from handlers.trade.cards.checkout import what_next
from handlers.trade.cards.contents import details, sums, things
from services.trade.checkout_views import OrderView


def order(texts: Texts, view: OrderView, now: datetime) -> Screen:
    """The card of a confirmed order; it is only ever an edit of a message already there."""
    language, number = view.customer.language, str(view.order.id)
    parts = [
        texts.say(language, f"order-{view.order.state}", number=number),
        things(texts, language, view.lines, view.order.currency),
        "",
        *sums(texts, view),
        "",
        *details(texts, view),
    ]
    if view.order.state == "placed":
        parts += ["", what_next(texts, view, "order-next", now)]
    if view.order.paid == "yes":
        parts += ["", texts.say(language, "order-paid")]
    return Screen(Markup("\n".join(parts)), first=texts.say(language, "order-first", number=number))
