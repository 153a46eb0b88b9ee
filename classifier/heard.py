"""What was said of messages, a label at a time: of each message the one that counts stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from classifier.normalise import MAX_CHARS
from classifier.readings import read

ORIGINS = ("review", "example", "staff_topic", "import", "customer_pick", "transfer")


class Said(Protocol):
    """A label: what was said of a text, how, and when (any value that can be compared)."""

    @property
    def text(self) -> str: ...
    @property
    def topic(self) -> str: ...
    @property
    def origin(self) -> str: ...
    @property
    def at(self) -> Any: ...


@dataclass(slots=True)
class _Word:
    """The word that counts about one message so far."""

    text: str
    topic: str
    origin: str
    at: Any


class Labels:
    """Takes labels one by one, in any order, and keeps the one that counts of each message."""

    def __init__(self) -> None:
        self._said: dict[str, _Word] = {}

    def hear(self, said: Said) -> None:
        """Take a label; one without words teaches nothing."""
        text = said.text[:MAX_CHARS]
        reading = read(text)
        if not reading:
            return
        known = self._said.get(reading)
        if known is None or _counts_more(said, known):
            self._said[reading] = _Word(text, said.topic, said.origin, said.at)

    @property
    def words(self) -> Mapping[str, _Word]:
        """What counts, by reading."""
        return self._said


def _counts_more(said: Said, known: _Word) -> bool:
    new, old = rank(said.origin), rank(known.origin)
    return new < old or (new == old and bool(said.at >= known.at))


def rank(origin: str) -> int:
    """The place of an origin: the smaller, the more it counts."""
    return ORIGINS.index(origin) if origin in ORIGINS else len(ORIGINS)
