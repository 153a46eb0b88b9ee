"""A checkout step by step in one message, and the summary with the button that orders."""

from datetime import datetime
from typing import Any

from handlers.amounts import money
from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut
from handlers.trade.cards.contents import details, sums, things
from services.trade.checkout_views import DraftView
from services.trade.order_facts import accept_by
from services.trade.places import mark

Rows = list[list[Button]]
SHORT = 40


def checkout(texts: Texts, view: DraftView, now: datetime) -> Screen:
    """The card of an order that is not confirmed."""
    if view.order.step == "summary":
        return Screen(_summary(texts, view, now), _ways_on(texts, view))
    asked = _say(texts, view, f"ask-{view.order.step}")
    said = [*_notes(texts, view), *sums(texts, view), *details(texts, view), "", asked]
    title = _say(texts, view, "checkout")
    rows = [*_answers(texts, view), [*_back(texts, view), _button(texts, view, "abandon")]]
    return Screen(Markup("\n".join([title, *said])), rows)


def closed(texts: Texts, view: DraftView) -> Screen:
    """A checkout that ended without an order."""
    return Screen(
        _say(texts, view, "checkout-closed"),
        [[Button(_say(texts, view, "button-cart"), "cart", "", "anew")]],
    )


def _summary(texts: Texts, view: DraftView, now: datetime) -> str:
    order = view.order
    parts = [
        _say(texts, view, "summary-again" if order.reminded_at else "summary"),
        *_notes(texts, view),
        things(texts, view.customer.language, view.lines, order.currency),
        "",
        *sums(texts, view),
        "",
        *details(texts, view),
        "",
        _next(texts, view, now),
    ]
    return Markup("\n".join(parts))


def _next(texts: Texts, view: DraftView, now: datetime) -> str:
    """What happens after the confirmation, and by when."""
    due = accept_by(view.shop, now)
    by: Any = {"key": "by-soon"}
    if due is not None and due > now:
        by = {"by": due.isoformat(), "now": now.isoformat()}
    pays = _say(texts, view, f"next-pay-{view.order.payment}")
    return Markup(f"{_say(texts, view, 'summary-next', by=by)} {pays}")


def _remember(view: DraftView) -> str:
    if view.remembers:
        return "button-forget"
    return "button-remember" if view.way and view.way.address else "button-remember-phone"


def _notes(texts: Texts, view: DraftView) -> list[str]:
    language = view.customer.language
    return [texts.say(language, one["key"], **one.get("args", {})) for one in view.order.notes]


def _ways_on(texts: Texts, view: DraftView) -> Rows:
    order, language = view.order, view.customer.language
    total = money(language, order.total, order.currency)
    if not [line for line in view.lines if not line.gone]:
        return [[Button(_say(texts, view, "button-cart"), "cart", "", "anew")]]
    confirm = Button(
        _say(texts, view, "button-confirm", total=total), "confirm", order.ref, view.token
    )
    where = ["delivery", "address"] if view.way and view.way.address else ["delivery"]
    rows = [[confirm], [_to(texts, view, step) for step in where]]
    rows.append([_to(texts, view, "phone"), _to(texts, view, "payment")])
    rows.append([_to(texts, view, "comment"), _to(texts, view, "promo")])
    agreed = "0" if view.remembers else "1"
    keep = _say(texts, view, _remember(view))
    rows.append([Button(keep, "ordkeep", order.ref, agreed)])
    cart = Button(_say(texts, view, "button-change-cart"), "cart", "", "anew")
    return [*rows, [cart, _button(texts, view, "abandon")]]


def _answers(texts: Texts, view: DraftView) -> Rows:
    order, language = view.order, view.customer.language
    if order.step == "delivery":
        return [
            [Button(_way(texts, view, key), "ordway", order.ref, key)] for key in view.selling.ways
        ]
    if order.step == "payment":
        return [
            [Button(texts.say(language, f"button-pay-{one}"), "ordpay", order.ref, one)]
            for one in view.selling.payments
        ]
    if order.step == "address":
        return [[Button(cut(one, SHORT), "ordsaved", order.ref, mark(one))] for one in view.saved]
    if order.step in ("comment", "promo"):
        return [
            [
                Button(
                    _say(texts, view, f"button-leave-{order.step}"), "ordnot", order.ref, order.step
                )
            ]
        ]
    return []


def _way(texts: Texts, view: DraftView, key: str) -> str:
    way, order, language = view.selling.ways[key], view.order, view.customer.language
    price = way.price_for(order.goods_total - order.discount)
    said = money(language, price, order.currency) if price else _say(texts, view, "sum-free")
    return f"{way.titles[language]} · {said}"


def _back(texts: Texts, view: DraftView) -> list[Button]:
    order = view.order
    before = {"address": "delivery", "phone": "delivery", "payment": "phone"}
    known = order.delivery and order.contact_phone and order.payment
    step = "summary" if known else before.get(order.step)
    if step is None:
        return []
    return [Button(_say(texts, view, "button-step-back"), "ordstep", order.ref, step)]


def _to(texts: Texts, view: DraftView, step: str) -> Button:
    return Button(_say(texts, view, f"button-to-{step}"), "ordstep", view.order.ref, step)


def _button(texts: Texts, view: DraftView, verb: str) -> Button:
    return Button(_say(texts, view, f"button-{verb}"), verb, view.order.ref)


def _say(texts: Texts, view: DraftView, key: str, **args: Any) -> str:
    return texts.say(view.customer.language, key, **args)
