"""What a promised row becomes: one call to Telegram, and what its success means."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram.methods import TelegramMethod


@dataclass(frozen=True, slots=True)
class Call:
    """One call; a `repeatable` one does no harm when made twice, a `once` one never is.

    `patient`: a message that may stand twice but must come. `photo_id`: the photo that the message
    holds afterwards. `replaces`: the card's older message goes when this one is there.
    """

    method: TelegramMethod[Any]
    repeatable: bool = False
    once: bool = False
    patient: bool = False
    form: str = "text"
    card_key: str | None = None
    digest: str | None = None
    thread_id: int | None = None
    message_ids: tuple[int, ...] = ()
    photo_id: int | None = None
    replaces: bool = False


class NotYet(Exception):
    """This row must wait: until a moment, or a little while the place where it goes is made."""

    def __init__(self, until: datetime | None = None) -> None:
        super().__init__("not yet")
        self.until = until


class NoPicture(Exception):
    """A photo comes from nothing that can be sent; `photo_id` says which."""

    def __init__(self, photo_id: int) -> None:
        super().__init__(f"photo {photo_id} can't be sent")
        self.photo_id = photo_id


class NothingToSend(Exception):
    """What the row was about is gone, or shows what it should already."""
