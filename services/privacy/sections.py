"""What `shop.toml` says of what people agreed to and what the shop may write to them.

Raises ValueError with the section and what to write there.
"""

from collections.abc import Mapping
from typing import Any

from services.privacy.gate import Rules
from services.privacy.own_data import terms
from services.privacy.quiet import minutes_of

NAMES: tuple[str, ...] = ("privacy", terms.SECTION)
QUIET, MOST, DAYS = "21:00-09:00", 2, 7
MOST_NEWS, MOST_DAYS = 100, 365


def sections(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The facts, as they are stored; only what the file names. `raw`: the file."""
    if "privacy" not in raw:
        return terms.read(raw)
    given = raw["privacy"]
    if not isinstance(given, dict):
        raise ValueError("[privacy] must be a section")
    _whole(given, "news_most", 0, MOST_NEWS)
    _whole(given, "news_within_days", 1, MOST_DAYS)
    if not isinstance(given.get("ask_newcomers", True), bool):
        raise ValueError("[privacy] ask_newcomers must be true or false")
    _span(str(given.get("quiet", QUIET)))
    return {"privacy": dict(given), **terms.read(raw)}


def rules_of(facts: Mapping[str, Any]) -> Rules:
    """The shop's cap on news."""
    given = facts.get("privacy") or {}
    return Rules(int(given.get("news_most", MOST)), int(given.get("news_within_days", DAYS)))


def quiet_of(facts: Mapping[str, Any]) -> tuple[int, int]:
    """The shop's quiet hours, minutes of the day."""
    return minutes_of(str((facts.get("privacy") or {}).get("quiet", QUIET)))


def asks_newcomers(facts: Mapping[str, Any]) -> bool:
    """Whether somebody new is asked for consents of their own accord."""
    return bool((facts.get("privacy") or {}).get("ask_newcomers", True))


def _span(quiet: str) -> None:
    try:
        start, end = minutes_of(quiet)
    except ValueError as error:
        raise ValueError(f'[privacy] quiet must be two times, such as "{QUIET}"') from error
    first, _, last = quiet.partition("-")
    if start == end and first.strip() != last.strip():
        raise ValueError('[privacy] quiet must be less than a day; "00:00-00:00" is never quiet')


def _whole(given: Mapping[str, Any], name: str, least: int, most: int) -> None:
    value = given.get(name, least)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(f"[privacy] {name} must be a whole number from {least} to {most}")
