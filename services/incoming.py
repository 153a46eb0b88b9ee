"""A message as the desk takes it in: plain values, no Telegram types."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote, as Telegram tells it."""

    tg_id: int
    name: str
    username: str | None = None
    language_code: str | None = None
    first_name: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message of a person; `text` is text or caption, `html` the same with its formatting."""

    sender: Sender
    chat_id: int
    tg_id: int
    kind: str
    text: str
    html: str
    sent_at: datetime
    file_id: str | None = None
    album: str | None = None
    copyable: bool = True
    reply_to: int | None = None
    thread_id: int | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
