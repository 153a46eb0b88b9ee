"""What the shop said about orders: whose queue, by when accepted, which carriers and ways."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.trade.orders import Order
from services.shop import QueueView, Shop

ORDERS = "orders"


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who brings parcels; `url` has {tracking} where the number goes, or is empty."""

    key: str
    titles: Mapping[str, str]
    url: str


def queue_of(shop: Shop) -> QueueView:
    """The queue whose people work on orders."""
    wanted = str(_section(shop, ORDERS).get("queue", ORDERS))
    return shop.queue_by_key(wanted) or shop.triage


def accept_by(shop: Shop, placed_at: datetime) -> datetime | None:
    """When an order should be accepted, by the hours of its queue; None when it never opens."""
    queue = queue_of(shop)
    minutes = int(_section(shop, ORDERS).get("accept_minutes", queue.target_minutes))
    return queue.hours.after(placed_at, minutes)


def carriers(shop: Shop) -> dict[str, Carrier]:
    """The carriers that the shop sends with, by key."""
    return {
        key: Carrier(
            key,
            {"ru": one["title"], "en": one.get("title_en") or one["title"]},
            one.get("url", ""),
        )
        for key, one in _section(shop, "carriers").items()
    }


def carrier_title(shop: Shop, name: str, language: str) -> str:
    """What a carrier is called: one of the shop's by its key, any other as it was typed."""
    known = carriers(shop).get(name)
    return known.titles[language] if known else name


def is_pickup(shop: Shop, order: Order) -> bool:
    """Whether the customer comes for the order."""
    return _way(shop, order).get("address") is False


def delivery_title(shop: Shop, order: Order, language: str) -> str:
    """What the way of delivery is called; empty when the order has none."""
    way = _way(shop, order)
    return str(way.get(f"title_{language}") or way.get("title_ru") or order.delivery)


def _way(shop: Shop, order: Order) -> Mapping[str, Any]:
    found = _section(shop, "delivery").get(order.delivery, {})
    return found if isinstance(found, Mapping) else {}


def _section(shop: Shop, name: str) -> Mapping[str, Any]:
    found = shop.facts.get(name, {})
    return found if isinstance(found, Mapping) else {}
