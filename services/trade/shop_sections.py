"""What `shop.toml` says of selling: currency, delivery, payment, promo codes.

Raises ValueError with the section and what to write there.
"""

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from services.trade.prices import minor

WAYS = ("on_delivery", "invoice", "telegram")
KEY = re.compile(r"[a-z0-9_-]{1,20}")
CODE = re.compile(r"[\w-]{2,40}")
CURRENCY = re.compile(r"[A-Z]{3}")
LONGEST, MOST_DAYS = 60, 36500
NUMBERS = {"returns": ("days", "warranty_days"), "welcome": ("checkup_days",)}


def sections(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of selling, as they are stored; only what the file names.

    `raw`: the file, read with Decimal for its fractions.
    """
    found: dict[str, Any] = {}
    currency = str(raw.get("shop", {}).get("currency", "RUB"))
    if not CURRENCY.fullmatch(currency):
        raise ValueError(f'[shop] currency «{currency}» must be three capitals, such as "RUB"')
    if "currency" in raw.get("shop", {}):
        found["currency"] = currency
    if "delivery" in raw:
        found["delivery"] = {
            key: _way(key, entry, currency) for key, entry in _table(raw, "delivery").items()
        }
    if "payment" in raw:
        found["payment"] = {"ways": _payment(_table(raw, "payment"))}
    for name, numbers in NUMBERS.items():
        if name in raw:
            found[name] = _plain(name, _table(raw, name), numbers)
    if "promo" in raw:
        promos = (_promo(key, one, currency) for key, one in _table(raw, "promo").items())
        found["promo"] = {one["code"]: one for one in promos}
    return found


def _plain(name: str, entry: Mapping[str, Any], numbers: Collection[str]) -> dict[str, Any]:
    for key, value in entry.items():
        if key in numbers and not _whole(value, 0, MOST_DAYS):
            raise ValueError(f"[{name}] {key} must be a whole number of days")
        if key not in numbers and not isinstance(value, str):
            raise ValueError(f'[{name}] {key} must be text: {key} = "…"')
    return dict(entry)


def _way(key: str, entry: Any, currency: str) -> dict[str, Any]:
    place = f"delivery.{key}"
    if not isinstance(entry, dict):
        raise ValueError(f"[{place}] must be a table")
    if not KEY.fullmatch(key):
        raise ValueError(f"[{place}] the key must be up to 20 small Latin letters or digits")
    address = entry.get("address", True)
    if not isinstance(address, bool):
        raise ValueError(f"[{place}] address must be true or false")
    return {
        "title_ru": _text(entry, place, "title_ru"),
        "title_en": _text(entry, place, "title_en"),
        "price": _price(entry, place, "price", currency),
        "free_from": _price(entry, place, "free_from", currency) if "free_from" in entry else None,
        "address": address,
        "days": str(entry.get("days", ""))[:20],
    }


def _payment(entry: Mapping[str, Any]) -> list[str]:
    ways = entry.get("ways", list(WAYS))
    if not isinstance(ways, list) or not ways or not set(ways) <= set(WAYS):
        raise ValueError(f"[payment] ways must be a list of some of: {', '.join(WAYS)}")
    return list(dict.fromkeys(ways))


def _promo(code: str, entry: Any, currency: str) -> dict[str, Any]:
    place = f"promo.{code}"
    if not isinstance(entry, dict) or not CODE.fullmatch(code):
        raise ValueError(f"[{place}] must be a table named by a code of 2 to 40 letters and digits")
    percent, uses = entry.get("percent", 0), entry.get("uses")
    if ("percent" in entry) is ("amount" in entry):
        raise ValueError(f"[{place}] needs either percent = 10 or amount = 500")
    if not _whole(percent, 0, 100):
        raise ValueError(f"[{place}] percent must be a whole number from 1 to 100")
    if uses is not None and not _whole(uses, 0, 10**9):
        raise ValueError(f"[{place}] uses must be a whole number")
    return {
        "code": code.upper(),
        "percent": percent,
        "amount": _price(entry, place, "amount", currency) if "amount" in entry else 0,
        "least": _price(entry, place, "least", currency) if "least" in entry else 0,
        "uses": uses,
        "once": entry.get("once_a_customer", True) is not False,
        "from": _day(entry, place, "from"),
        "until": _day(entry, place, "until"),
    }


def _whole(value: Any, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _day(entry: Mapping[str, Any], place: str, name: str) -> str | None:
    value = entry.get(name)
    if value is None:
        return None
    if isinstance(value, datetime) or not isinstance(value, date):
        raise ValueError(f"[{place}] {name} must be a day, such as 2026-12-31, without quotes")
    return value.isoformat()


def _price(entry: Mapping[str, Any], place: str, name: str, currency: str) -> int:
    value = entry.get(name, 0)
    try:
        return minor(value, currency)
    except ValueError as error:
        shown = Decimal("299.90") if name == "price" else 5000
        raise ValueError(f"[{place}] {name}: {error}; write {name} = {shown}") from error


def _table(raw: Mapping[str, Any], name: str) -> dict[str, Any]:
    table = raw[name]
    if not isinstance(table, dict):
        raise ValueError(f"[{name}] must be a section")
    return table


def _text(entry: Mapping[str, Any], place: str, name: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        raise ValueError(f'[{place}] needs {name} = "…" of up to {LONGEST} characters')
    return value.strip()
