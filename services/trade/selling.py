"""How the shop sells: ways of delivery and payment, the currency."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.shop import Shop

ON_DELIVERY, INVOICE, TELEGRAM = "on_delivery", "invoice", "telegram"
PAYMENTS = (ON_DELIVERY, INVOICE, TELEGRAM)
PICKUP = {
    "title_ru": "Самовывоз",
    "title_en": "Pick-up",
    "price": 0,
    "free_from": None,
    "address": False,
    "days": "",
}


@dataclass(frozen=True, slots=True)
class Way:
    """A way of delivery; prices in minor units, `days` as the shop writes them."""

    key: str
    titles: Mapping[str, str]
    price: int
    free_from: int | None
    address: bool
    days: str

    def price_for(self, goods: int) -> int:
        """What this delivery costs with goods of such a sum."""
        return 0 if self.free_from is not None and goods >= self.free_from else self.price


@dataclass(frozen=True, slots=True)
class Selling:
    """The shop's facts of selling; `payments` are the ways that work here."""

    currency: str
    ways: Mapping[str, Way]
    payments: tuple[str, ...]


def selling_of(shop: Shop, telegram: bool) -> Selling:
    """How this shop sells; `telegram`: whether payments in Telegram are set up."""
    given = shop.facts.get("delivery") or {"pickup": PICKUP}
    wanted = shop.facts.get("payment", {}).get("ways", PAYMENTS)
    payments = tuple(one for one in wanted if one != TELEGRAM or telegram)
    return Selling(
        str(shop.facts.get("currency", "RUB")),
        {key: _way(key, entry) for key, entry in given.items()},
        payments or (ON_DELIVERY,),
    )


def _way(key: str, entry: Mapping[str, Any]) -> Way:
    titles = {"ru": str(entry["title_ru"]), "en": str(entry["title_en"])}
    return Way(
        key,
        titles,
        int(entry["price"]),
        entry.get("free_from"),
        bool(entry.get("address", True)),
        str(entry.get("days", "")),
    )
