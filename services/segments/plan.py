"""A night's plan on disk: the figures of all, and lines of people in pages."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

HEAD, PAGES = "night.json", "pages.jsonl"
PAGE = 200  # a page is one short transaction


@dataclass(frozen=True, slots=True)
class Line:
    """One customer as they stand after the night; `first`, `last`: seconds since 1970."""

    customer_id: int
    before: str
    stage: str
    wanted: str
    nights: int
    vip: bool
    orders: int
    spent: int
    first: int
    last: int
    scores: tuple[int, ...]
    again: float
    worth: int
    why: list[dict[str, Any]]


def write(folder: Path, head: dict[str, Any], lines: Iterable[Line]) -> None:
    """The pages, then the head, whose being there says that the plan is whole."""
    names = tuple(Line.__slots__)
    walk = iter(lines)
    with (folder / PAGES).open("w", encoding="utf-8") as file:
        while page := list(islice(walk, PAGE)):
            said = [[getattr(one, name) for name in names] for one in page]
            file.write(json.dumps(said, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh = folder / f"{HEAD}.new"
    fresh.write_text(json.dumps(head), encoding="utf-8")
    fresh.replace(folder / HEAD)


def head_of(folder: Path) -> dict[str, Any] | None:
    """The figures of all; None when there is no whole plan."""
    try:
        found: dict[str, Any] = json.loads((folder / HEAD).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return found


def pages_of(folder: Path, skip: int) -> Iterator[list[Line]]:
    """The pages after the first `skip`, one read at a time."""
    with (folder / PAGES).open(encoding="utf-8") as file:
        for text in islice(file, skip, None):
            yield [Line(*one) for one in json.loads(text)]


def page_after(file: TextIO) -> list[Line] | None:
    """The next page of an open file; None at its end."""
    text = file.readline()
    return [Line(*one) for one in json.loads(text)] if text else None
