"""A message: what it holds, and how the Bot API shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playground.accounts import Account
    from playground.chats import Chat


@dataclass(slots=True, eq=False)
class Message:
    chat: Chat
    id: int
    sender: Account
    date: int
    kind: str
    content: dict[str, Any]
    thread: int | None = None
    is_topic: bool = False
    reply_to: Message | None = None
    markup: dict[str, Any] | None = None
    keyboard: dict[str, Any] | None = None
    extra: dict[str, Any] = field(default_factory=dict)
    reactions: dict[int, str] = field(default_factory=dict)
    votes: dict[int, list[int]] = field(default_factory=dict)
    version: int = 0
    changed: int = 0
    deleted: bool = False

    @property
    def text(self) -> str:
        """The text or the caption, empty when there is neither."""
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def entities(self) -> list[dict[str, Any]]:
        found = self.content.get("entities") or self.content.get("caption_entities")
        return list(found or [])

    @property
    def button_rows(self) -> list[list[dict[str, Any]]]:
        return self.markup["inline_keyboard"] if self.markup else []

    @property
    def buttons(self) -> list[str]:
        """The inline buttons' visible texts, row by row."""
        return [button["text"] for row in self.button_rows for button in row]

    @property
    def album(self) -> str | None:
        return self.extra.get("media_group_id")

    @property
    def topic(self) -> int | None:
        """The topic in a forum, 0 for General; None where the chat is no forum."""
        if not self.chat.forum:
            return None
        return self.thread if self.is_topic and self.thread else 0

    def json(self, nested: bool = True) -> dict[str, Any]:
        card: dict[str, Any] = {"message_id": self.id, "from": self.sender.json()}
        card["chat"] = self.chat.json()
        card["date"] = self.date
        if self.thread:
            card["message_thread_id"] = self.thread
        if self.is_topic:
            card["is_topic_message"] = True
        if nested and (target := self.replied()):
            card["reply_to_message"] = target.json(nested=False)
        card.update(self.extra)
        card.update(self.content)
        if self.markup:
            card["reply_markup"] = self.markup
        return card

    def replied(self) -> Message | None:
        """In a topic every message that answers nothing answers the topic's first message."""
        if self.reply_to:
            return None if self.reply_to.deleted else self.reply_to
        if self.is_topic and self.thread and self.thread != self.id:
            return self.chat.live(self.thread)
        return None

    def __repr__(self) -> str:
        return f"<{self.kind} {self.id} from {self.sender.first_name}: {self.text[:60]!r}>"
