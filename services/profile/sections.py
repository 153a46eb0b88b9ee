"""What `shop.toml` says of what is known of a customer, and of news.

Raises ValueError with the section and what to write there.
"""

import re
from collections.abc import Mapping
from typing import Any

NAMES: tuple[str, ...] = ("profile", "news")
KEY = re.compile(r"[a-z0-9_]{1,20}")
MOST_ASKED, MOST_CHOICES, LONGEST = 10, 24, 40
NUMBERS = {"price_drop_percent": (1, 90), "digest_hour": (0, 23)}


def sections(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The facts, as they are stored; only what the file names. `raw`: the file."""
    found: dict[str, Any] = {}
    if "profile" in raw:
        asked = _table(raw, "profile")
        if len(asked) > MOST_ASKED:
            raise ValueError(f"[profile] may ask for {MOST_ASKED} things at most")
        found["profile"] = {key: _asked(key, one) for key, one in asked.items()}
    if "news" in raw:
        found["news"] = _news(_table(raw, "news"))
    return found


def _table(raw: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    entry = raw[name]
    if not isinstance(entry, dict):
        raise ValueError(f"[{name}] must be a section")
    return entry


def _asked(key: str, entry: Any) -> dict[str, Any]:
    place = f"profile.{key}"
    if not isinstance(entry, dict) or not KEY.fullmatch(key):
        raise ValueError(f"[{place}] must be a section; its key: up to 20 small Latin letters")
    titles = {
        one: _words(entry.get(f"title_{one}"), f"[{place}] title_{one}") for one in ("ru", "en")
    }
    both = {one: _choices(entry, place, one) for one in ("ru", "en")}
    if len(both["ru"]) != len(both["en"]):
        raise ValueError(f"[{place}] choices_ru and choices_en must be of the same length")
    pairs = zip(both["ru"], both["en"], strict=True)
    return {**titles, "choices": [{"ru": ru, "en": en} for ru, en in pairs]}


def _choices(entry: Mapping[str, Any], place: str, language: str) -> list[str]:
    given = entry.get(f"choices_{language}", entry.get("choices", []))
    if not isinstance(given, list) or len(given) > MOST_CHOICES:
        raise ValueError(f'[{place}] choices must be a list of up to {MOST_CHOICES}: ["S", "M"]')
    words = [_words(one, f"[{place}] every choice") for one in given]
    if len(set(words)) != len(words):
        raise ValueError(f"[{place}] choices must differ from one another")
    return words


def _words(value: Any, what: str) -> str:
    if not isinstance(value, str) or not value.strip() or len(value.strip()) > LONGEST:
        raise ValueError(f"{what} must be text of up to {LONGEST} characters")
    return value.strip()


def _news(entry: Mapping[str, Any]) -> dict[str, int]:
    for key, value in entry.items():
        if key not in NUMBERS:
            raise ValueError(f"[news] knows {', '.join(NUMBERS)}, not {key}")
        least, most = NUMBERS[key]
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(f"[news] {key} must be a whole number from {least} to {most}")
    return dict(entry)
