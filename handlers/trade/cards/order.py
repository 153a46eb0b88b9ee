"""The customer's card of an order: how it stands, what is in it, what can be done about it."""

from datetime import datetime

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts
from handlers.trade import order_words
from services.trade import states
from services.trade.order_views import OrderView
from services.trade.said import status_said

STEPS = ("confirm", "accept", "pack", "ship", "deliver", "cancel")
CHANGEABLE = (states.PLACED, states.ACCEPTED, states.PACKED)


def order(texts: Texts, view: OrderView, now: datetime) -> Screen:
    """The card in the customer's language."""
    said = order_words.fitting(lambda size: _said(texts, view, now, size.contents))
    language = view.customer.language
    first = texts.say(language, "order-first", number=str(view.order.id))
    return Screen(said, _rows(texts, view, language), first=first)


def _said(texts: Texts, view: OrderView, now: datetime, room: int) -> list[str]:
    language, one = view.customer.language, view.order
    status = status_said(view.shop, one, language, now)
    return [
        texts.say(language, "order-head", number=str(one.id), status=status),
        "",
        *order_words.contents(texts, view, language, room),
        *order_words.totals(texts, view, language),
        order_words.payment(texts, view, language),
        *_money(texts, view, language),
        *order_words.reached(texts, view, language),
        "",
        *_steps(texts, view, language, now),
        *_asked(texts, view, language),
    ]


def _steps(texts: Texts, view: OrderView, language: str, now: datetime) -> list[str]:
    said: list[str] = []
    for verb in STEPS:
        at = view.at(verb) or (view.order.placed_at if verb == "confirm" else None)
        if at is not None:
            pickup = view.pickup and verb in ("pack", "deliver")
            key = f"step-{verb}-pickup" if pickup else f"step-{verb}"
            said.append(texts.say(language, key, when=texts.moment(language, at, now)))
    if view.order.rated is not None:
        said.append(texts.say(language, "order-rated", score=str(view.order.rated)))
    return said


def _money(texts: Texts, view: OrderView, language: str) -> list[str]:
    owed = view.order.owed
    if not owed:
        return []
    key = "order-we-owe" if owed > 0 else "order-you-owe"
    return [texts.say(language, key, amount=order_words.amount(language, view, abs(owed)))]


def _asked(texts: Texts, view: OrderView, language: str) -> list[str]:
    if not view.waits_for_yes:
        return []
    total = order_words.amount(language, view, view.comes.total)
    changes = order_words.proposed(view, language)
    return ["", texts.say(language, "order-asks-yes", changes=changes, total=total)]


def _rows(texts: Texts, view: OrderView, language: str) -> list[list[Button]]:
    one = view.order

    def button(key: str, verb: str, arg: str = "") -> Button:
        return Button(texts.say(language, f"button-{key}"), verb, one.ref, arg)

    rows = []
    if view.waits_for_yes:
        total = str(view.comes.total)
        rows.append([button("agree", "oagree", total), button("decline", "odecline", total)])
    if one.state in states.LIVE:
        rows.append([button("where", "owhere"), button("order-person", "oask")])
    if one.state in CHANGEABLE:
        rows.append([button("order-change", "ochange"), button("order-cancel", "ocancel")])
    elif one.state == states.SHIPPED:
        rows.append([button("order-cancel", "ocancel")])
    if one.state == states.DELIVERED:
        rows.append([button("giveback", "giveback"), button("order-person", "oask")])
    if one.state == states.CANCELLED:
        rows.append([button("order-person", "oask")])
    rows.append([button("repeat", "orepeat"), button("receipt", "oreceipt")])
    return rows
