"""Parts of an order in words, as arguments of sentences."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from models.trade.orders import CANCELLED, PACKED, PLACED, SHIPPED, Order, OrderLine
from services.shop import Shop
from services.trade.order_facts import accept_by, carrier_title, is_pickup

Said = str | dict[str, Any]
REASONS = ("stock", "asked", "silent", "unpaid", "reach")
OWN = "self"
TITLE = 60


def reason_said(reason: str, *, to_staff: bool = False) -> Said:
    """Why an order was cancelled: a key of the list after a hash sign, or words."""
    known = reason.removeprefix("#")
    if known == reason or known not in (*REASONS, OWN):
        return reason
    return {"key": f"off-{known}" if to_staff else f"cancel-{known}"}


def parcel_said(shop: Shop, order: Order, language: str) -> Said:
    """Who carries a parcel and under which number."""
    carrier = carrier_title(shop, order.carrier, language)
    if not order.tracking:
        return carrier
    return {"key": "parcel-number", "args": {"carrier": carrier, "tracking": order.tracking}}


def expected_said(order: Order) -> Said:
    """The day a parcel is expected, as the shop was told it; nothing when nobody said."""
    if order.expected_at is None:
        return ""
    return {"key": "parcel-expected", "args": {"day": {"shop_day": order.expected_at.isoformat()}}}


def status_said(shop: Shop, order: Order, language: str, now: datetime) -> Said:
    """How an order stands, in plain words for its customer."""
    args: dict[str, Any] = {}
    state = order.state
    if state == PLACED:
        due = order.expected_at or accept_by(shop, order.placed_at or now)
        if due is None or due <= now:
            return {"key": "order-now-soon", "args": {}}
        args = {"by": {"by": due.isoformat(), "now": now.isoformat()}}
    elif state == PACKED and is_pickup(shop, order):
        return {"key": "order-now-ready", "args": {}}
    elif state == SHIPPED:
        parcel = parcel_said(shop, order, language)
        args = {"parcel": parcel, "expected": expected_said(order), "link": link_said(order)}
    elif state == CANCELLED:
        args = {"reason": reason_said(order.reason)}
    return {"key": f"order-now-{state}", "args": args}


def link_said(order: Order) -> Said:
    """Where to follow the parcel; nothing when it can't be followed."""
    if not order.tracking_url:
        return ""
    return {"key": "parcel-link", "args": {"url": order.tracking_url}}


def changes_said(order: Order, lines: list[OrderLine], wanted: Mapping[str, Any]) -> Said:
    """What a proposal changes, a line each; its titles in both languages are the order's own."""
    language = str(wanted.get("language", "ru"))
    quantities = wanted.get("lines", {})
    said = [
        _line(line, int(quantities[str(line.id)]), language)
        for line in lines
        if int(quantities.get(str(line.id), line.quantity)) != line.quantity
    ]
    price = int(wanted.get("delivery", order.delivery_price))
    if price != order.delivery_price:
        amount = {"money": price, "currency": order.currency}
        said.append({"key": "change-delivery", "args": {"amount": amount}})
    address = str(wanted.get("address", order.address))
    if address != order.address:
        said.append({"key": "change-address", "args": {"address": address}})
    return {"lines": said}


def _line(line: OrderLine, quantity: int, language: str) -> dict[str, Any]:
    title = line.title(language)[:TITLE]
    if quantity == 0:
        return {"key": "change-gone", "args": {"title": title}}
    counts = {"before": str(line.quantity), "after": str(quantity)}
    return {"key": "change-line", "args": {"title": title, **counts}}
