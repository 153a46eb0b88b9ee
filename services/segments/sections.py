"""What `shop.toml` says of where customers stand by their orders.

Raises ValueError with the section and what to write there.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from models.memory.purposes import CONSENT, PEOPLE

NAMES: tuple[str, ...] = ("segments",)
WHOLE = {"horizon_days": (14, 365), "vip_orders": (1, 1000)}
LEAST_SHARE, MOST_SHARE = 0.01, 0.5
KEYS = (*WHOLE, "vip_share", "vip_first", "people", "at")
AT = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Terms:
    """What the shop decided: days ahead, who is a VIP and whether they go first, whose figures are
    kept by name, the shop's time of day to count at."""

    horizon_days: int = 90
    vip_share: float = 0.1
    vip_orders: int = 3
    vip_first: bool = False
    people: str = CONSENT
    at: time = time(3, 30)


def sections(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The facts, as they are stored; only what the file names. `raw`: the file."""
    if "segments" not in raw:
        return {}
    given = raw["segments"]
    if not isinstance(given, dict):
        raise ValueError("[segments] must be a section")
    for key in given:
        if key not in KEYS:
            raise ValueError(f"[segments] knows {', '.join(KEYS)}, not {key}")
    _check(given)
    return {"segments": dict(given)}


def _check(given: Mapping[str, Any]) -> None:
    for key, (least, most) in WHOLE.items():
        value = given.get(key, least)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(f"[segments] {key} must be a whole number from {least} to {most}")
    share = given.get("vip_share", MOST_SHARE)
    if not isinstance(share, int | float) or not LEAST_SHARE <= share <= MOST_SHARE:
        raise ValueError(f"[segments] vip_share must be from {LEAST_SHARE} to {MOST_SHARE}")
    if not isinstance(given.get("vip_first", False), bool):
        raise ValueError("[segments] vip_first must be true or false")
    if given.get("people", CONSENT) not in PEOPLE:
        raise ValueError(f"[segments] people must be one of {', '.join(PEOPLE)}")
    if not isinstance(at := given.get("at", "3:30"), str) or not AT.fullmatch(at):
        raise ValueError('[segments] at must be a time of day, such as "03:30"')


def terms_of(facts: Mapping[str, Any]) -> Terms:
    """What holds for a shop."""
    given = dict(facts.get("segments") or {})
    if found := AT.fullmatch(str(given.pop("at", ""))):
        given["at"] = time(int(found[1]), int(found[2]))
    return Terms(**given)
