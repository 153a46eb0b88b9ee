"""How long what is kept: the defaults, and what `[retention]` of `shop.toml` says instead."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

SECTION = "retention"
YEAR = 365.25
MOST = 36500
# Days; None: until the person is erased. What is only technical goes by itself, the rest when the
# shop says so; acts, consents and orders are those of people who were erased.
DEFAULTS: Mapping[str, int | None] = MappingProxyType(
    {
        "bodies_days": 7,
        "sent_days": 30,
        "updates_days": 90,
        "outbox_days": 90,
        "browse_days": 180,
        "backups_days": 90,
        "messages_days": None,
        "carts_days": None,
        "notices_days": None,
        "surveys_days": None,
        "wishes_days": None,
        "labels_days": None,
        "audit_days": None,
        "orders_years": 5,
        "consents_years": 3,
        "acts_years": 3,
    }
)
# "Once a quarter" and "never told twice" are read off these rows.
LEAST = {"surveys_days": 92, "notices_days": 92}
# As they were called before there was a section of their own.
EARLIER = {"bodies_days": "keep_update_bodies_days", "sent_days": "keep_sent_days"}


def read(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The section as it is stored; ValueError says what to write there."""
    if SECTION not in raw:
        return {}
    entry = raw[SECTION]
    if not isinstance(entry, dict):
        raise ValueError(f"[{SECTION}] must be a table: browse_days = 180")
    for name, value in entry.items():
        if name not in DEFAULTS:
            raise ValueError(f"[{SECTION}] {name} is not known; there are: {', '.join(DEFAULTS)}")
        least = LEAST.get(name, 1)
        if type(value) is not int or not least <= value <= MOST:
            raise ValueError(f"[{SECTION}] {name} must be a whole number from {least} to {MOST}")
    return {SECTION: dict(entry)}


def days(facts: Mapping[str, Any], name: str) -> float | None:
    """How many days something is kept; None: without end."""
    given = facts.get(SECTION, {}).get(name, facts.get(EARLIER.get(name, "")))
    value = given if isinstance(given, int | float) else DEFAULTS[name]
    if value is None:
        return None
    return value * YEAR if name.endswith("_years") else float(value)


def told(facts: Mapping[str, Any]) -> dict[str, float | None]:
    """Every term as an export tells it, in what its name says: days or years."""
    terms = {name: days(facts, name) for name in DEFAULTS}
    return {
        name: term / YEAR if term is not None and name.endswith("_years") else term
        for name, term in terms.items()
    }
