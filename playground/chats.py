"""Private chats and groups: who is in them, what was written, which topics there are."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playground.accounts import Account, Bot, User
from playground.rights import Member

if TYPE_CHECKING:
    from playground.messages import Message

RECENT = 2_000


@dataclass(eq=False)
class Topic:
    id: int
    name: str
    icon_color: int = 0x6FB9F0
    icon_custom_emoji_id: str | None = None
    closed: bool = False
    hidden: bool = False

    def json(self) -> dict[str, Any]:
        topic: dict[str, Any] = {"message_thread_id": self.id, "name": self.name}
        topic["icon_color"] = self.icon_color
        if self.icon_custom_emoji_id:
            topic["icon_custom_emoji_id"] = self.icon_custom_emoji_id
        return topic


class Chat:
    """What private chats and groups have in common."""

    kind = "private"
    forum = False

    def __init__(self, chat_id: int) -> None:
        self.id = chat_id
        self.messages: dict[int, Message] = {}
        self.changes: deque[Message] = deque(maxlen=RECENT)
        self.pinned: list[int] = []
        self.topics: dict[int, Topic] = {}
        self.read: dict[tuple[int, int], int] = {}
        self.keyboards: dict[int, dict[str, Any]] = {}

    def next_id(self) -> int:
        raise NotImplementedError

    def json(self) -> dict[str, Any]:
        raise NotImplementedError

    def users(self) -> Iterable[User]:
        raise NotImplementedError

    def bots(self) -> Iterable[Bot]:
        raise NotImplementedError

    def is_admin(self, account: Account) -> bool:
        """Whether the account is told of reactions and the like here."""
        return True

    def id_for(self, user: User) -> int:
        """The chat's id as this person sees it."""
        return self.id

    def live(self, message_id: int) -> Message | None:
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message


class PrivateChat(Chat):
    """One person with one bot; the bot numbers all its private messages in one row."""

    def __init__(self, bot: Bot, user: User) -> None:
        super().__init__(user.id)
        self.bot = bot
        self.user = user
        self.blocked = False

    def next_id(self) -> int:
        return next(self.bot.message_ids)

    def json(self) -> dict[str, Any]:
        card: dict[str, Any] = {"id": self.user.id, "type": "private"}
        card["first_name"] = self.user.first_name
        if self.user.last_name:
            card["last_name"] = self.user.last_name
        if self.user.username:
            card["username"] = self.user.username
        return card

    def users(self) -> Iterable[User]:
        return (self.user,)

    def bots(self) -> Iterable[Bot]:
        return (self.bot,)

    def id_for(self, user: User) -> int:
        return self.bot.id


class GroupChat(Chat):
    """A group, supergroup or forum; 1, a supergroup's own creation, is never a topic's id."""

    def __init__(self, chat_id: int, title: str, *, supergroup: bool, forum: bool) -> None:
        super().__init__(chat_id)
        self.title = title
        self.kind = "supergroup" if supergroup else "group"
        self.forum = forum
        self.username: str | None = None
        self.members: dict[int, Member] = {}
        self.banned: dict[int, Account] = {}
        self.former: set[int] = set()
        self.migrated_to: GroupChat | None = None
        self.invite_link: str | None = None
        self._last_id = 1 if supergroup else 0
        if forum:
            self.topics[0] = Topic(0, "General")

    def next_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def peek_id(self) -> int:
        """The id the next message will get."""
        return self._last_id + 1

    def json(self) -> dict[str, Any]:
        card: dict[str, Any] = {"id": self.id, "title": self.title, "type": self.kind}
        if self.username:
            card["username"] = self.username
        if self.forum:
            card["is_forum"] = True
        return card

    def users(self) -> Iterable[User]:
        return [m.account for m in self.members.values() if isinstance(m.account, User)]

    def bots(self) -> Iterable[Bot]:
        return [m.account for m in self.members.values() if isinstance(m.account, Bot)]

    def is_admin(self, account: Account) -> bool:
        member = self.members.get(account.id)
        return member is not None and member.is_admin
