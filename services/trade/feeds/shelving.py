"""Categories of a file: by its own keys, or by their titles from the top; held against the shop."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from services.trade.feeds.lines import DEPTH, SHELF_KEY, SHELF_TITLE, Fault, ShelfLine


@dataclass(slots=True)
class Wanted:
    """A category as the file says it; `title_en` is None when the file says nothing of it."""

    key: str
    parent: str
    title_ru: str
    title_en: str | None = None


@dataclass(slots=True)
class Shelves:
    """The categories of a file, in its order, beside those that the shop has."""

    known: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    wanted: dict[str, Wanted] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    _by_path: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]]) -> "Shelves":
        """The shop's, each with its parent's key."""
        shelves = cls()
        rows = list(rows)
        keys = {row["id"]: row["key"] for row in rows}
        for row in rows:
            parent = keys.get(row["parent_id"], "")
            shelves.known[row["key"]] = {**row, "parent": parent}
            shelves._by_path.setdefault((parent, row["title_ru"].casefold()), row["key"])
        return shelves

    def list_lines(self, lines: Sequence[ShelfLine]) -> None:
        """The categories that a file lists, once it lists no more."""
        for line in lines:
            why = _wrong(line, self.wanted)
            if why:
                self.faults.append(Fault(line.line, why, (line.title or line.key)[:80]))
            else:
                self.wanted[line.key] = Wanted(line.key, line.parent, line.title[:SHELF_TITLE])
        for line in lines:
            one = self.wanted.get(line.key)
            if one is not None and one.parent and not self._leads_up(one):
                self.faults.append(Fault(line.line, "category-parent", line.title[:80]))
                one.parent = ""

    def _leads_up(self, one: Wanted) -> bool:
        """Whether the way from it to the top is short, and does not go round."""
        for _ in range(DEPTH):
            if not one.parent:
                return True
            above = self.wanted.get(one.parent)
            if above is None:
                return False
            one = above
        return False

    def key_of(self, path: Sequence[str], path_en: Sequence[str] | None) -> str:
        """The key of a category named by its titles from the top; empty for none."""
        key = ""
        for at, title in enumerate(path):
            found = self._by_path.get((key, title.casefold()))
            if found is None:
                words = f"{key}\n{title.casefold()}".encode()
                found = f"p-{hashlib.sha256(words).hexdigest()[:24]}"
                self._by_path[key, title.casefold()] = found
            title_en = None
            if path_en is not None:
                title_en = path_en[at] if len(path_en) == len(path) else ""
            one = self.wanted.setdefault(found, Wanted(found, key, title, title_en))
            one.title_en = one.title_en or title_en
            key = found
        return key

    def changes(self) -> tuple[list[dict[str, Any]], list[int], int]:
        """What is new or differs, parents first; which of the shop's go; how many are new."""
        found, new = [], 0
        for position, one in enumerate(self._parents_first()):
            known = self.known.get(one.key)
            new += known is None or not known["active"]
            said = {"parent": one.parent, "title_ru": one.title_ru, "title_en": one.title_en}
            same = known is not None and all(
                value is None or known[name] == value for name, value in said.items()
            )
            if not same or (known is not None and not known["active"]):
                found.append({"key": one.key, "position": position, **said})
        gone = [
            row["id"] for key, row in self.known.items() if row["active"] and key not in self.wanted
        ]
        return found, gone, new

    def _parents_first(self) -> list[Wanted]:
        placed: dict[str, Wanted] = {}
        for one in self.wanted.values():
            way = [one]
            while way[-1].parent and way[-1].parent not in placed:
                way.append(self.wanted[way[-1].parent])
            for step in reversed(way):
                placed.setdefault(step.key, step)
        return list(placed.values())


def _wrong(line: ShelfLine, listed: Mapping[str, Wanted]) -> str:
    if not line.key or len(line.key) > SHELF_KEY:
        return "category-key"
    if not line.title:
        return "category-title"
    return "category-twice" if line.key in listed else ""
