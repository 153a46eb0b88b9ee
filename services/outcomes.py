"""A promised row on its way, and what became of its call."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.outbox import DEAD, SENT, UNDELIVERABLE, UNSURE

FINAL = (SENT, UNSURE, UNDELIVERABLE, DEAD)


@dataclass(frozen=True, slots=True)
class Sent:
    """A row as the sender works on it, detached from any session.

    `others` are rows that go out in the same message because the group's allowance is used up.
    """

    id: int
    chat_id: int
    kind: str
    payload: dict[str, Any]
    ticket_id: int | None
    message_id: int | None
    tries: int
    lost: int
    others: tuple["Sent", ...] = ()

    @property
    def all_ids(self) -> list[int]:
        """The ids of all rows that this call keeps."""
        return [self.id, *(other.id for other in self.others)]

    @property
    def is_answer(self) -> bool:
        """Whether this brings a staff member's words to the customer."""
        return self.kind == "relay" and bool(self.payload.get("to_customer"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one call: the new status and what Telegram answered.

    `lost_card`: its message is gone. `doubted`: what it shows is not known.

    `spent`: a call was made; rows that only had to wait cost no allowance. `photo_id`: the photo
    that a card's message holds now, `file_id` Telegram's copy; `refused_photo` can't be shown.
    `replaces`: the card's older message has to go.
    """

    row: Sent
    status: str
    at: datetime
    tg_ids: tuple[int, ...] = ()
    message_ids: tuple[int, ...] = ()
    thread_id: int | None = None
    card_key: str | None = None
    digest: str | None = None
    form: str = "text"
    error: str | None = None
    not_before: datetime | None = None
    tried: bool = False
    lost: bool = False
    gone: bool = False
    lost_card: str | None = None
    doubted: str | None = None
    spent: bool = True
    photo_id: int | None = None
    file_id: str | None = None
    refused_photo: int | None = None
    replaces: bool = False

    @property
    def is_final(self) -> bool:
        """Whether nothing more will be done about the row."""
        return self.status in FINAL
