"""When a group's allowance is nearly used up, waiting words of one ticket go as one message."""

from collections.abc import Sequence
from dataclasses import replace

from bot.pace import SCARCE
from models.outbox import Outbox
from models.sending import Due
from services.outcomes import Sent

ROOM = 3500
MOST = 30


def detach(row: Outbox | Due) -> Sent:
    """A row as the sender works on it."""
    return Sent(
        row.id,
        row.chat_id,
        row.kind,
        dict(row.payload),
        row.ticket_id,
        row.message_id,
        row.tries,
        row.lost,
    )


def with_company(row: Due, rows: Sequence[Due], left: int) -> Sent:
    """A row with those behind it that may share its message; `left` is the chat's allowance."""
    alone = detach(row)
    if row.chat_id > 0 or left > SCARCE or not is_plain(row):
        return alone
    company: list[Sent] = []
    length = _length(row)
    for other in rows:
        if other.chat_id != row.chat_id or other.ticket_id != row.ticket_id or other.id <= row.id:
            continue
        length += _length(other)
        if not is_plain(other) or length > ROOM or len(company) == MOST:
            if other.kind in ("relay", "text"):
                break
            continue
        company.append(detach(other))
    return replace(alone, others=tuple(company))


def is_plain(row: Due) -> bool:
    """Whether a row brings a customer's plain words, which can share a message."""
    return row.kind == "relay" and row.payload.get("length") is not None


def _length(row: Due) -> int:
    return int(row.payload.get("length") or 0) + 10
