"""One erasure under way: whose, when, and what it has come to so far."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from models.own.reach import Person

# Below every number that Telegram gives: accounts of people who were erased, and of nobody.
BEYOND = -(10**15)


@dataclass(slots=True)
class Erasure:
    """`update_id`: the inbox row of the press that asked for it, None when that is another's.

    `found`: by table how many rows were deleted, emptied or kept.
    """

    person: Person
    now: datetime
    nobody_id: int
    update_id: int | None = None
    found: dict[str, dict[str, int]] = field(default_factory=dict)

    def count(self, table: str, what: str, result: Any) -> None:
        """Note how many rows a statement touched."""
        self.add(table, what, int(getattr(result, "rowcount", 0)))

    def add(self, table: str, what: str, count: int) -> None:
        """Note how many rows something happened to."""
        if count > 0:
            counts = self.found.setdefault(table, {})
            counts[what] = counts.get(what, 0) + count
