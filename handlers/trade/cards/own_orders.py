"""A customer's orders, the newest first, with how each stands; and the summary of one to keep."""

from datetime import datetime

from handlers.amounts import money
from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut
from handlers.trade import order_words
from services import contacts
from services.trade.order_views import OrderView, OwnOrders
from services.trade.states import Order

TITLE = 40
RECEIPT = 3000


def own_orders(texts: Texts, view: OwnOrders, now: datetime) -> Screen:
    """One page of the list; its buttons open an order."""
    language = view.customer.language
    if not view.orders:
        return Screen(texts.say(language, "own-orders-none"))
    said: list[str] = [texts.say(language, "orders-head", count=view.count)]
    said += [_line(texts, view, one, language, now) for one in view.orders]
    buttons = [
        Button(texts.say(language, "button-order", number=str(one.id)), "myorder", one.ref)
        for one in view.orders
    ]
    rows = [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
    if view.pages > 1:
        rows.append(_pages(view))
    return Screen("\n\n".join(said), rows)


def _line(texts: Texts, view: OwnOrders, one: Order, language: str, now: datetime) -> str:
    lines = [line for line in view.titles.get(one.id, ()) if line.quantity]
    first = cut(lines[0].title(language), TITLE) if lines else "—"
    more = texts.say(language, "orders-and-more", count=len(lines) - 1) if len(lines) > 1 else ""
    return texts.say(
        language,
        "own-orders-line",
        number=str(one.id),
        total=Markup(money(language, one.total, one.currency)),
        when=texts.moment(language, one.placed_at or one.created_at, now),
        title=first,
        more=more,
        state=texts.say(language, f"order-state-{one.state}"),
    )


def _pages(view: OwnOrders) -> list[Button]:
    before, after = (view.page - 1) % view.pages, (view.page + 1) % view.pages
    return [
        Button("◀️", "orders", "", str(before)),
        Button(f"{view.page + 1}/{view.pages}", "orders", "", str(view.page)),
        Button("▶️", "orders", "", str(after)),
    ]


def receipt(texts: Texts, view: OrderView, now: datetime) -> Screen:
    """What was ordered and for how much, to keep or to send on."""
    language, one = view.customer.language, view.order
    known = view.shop.facts.get("contacts", {})
    said = [
        texts.say(
            language,
            "receipt-head",
            number=str(one.id),
            when=texts.moment(language, one.placed_at or one.created_at, now),
            shop=contacts.name_of(view.shop, language),
        ),
        "",
        *order_words.contents(texts, view, language, RECEIPT),
        *order_words.totals(texts, view, language),
        order_words.payment(texts, view, language),
        *order_words.reached(texts, view, language)[:2],
        "",
        texts.say(language, "receipt-foot", phone=str(known.get("phone", "—"))),
    ]
    return Screen("\n".join(said))
