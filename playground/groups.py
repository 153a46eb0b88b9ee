"""Groups as tests use them: members, the bot's coming and going, topics, migration."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from playground.accounts import Account, Bot, User
from playground.chats import GroupChat, Topic
from playground.membership import becomes, show
from playground.messages import Message
from playground.migration import migrate
from playground.rights import Member, bot_member
from playground.topics import change_topic, create_topic, delete_topic

if TYPE_CHECKING:
    from playground.people import Person
    from playground.server import Playground


class Group:
    def __init__(self, playground: Playground, chat: GroupChat) -> None:
        self.playground = playground
        self._chat = chat

    @property
    def chat(self) -> GroupChat:
        """The group, or the supergroup it has become."""
        return self._chat.migrated_to or self._chat

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def title(self) -> str:
        return self.chat.title

    @property
    def topics(self) -> dict[int, Topic]:
        return self.chat.topics

    def founded_by(self, users: list[User]) -> Group:
        for index, user in enumerate(users):
            self.chat.members[user.id] = Member(user, "member" if index else "creator")
        show(self.playground.world, self.chat)
        return self

    def sees(self, thread: int | None = None) -> list[Message]:
        """All messages, or one topic's; 0 is General."""
        live = (m for m in self.chat.messages.values() if not m.deleted)
        return [m for m in live if thread is None or m.topic == thread]

    async def add_bot(
        self,
        bot: Bot | None = None,
        rights: Iterable[str] | str = "all",
        by: Person | None = None,
    ) -> None:
        """Adds the bot or changes its rights; no rights at all: an ordinary member."""
        self._becomes(bot_member(bot or self.playground.bot, rights), by)

    async def remove_bot(self, bot: Bot | None = None, by: Person | None = None) -> None:
        self._becomes(Member(bot or self.playground.bot, "kicked"), by)

    async def adds(self, person: Person, by: Person | None = None) -> None:
        self._becomes(Member(person.user), by)

    async def removes(self, person: Person, by: Person | None = None) -> None:
        self._becomes(Member(person.user, "left"), by)

    async def promotes(self, person: Person, rights: Iterable[str] | str = "all") -> None:
        """Makes a member an administrator."""
        self._becomes(bot_member(person.user, rights), None)

    def _becomes(self, new: Member, by: Person | None) -> None:
        becomes(self.playground.world, self.chat, new, self._actor(by))

    def _actor(self, by: Person | None) -> Account:
        if by is not None:
            return by.user
        members = self.chat.members.values()
        return next((m.account for m in members if m.status == "creator"), self.playground.bot)

    async def creates_topic(self, name: str, by: Person | None = None) -> int:
        topic = create_topic(self.playground.world, self.chat, self._actor(by), name)
        return topic.id

    async def closes_topic(self, thread: int, by: Person | None = None) -> None:
        change_topic(self.playground.world, self.chat, self._actor(by), thread, closed=True)

    async def reopens_topic(self, thread: int, by: Person | None = None) -> None:
        change_topic(self.playground.world, self.chat, self._actor(by), thread, closed=False)

    async def deletes_topic(self, thread: int) -> None:
        """By hand: no bot is told."""
        delete_topic(self.playground.world, self.chat, thread)

    async def migrates(self) -> int:
        """Becomes a supergroup; the new id."""
        return migrate(self.playground.world, self.chat, self._actor(None)).id
