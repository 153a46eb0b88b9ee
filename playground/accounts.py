"""Accounts of people and bots, as the Bot API shows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from playground.updates import UpdateQueue

if TYPE_CHECKING:
    from playground.chats import PrivateChat
    from playground.queries import Query
    from playground.webhooks import Webhook


@dataclass(eq=False)
class Account:
    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    premium: bool = False

    def json(self) -> dict[str, Any]:
        card: dict[str, Any] = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
        }
        if self.last_name:
            card["last_name"] = self.last_name
        if self.username:
            card["username"] = self.username
        if self.language_code:
            card["language_code"] = self.language_code
        if self.premium:
            card["is_premium"] = True
        return card

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


@dataclass(eq=False)
class User(Account):
    phone: str = ""
    hides_forwards: bool = False


ANONYMOUS_ADMIN = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)


@dataclass(eq=False)
class Bot(Account):
    """A bot: its token, its queue of updates, its private chats, what it told about itself."""

    token: str = ""
    updates: UpdateQueue = field(default_factory=UpdateQueue)
    chats: dict[int, PrivateChat] = field(default_factory=dict)
    message_ids: count[int] = field(default_factory=lambda: count(1))
    queries: dict[str, Query] = field(default_factory=dict)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)
    menu_buttons: dict[int, dict[str, Any]] = field(default_factory=dict)
    default_rights: dict[bool, dict[str, Any]] = field(default_factory=dict)
    invoices: dict[tuple[int, int], str] = field(default_factory=dict)
    privacy: bool = False
    webhook: Webhook | None = None

    def me(self) -> dict[str, Any]:
        return self.json() | {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": False,
            "allows_users_to_create_topics": False,
        }

    def forget(self) -> None:
        """Empties what belongs to a world, keeps what belongs to the account."""
        self.chats.clear()
        self.queries.clear()
        self.invoices.clear()
        self.commands.clear()
        self.updates.clear()
        self.message_ids = count(1)
