"""An order on the cards of a ticket about it: one story."""

from datetime import datetime
from typing import Any

from handlers.amounts import money
from handlers.buttons import Button
from handlers.texts import Markup, Texts
from services.card_views import TicketView
from services.trade.said import link_said, parcel_said, status_said
from services.trade.states import SHIPPED


def order_line(texts: Texts, view: TicketView, language: str) -> str:
    """On the staff's card: number, state, total, parcel, what is wished, how it was rated."""
    one = view.order
    if one is None:
        return ""
    more: list[str] = []
    if one.state == SHIPPED and one.carrier:
        parcel: dict[str, Any] = {"parcel": parcel_said(view.shop, one, language)}
        more.append(texts.say(language, "ticket-parcel", link=link_said(one), **parcel))
    if one.wish:
        wish = texts.say(language, f"wish-{one.wish}")
        more.append(texts.say(language, "work-wish", wish=wish))
    if one.rated is not None:
        more.append(texts.say(language, "ticket-rated", score=str(one.rated)))
    line = texts.say(
        language,
        "ticket-order",
        number=str(one.id),
        state=texts.say(language, f"order-state-{one.state}"),
        total=Markup(money(language, one.total, one.currency)),
    )
    return "\n".join([line, *more])


def order_row(texts: Texts, view: TicketView, language: str) -> list[list[Button]]:
    """The way from a ticket to its order, for staff."""
    if view.order is None:
        return []
    text = texts.say(language, "button-order", number=str(view.order.id))
    row = [Button(text, "workopen", view.order.ref)]
    if view.giveback:
        row.append(Button(texts.say(language, "button-backing"), "backcase", view.giveback))
    return [row]


def with_order(texts: Texts, view: TicketView, said: str, now: datetime) -> str:
    """The customer's acknowledgement tells at once how their order stands."""
    if view.order is None:
        return said
    language = view.customer.language
    status = status_said(view.shop, view.order, language, now)
    line = texts.say(language, "mine-order", number=str(view.order.id), status=status)
    return Markup(f"{said}\n\n{line}")


def order_button(texts: Texts, view: TicketView) -> list[list[Button]]:
    """The way from a ticket to its order, for the customer."""
    if view.order is None:
        return []
    text = texts.say(view.customer.language, "button-order", number=str(view.order.id))
    return [[Button(text, "myorder", view.order.ref)]]
