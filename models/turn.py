"""The turn of one update: what its transaction closes together with the story's own rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Toast:
    """The short answer to a button press, given after the commit."""

    key: str
    args: Mapping[str, Any] = field(default_factory=dict)
    alert: bool = False


@dataclass(slots=True)
class Turn:
    """One update being handled: its inbox row, its time, what it buffers until the commit.

    `agreed`: the question before a payment is answered with a yes.
    """

    bot_id: int
    now: datetime
    inbox_id: int | None = None
    done: bool = False
    toast: Toast | None = None
    newcomer: bool = False
    agreed: bool = False
    fsm: dict[str, tuple[str | None, dict[str, Any]]] = field(default_factory=dict)
