"""The shop as its owner writes it down once: `shop.toml`, read with errors in plain words."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from services import room_sections
from services.hours import parse_hours
from services.shop_orders import read_orders
from services.trade.shop_sections import sections


class ShopFileError(Exception):
    """`shop.toml` says something that can't be; the message says what and where."""


@dataclass(frozen=True, slots=True)
class QueueSeed:
    """A queue as the file names it; the target in open minutes."""

    key: str
    title_ru: str
    title_en: str
    hours: Mapping[str, Any]
    target_minutes: int


@dataclass(frozen=True, slots=True)
class TopicSeed:
    """A topic as the file names it; `queue` is None when no ticket is made."""

    key: str
    title_ru: str
    title_en: str
    queue: str | None


@dataclass(frozen=True, slots=True)
class ShopSeed:
    """The whole file."""

    facts: Mapping[str, Any]
    queues: tuple[QueueSeed, ...]
    topics: tuple[TopicSeed, ...]


def read_shop_file(path: Path) -> ShopSeed:
    """Read `shop.toml`; raises ShopFileError that names the entry and what to do."""
    try:
        text = path.read_text(encoding="utf-8")
        raw = tomllib.loads(text)
    except FileNotFoundError as error:
        raise ShopFileError(
            f"{path} does not exist: copy shop.toml from the project or set SHOP_FILE"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ShopFileError(f"{path} can't be read: {error}") from error
    shop = _table(raw, "shop")
    zone = _zone(_text(shop, "shop", "time_zone"))
    default_hours = shop.get("hours", {"always": True})
    _hours(default_hours, zone, "shop")
    queues = tuple(
        _queue(key, entry, default_hours, zone) for key, entry in _entries(raw, "queues")
    )
    names = {queue.key for queue in queues}
    if "triage" not in names:
        raise ShopFileError("[queues.triage] is missing: unclear messages must go somewhere")
    topics = tuple(_topic(key, entry, names) for key, entry in _entries(raw, "topics"))
    facts = {**shop, "contacts": _table(raw, "contacts"), "policies": raw.get("policies", {})}
    if "search" in raw:
        facts["search"] = _search(raw["search"])
    try:
        facts |= read_orders(raw, names)
        facts |= room_sections.read(raw)
        facts |= sections(tomllib.loads(text, parse_float=Decimal))
    except ValueError as error:
        raise ShopFileError(str(error)) from error
    return ShopSeed(facts, queues, topics)


def _search(entry: Any) -> dict[str, Any]:
    groups = entry.get("synonyms", []) if isinstance(entry, dict) else None
    good = isinstance(groups, list) and all(
        isinstance(group, list)
        and len(group) > 1
        and all(isinstance(word, str) and len(word.split()) == 1 for word in group)
        for group in groups
    )
    if not good:
        raise ShopFileError(
            '[search] synonyms must be lists of single words: [["фляга", "бутылка"], …]'
        )
    return {"synonyms": groups}


def _queue(key: str, entry: Any, default_hours: Any, zone: ZoneInfo) -> QueueSeed:
    place = f"queues.{key}"
    hours = entry.get("hours", default_hours)
    _hours(hours, zone, place)
    target = entry.get("target_minutes", 60)
    if not isinstance(target, int) or target < 1:
        raise ShopFileError(f"[{place}] target_minutes must be a whole number above 0")
    return QueueSeed(
        key, _text(entry, place, "title_ru"), _text(entry, place, "title_en"), hours, target
    )


def _topic(key: str, entry: Any, queues: set[str]) -> TopicSeed:
    place = f"topics.{key}"
    queue = entry.get("queue") or None
    if queue is not None and queue not in queues:
        raise ShopFileError(f"[{place}] queue «{queue}» is not among {', '.join(sorted(queues))}")
    return TopicSeed(key, _text(entry, place, "title_ru"), _text(entry, place, "title_en"), queue)


def _entries(raw: Mapping[str, Any], name: str) -> list[tuple[str, Any]]:
    entries = _table(raw, name)
    for key, entry in entries.items():
        if not isinstance(entry, dict):
            raise ShopFileError(f"[{name}.{key}] must be a table")
    return list(entries.items())


def _table(raw: Mapping[str, Any], name: str) -> dict[str, Any]:
    table = raw.get(name)
    if not isinstance(table, dict) or not table:
        raise ShopFileError(f"the section [{name}] is missing")
    return table


def _text(entry: Mapping[str, Any], place: str, name: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str) or not value.strip():
        raise ShopFileError(f'[{place}] needs {name} = "…"')
    return value.strip()


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ShopFileError(f"[shop] time_zone «{name}» is unknown, e.g. Europe/Moscow") from error


def _hours(raw: Any, zone: ZoneInfo, place: str) -> None:
    if not isinstance(raw, dict):
        raise ShopFileError(
            f'[{place}] hours must be a table such as {{ mon-fri = "09:00-20:00" }}'
        )
    try:
        parse_hours(raw, zone)
    except (ValueError, TypeError) as error:
        raise ShopFileError(f"[{place}] hours: {error}") from error
