"""Telegram Desktop's export: what people wrote, in one chat or in all of them."""

from collections.abc import Iterator
from typing import Any

from classifier.intake.table import MAX_ROWS, Faults, IntakeRefused, Table

NOT_CUSTOMERS = frozenset({"saved_messages", "bot_chat", "personal_information"})


def is_export(whole: Any) -> bool:
    """Whether a JSON file is such an export."""
    if not isinstance(whole, dict):
        return False
    return isinstance(whole.get("messages"), list) or isinstance(whole.get("chats"), dict)


def read_export(whole: dict[str, Any], most: int = MAX_ROWS) -> Table:
    """The messages without topics; of a private chat only the other person's."""
    table = Table("telegram", ("text",), [], Faults(most))
    number = 0
    for chat in _chats(whole):
        for message in chat["messages"]:
            number += 1
            words = _words(message, _wanted(chat))
            if words:
                table.add(number, (words,))
    if not table.rows:
        raise IntakeRefused("none")
    return table


def _chats(whole: dict[str, Any]) -> Iterator[dict[str, Any]]:
    listed = whole.get("chats")
    chats = listed.get("list") if isinstance(listed, dict) else [whole]
    for chat in chats if isinstance(chats, list) else []:
        if isinstance(chat, dict) and chat.get("type") not in NOT_CUSTOMERS:
            yield {**chat, "messages": _list(chat.get("messages"))}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _wanted(chat: dict[str, Any]) -> str | None:
    """Whose words count: in a private chat the other person's, elsewhere everybody's."""
    return f"user{chat.get('id')}" if chat.get("type") == "personal_chat" else None


def _words(message: Any, author: str | None) -> str:
    if not isinstance(message, dict) or message.get("type") != "message":
        return ""
    if author is not None and message.get("from_id") != author:
        return ""
    pieces = message.get("text")
    if isinstance(pieces, str):
        return pieces.strip()
    return "".join(map(_piece, _list(pieces))).strip()


def _piece(piece: Any) -> str:
    """A piece of a text: plain, or an object with its words (a link, bold, and so on)."""
    words = piece.get("text") if isinstance(piece, dict) else piece
    return words if isinstance(words, str) else ""
