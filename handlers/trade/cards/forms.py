"""The forms under the staff's card of an order: ship, cancel, change."""

from datetime import datetime
from typing import Protocol

from handlers.buttons import Button
from handlers.texts import Texts, cut
from handlers.trade import order_words
from services.trade.order_facts import carrier_title, carriers
from services.trade.order_views import OrderView
from services.trade.said import REASONS
from services.trade.shipping import SOON

Form = tuple[list[str], list[list[Button]]]
TITLE = 20
LINES = 20
NOTHING = "—"


class MakeButton(Protocol):
    """Makes a button of one order."""

    def __call__(self, key: str, verb: str, arg: str = "") -> Button: ...


def ship(texts: Texts, view: OrderView, language: str, now: datetime) -> Form:
    """Carrier, number, day; then off it goes."""
    one = view.order
    said: list[str] = [
        texts.say(
            language,
            "form-ship",
            carrier=carrier_title(view.shop, one.carrier, language) or NOTHING,
            tracking=one.tracking or NOTHING,
            day=texts.day(language, one.expected_at) if one.expected_at else NOTHING,
        )
    ]
    button = _maker(texts, view, language)
    listed = [
        Button(cut(known.titles[language], TITLE), "wcarrier", one.ref, known.key)
        for known in carriers(view.shop).values()
    ]
    rows = [listed[at : at + 2] for at in range(0, len(listed), 2)]
    rows.append([button("carrier", "wask", "carrier"), button("tracking", "wask", "tracking")])
    days = [
        Button(texts.say(language, "button-days", count=count), "wday", one.ref, str(count))
        for count in SOON
    ]
    rows += [days[:3], days[3:], [button("day", "wask", "day")]]
    rows.append([button("shipped", "wship"), button("form-back", "wform")])
    return said, rows


def cancel(texts: Texts, view: OrderView, language: str, now: datetime) -> Form:
    """Why: the customer reads it."""
    button = _maker(texts, view, language)
    rows = [
        [Button(texts.say(language, f"off-{reason}"), "wcancel", view.order.ref, reason)]
        for reason in REASONS
    ]
    rows.append([button("cancel-words", "wask", "reason"), button("form-back", "wform")])
    key = "form-cancel-paid" if view.order.paid == "yes" else "form-cancel"
    return [texts.say(language, key)], rows


def change(texts: Texts, view: OrderView, language: str, now: datetime) -> Form:
    """How many of each, what delivery costs, where it goes."""
    one = view.order
    button = _maker(texts, view, language)
    rows = []
    for line in view.lines[:LINES]:
        title = cut(line.title(language), TITLE)
        less = Button(f"➖ {title}", "wqty", one.ref, f"{line.id}.-1")
        rows.append([less, Button(f"➕ {title}", "wqty", one.ref, f"{line.id}.1")])
    rows.append([button("price", "wask", "price"), button("address", "wask", "address")])
    rows.append([button("change-send", "wsend"), button("form-back", "wform")])
    changes = order_words.proposed(view, language)
    if not one.proposal:
        return [texts.say(language, "form-change")], rows
    total = order_words.amount(language, view, view.comes.total)
    before = order_words.amount(language, view, one.total)
    given = {"changes": changes, "total": total, "before": before}
    return [texts.say(language, "form-changed", **given)], rows


def _maker(texts: Texts, view: OrderView, language: str) -> MakeButton:
    def button(key: str, verb: str, arg: str = "") -> Button:
        return Button(texts.say(language, f"button-{key}"), verb, view.order.ref, arg)

    return button
