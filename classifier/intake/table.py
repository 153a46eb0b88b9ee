"""What every reader makes of a file: columns, rows by line, and lines that could not be read."""

import re
import sys
from collections import Counter
from dataclasses import dataclass, field

MAX_BYTES = 20 * 2**20
MAX_ROWS = 200_000
MAX_TEXT = 4000
MAX_COLUMNS = 100
SHOWN_FAULTS = 5
NO_LIMIT = sys.maxsize  # for who runs the program: a file of their own may be of any size

_UNTYPED = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class IntakeRefused(Exception):
    """A file that is not taken at all.

    `why` is one of empty, archive, binary, big, rows, header, columns, json, none, nobody; `line`
    says where, when that is known.
    """

    def __init__(self, why: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {why}" if line else why)
        self.why = why
        self.line = line


@dataclass(slots=True)
class Faults:
    """Lines that could not be read: the first few, and how many in all.

    The reasons: quote, cells, json, text, label. More than `most` are too many rows.
    """

    most: int = MAX_ROWS
    count: int = 0
    first: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, why: str) -> None:
        """One more."""
        self.count += 1
        if self.count > self.most:
            raise IntakeRefused("rows", line)
        if len(self.first) < SHOWN_FAULTS:
            self.first.append((line, why))


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who wrote messages of a file, as Telegram calls them: `user5`, and a name."""

    id: str
    name: str


@dataclass(slots=True)
class Table:
    """A file as rows of cells; `kind` is csv, json, jsonl or telegram.

    Only an export has sources, its last cell being a source's number, and counts what was `left`.
    """

    kind: str
    columns: tuple[str, ...]
    rows: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    sources: tuple[Source, ...] = ()
    left: Counter[str] = field(default_factory=Counter)

    def add(self, line: int, cells: tuple[str, ...]) -> None:
        """One more row; IntakeRefused when there are too many."""
        if len(self.rows) >= self.faults.most:
            raise IntakeRefused("rows", line)
        self.rows.append((line, cells))


def tidy(text: str) -> str:
    """Without what a database or Telegram can't hold: NUL, controls, lone surrogates."""
    return _UNTYPED.sub("", text).strip()
