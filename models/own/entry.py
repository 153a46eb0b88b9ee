"""How one table stands to people: the words of the inventory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

DELETE, EMPTY, KEEP, NEVER = "delete", "empty", "keep", "never"
NOTHING: Mapping[str, Any] = MappingProxyType({})
# What is put in the place of a value when a row is emptied.
NOBODY, PSEUDONYM, GONE_REF, NOW = object(), object(), object(), object()


@dataclass(frozen=True, slots=True)
class Entry:
    """One table. A test holds these words against the schema: an unknown column fails it.

    `ways`: how a row belongs to a person (see `models/own/reach.py`); none: nobody's, and `why`
    says so. `section` and `shown` are what an export holds of it, "column" or "column=name";
    `others` every other column. `erase` is what an erasure does: `DELETE` the rows, `EMPTY` the
    columns of `emptied`, or `KEEP` them, and `why` says what for. `waits`: what belongs to an
    order under way is left until that order has ended.
    """

    table: str
    ways: str = ""
    section: str = ""
    shown: str = ""
    others: str = ""
    erase: str = NEVER
    emptied: Mapping[str, Any] = field(default_factory=dict)
    waits: bool = False
    why: str = ""

    @property
    def is_personal(self) -> bool:
        """Whether rows of it belong to people."""
        return bool(self.ways)

    @property
    def columns(self) -> frozenset[str]:
        """Every column that is known."""
        return frozenset((*self.exported, *self.others.split(), *self.emptied))

    @property
    def exported(self) -> Mapping[str, str]:
        """What an export shows: column to the name that it has there."""
        pairs = (one.partition("=") for one in self.shown.split())
        return {column: name or column for column, _, name in pairs}
