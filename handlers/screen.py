"""A screen: what one message shows."""

import hashlib
from dataclasses import dataclass, field

from handlers.buttons import Button


@dataclass(frozen=True, slots=True)
class Screen:
    """HTML text and rows of buttons, before they are sealed for a chat."""

    text: str
    rows: list[list[Button]] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """What tells this screen from another."""
        words = repr((self.text, self.rows)).encode("utf-8", "surrogatepass")
        return hashlib.sha1(words, usedforsecurity=False).hexdigest()
