"""A screen: what one message shows."""

import hashlib
from dataclasses import dataclass, field

from handlers.buttons import Button
from services.trade.photos import Picture


@dataclass(frozen=True, slots=True)
class Screen:
    """HTML text and rows of buttons, before they are sealed for a chat; with a photo, a caption.

    `first`: what must not be doubled is only ever shown by an edit; where no message of it stands
    yet, one that says only this is sent, and edited then.
    """

    text: str
    rows: list[list[Button]] = field(default_factory=list)
    photo: Picture | None = None
    first: str = ""

    @property
    def digest(self) -> str:
        """What tells this screen from another."""
        photo = (self.photo.id,) if self.photo is not None else ()
        words = repr((self.text, self.rows, *photo)).encode("utf-8", "surrogatepass")
        return hashlib.sha1(words, usedforsecurity=False).hexdigest()
