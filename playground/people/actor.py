"""What every act of a person needs: the person, the chat, the topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playground.accounts import Bot, User
from playground.chats import Chat, GroupChat, PrivateChat
from playground.errors import Refusal
from playground.groups import Group
from playground.messages import Message

if TYPE_CHECKING:
    from playground.server import Playground
    from playground.world import World

Where = Group | Chat | Bot | int | None
Reply = Message | int | None


class Actor:
    def __init__(self, playground: Playground, user: User) -> None:
        self.playground = playground
        self.user = user
        self.mark = 0
        self.found: dict[Message, int] = {}

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def world(self) -> World:
        return self.playground.world

    def acted(self) -> None:
        """What this person waits for from now on is what comes after this act."""
        self.mark = self.world.changes

    def chat(self, where: Where = None) -> Chat:
        """The chat meant; a private chat begins when it is asked for."""
        place = self._place(where)
        if isinstance(place, Bot):
            return self.world.private(place, self.user)
        if isinstance(place, GroupChat) and self.user.id not in place.members:
            raise Refusal(f"{self.user.first_name} is not in {place.title}")
        return place

    def known_chat(self, where: Where = None) -> Chat | None:
        """As `chat`, but a private chat that was never begun stays so."""
        place = self._place(where)
        return place.chats.get(self.user.id) if isinstance(place, Bot) else self.chat(place)

    def _place(self, where: Where) -> Chat | Bot:
        if where is None:
            return self.playground.bot
        if isinstance(where, Group):
            return where.chat
        if isinstance(where, int):
            return self._by_id(where)
        return where

    def _by_id(self, chat_id: int) -> Chat | Bot:
        group = self.world.groups.get(chat_id)
        if group is not None:
            return group.migrated_to or group
        bot = self.world.bot_by_id(chat_id)
        if bot is None:
            raise Refusal("no such chat", 404)
        return bot

    def chats(self) -> list[Chat]:
        """All chats this person sees."""
        private: list[Chat] = [
            bot.chats[self.id] for bot in self.world.bots.values() if self.id in bot.chats
        ]
        groups = self.world.groups.values()
        return private + [g for g in groups if self.id in g.members and not g.migrated_to]

    def message(self, chat: Chat, which: Message | int) -> Message:
        found = chat.live(which.id if isinstance(which, Message) else which)
        if found is None:
            raise Refusal("no such message", 404)
        return found

    def own(self, which: Message | int, where: Where) -> Message:
        chat = which.chat if isinstance(which, Message) else self.chat(where)
        message = self.message(chat, which)
        if message.sender is not self.user:
            raise Refusal("that message is somebody else's")
        return message

    def writable(
        self, where: Where, thread: int | None, reply_to: Reply
    ) -> tuple[Chat, int | None, Message | None]:
        """Chat, topic and replied message of something this person is about to send."""
        chat = self.chat(where)
        if isinstance(chat, PrivateChat) and chat.blocked:
            raise Refusal("the bot is blocked: unblock it first")
        target = None if reply_to is None else self.message(chat, reply_to)
        if thread is None and target is not None and target.is_topic:
            thread = target.thread
        if chat.forum:
            self._check_topic(chat, thread or 0)
        return chat, thread or None, target

    def _check_topic(self, chat: Chat, thread: int) -> None:
        topic = chat.topics.get(thread)
        if topic is None:
            raise Refusal("no such topic", 404)
        member = chat.members[self.id] if isinstance(chat, GroupChat) else None
        if topic.closed and member is not None and not member.is_admin:
            raise Refusal("the topic is closed")

    def post(
        self,
        kind: str,
        content: dict[str, Any],
        where: Where,
        thread: int | None,
        reply_to: Reply,
        **details: Any,
    ) -> Message:
        chat, place, target = self.writable(where, thread, reply_to)
        sender = details.pop("sender", self.user)
        message = self.world.post(
            chat, sender, kind, content, thread=place, reply_to=target, **details
        )
        self.acted()
        return message
