"""Telegram Desktop's export: what people wrote, in one chat or in all of them."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from classifier.intake.table import MAX_ROWS, Faults, IntakeRefused, Source, Table

COLUMNS = ("text", "from")
ELSEWHERE = frozenset(
    {
        *("saved_messages", "bot_chat", "personal_information", "replies", "verification_codes"),
        *("private_channel", "public_channel"),
    }
)
MARKS = frozenset({"type", "text", "from_id"})


@dataclass(frozen=True, slots=True)
class Wrote:
    """All that is kept of a message: who wrote, under which name, and the words."""

    author: str
    name: str
    words: str
    forwarded: bool


def compact(record: dict[str, Any]) -> Any:
    """Given to the JSON reader: a message of an export becomes small as soon as it is read."""
    if record.get("type") != "message" or not record.keys() >= MARKS:
        return record
    author, name = record["from_id"], record.get("from")
    return Wrote(
        sys.intern(f"user{author}" if isinstance(author, int) else str(author)),
        sys.intern(name if isinstance(name, str) else ""),
        _words(record["text"]),
        "forwarded_from" in record,
    )


def is_export(whole: Any) -> bool:
    """Whether a JSON file is such an export."""
    if not isinstance(whole, dict):
        return False
    return isinstance(whole.get("messages"), list) or isinstance(whole.get("chats"), dict)


def read_export(whole: dict[str, Any], most: int = MAX_ROWS) -> Table:
    """The messages without topics, each with the number of its source.

    `left` counts what is none: service, wordless, forwarded, own, elsewhere (saved messages, bots,
    channels). Of a private chat the other person's words count. Raises IntakeRefused.
    """
    table = Table("telegram", COLUMNS, [], Faults(most))
    owner = _owner(whole)
    numbers: dict[str, int] = {}
    names: dict[str, str] = {}
    line = 0
    for chat in _chats(whole):
        others = f"user{chat.get('id')}" if chat.get("type") == "personal_chat" else None
        for message in _list(chat.get("messages")):
            line += 1
            why = _left(message, chat, others, owner)
            if why is not None:
                table.left[why] += 1
                continue
            number = numbers.setdefault(message.author, len(numbers))
            names[message.author] = message.name
            table.add(line, (message.words, str(number)))
    if not table.rows:
        raise IntakeRefused("nobody")
    table.sources = tuple(Source(author, names[author]) for author in numbers)
    return table


def _owner(whole: Mapping[str, Any]) -> str | None:
    """Whose account was exported; one chat alone does not say."""
    about = whole.get("personal_information")
    return f"user{about.get('user_id')}" if isinstance(about, dict) else None


def _chats(whole: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    listed = whole.get("chats")
    chats = _list(listed.get("list")) if isinstance(listed, dict) else [whole]
    return (chat for chat in chats if isinstance(chat, dict))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _left(
    message: Any, chat: Mapping[str, Any], others: str | None, owner: str | None
) -> str | None:
    """Why a message does not count; None when it does."""
    if chat.get("type") in ELSEWHERE:
        return "elsewhere"
    if not isinstance(message, Wrote):
        return "service"
    if message.author == owner or (others is not None and message.author != others):
        return "own"
    if message.forwarded:
        return "forwarded"
    return None if message.words else "wordless"


def _words(pieces: Any) -> str:
    """A text is a string, or a list of strings and objects (a link, bold, and so on)."""
    if isinstance(pieces, str):
        return pieces.strip()
    return "".join(map(_piece, _list(pieces))).strip()


def _piece(piece: Any) -> str:
    words = piece.get("text") if isinstance(piece, dict) else piece
    return words if isinstance(words, str) else ""
