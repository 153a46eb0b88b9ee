"""The parts of `shop.toml` about orders: `[orders]` and `[carriers.KEY]`; both may be missing."""

import re
from collections.abc import Collection, Mapping
from typing import Any

KEY = re.compile(r"[a-z0-9_-]{1,20}")
HOLE = "{tracking}"


def read_orders(raw: Mapping[str, Any], queues: Collection[str]) -> dict[str, Any]:
    """The facts of both sections; raises ValueError that names the entry and what to do."""
    facts: dict[str, Any] = {}
    if "orders" in raw:
        facts["orders"] = _orders(raw["orders"], queues)
    if "carriers" in raw:
        facts["carriers"] = _carriers(raw["carriers"])
    if "returns" in raw:
        _known(raw["returns"], "returns", "queue", queues)
    return facts


def _known(entry: Any, section: str, name: str, queues: Collection[str]) -> None:
    if isinstance(entry, dict) and name in entry and entry[name] not in queues:
        listed = ", ".join(sorted(queues))
        raise ValueError(f"[{section}] {name} «{entry[name]}» is not among {listed}")


def _orders(entry: Any, queues: Collection[str]) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise ValueError("[orders] must be a section")
    for name in ("queue", "questions"):
        _known(entry, "orders", name, queues)
    minutes = entry.get("accept_minutes", 1)
    if type(minutes) is not int or minutes < 1:
        raise ValueError("[orders] accept_minutes must be a whole number above 0")
    return dict(entry)


def _carriers(entries: Any) -> dict[str, Any]:
    if not isinstance(entries, dict):
        raise ValueError('[carriers] must hold sections such as [carriers.post] title = "…"')
    for key, entry in entries.items():
        _check(key, entry)
    return dict(entries)


def _check(key: str, entry: Any) -> None:
    place = f"[carriers.{key}]"
    if not KEY.fullmatch(key):
        raise ValueError(f"{place}: a key has up to 20 of a-z, 0-9, _ and -")
    if not isinstance(entry, dict) or not str(entry.get("title", "")).strip():
        raise ValueError(f'{place} needs title = "…"')
    url = entry.get("url", "")
    if url and not (isinstance(url, str) and url.startswith("https://") and HOLE in url):
        raise ValueError(f"{place} url must begin with https:// and hold {HOLE}")
