"""The world: people, bots, chats and what happens between them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

from playground.accounts import Account, Bot, User
from playground.chats import Chat, GroupChat, PrivateChat
from playground.clock import Clock
from playground.events import Hub
from playground.files import Files
from playground.messages import Message
from playground.privacy import bot_sees
from playground.views import message_view, unread_event

FIRST_PERSON = 5_000_001
FIRST_GROUP = -4_000_001
FIRST_SUPERGROUP = -1_001_000_000_001


class World:
    def __init__(self) -> None:
        self.clock = Clock()
        self.hub = Hub()
        self.bots: dict[str, Bot] = {}
        self.clear()

    def clear(self) -> None:
        """Forgets everything but the bots' accounts."""
        self.users: dict[int, User] = {}
        self.groups: dict[int, GroupChat] = {}
        self.files = Files()
        self.changes = 0
        self._people_ids = count(FIRST_PERSON)
        self._group_ids = count(FIRST_GROUP, -1)
        self._supergroup_ids = count(FIRST_SUPERGROUP, -1)
        self._serial = count(1)
        for bot in self.bots.values():
            bot.forget()

    def add_bot(self, token: str, username: str, name: str) -> Bot:
        bot_id = int(token.partition(":")[0])
        bot = Bot(bot_id, name, username=username, is_bot=True, token=token)
        self.bots[token] = bot
        return bot

    def bot_by_id(self, bot_id: int) -> Bot | None:
        return next((bot for bot in self.bots.values() if bot.id == bot_id), None)

    def add_user(self, user_id: int | None, **card: Any) -> User:
        free = (one for one in self._people_ids if one not in self.users)
        user = User(user_id or next(free), **card)
        user.phone = user.phone or f"+7900{user.id % 10_000_000:07d}"
        self.users[user.id] = user
        return user

    def add_group(self, title: str, *, supergroup: bool, forum: bool) -> GroupChat:
        wide = supergroup or forum
        chat_id = next(self._supergroup_ids if wide else self._group_ids)
        group = GroupChat(chat_id, title, supergroup=wide, forum=forum)
        self.groups[chat_id] = group
        return group

    def private(self, bot: Bot, user: User) -> PrivateChat:
        """The chat of the two, begun by the person."""
        chat = bot.chats.get(user.id)
        if chat is None:
            chat = bot.chats[user.id] = PrivateChat(bot, user)
        return chat

    def now(self) -> int:
        return int(self.clock.now())

    def serial(self) -> str:
        """A number that never repeats, for albums, queries, polls and files."""
        return str(10_000_000_000 + next(self._serial))

    def post(
        self,
        chat: Chat,
        sender: Account,
        kind: str,
        content: dict[str, Any],
        *,
        thread: int | None = None,
        **details: Any,
    ) -> Message:
        """A new message, seen by everybody in the chat."""
        message = Message(chat, chat.next_id(), sender, self.now(), kind, content, **details)
        self._place(message, thread)
        chat.messages[message.id] = message
        self._changed(message)
        self._tell_bots("message", message, sender)
        self._tell_people(message, "message")
        return message

    def service(
        self, chat: Chat, actor: Account, content: dict[str, Any], thread: int | None = None
    ) -> Message:
        return self.post(chat, actor, "service", content, thread=thread)

    @staticmethod
    def _place(message: Message, thread: int | None) -> None:
        chat = message.chat
        if chat.forum:
            message.thread = thread or None
            message.is_topic = bool(thread)
        elif chat.kind == "supergroup" and message.reply_to:
            message.thread = message.reply_to.thread or message.reply_to.id

    def edited(self, message: Message, editor: Account) -> None:
        message.extra["edit_date"] = self.now()
        self.altered(message)
        if not message.sender.is_bot:
            self._tell_bots("edited_message", message, editor)

    def altered(self, message: Message) -> None:
        """The message looks different now, without having been edited by its sender."""
        message.version += 1
        self._changed(message)
        self._tell_people(message, "edited")

    def delete(self, message: Message) -> None:
        message.deleted = True
        chat = message.chat
        if message.id in chat.pinned:
            chat.pinned.remove(message.id)
        self.notify(message.chat, message.topic, "deleted", message_id=message.id)

    def _changed(self, message: Message) -> None:
        self.changes += 1
        message.changed = self.changes
        message.chat.changes.append(message)

    def _tell_bots(self, kind: str, message: Message, actor: Account) -> None:
        from_bot = message.sender.is_bot and "sender_chat" not in message.extra
        if from_bot and message.kind != "service":
            return
        now = self.clock.now()
        for bot in message.chat.bots():
            if message.kind == "service" or (bot is not actor and bot_sees(bot, message)):
                bot.updates.push(kind, message.json(), now, message.chat.id)

    def _tell_people(self, message: Message, event: str) -> None:
        chat = message.chat
        for user in chat.users():
            self.hub.tell(user.id, _event(event, chat, user, message))
            if event == "message" and user is not message.sender:
                self.hub.tell(user.id, partial(unread_event, chat, user, message.topic))

    def notify(self, chat: Chat, thread: int | None, event: str, **fields: Any) -> None:
        """Tells everybody in the chat of something that is no message."""
        for user in chat.users():
            body = {"type": event, "chat": chat.id_for(user), "thread": thread, **fields}
            self.hub.say(user.id, body)


def _event(event: str, chat: Chat, user: User, message: Message) -> Callable[[], dict[str, Any]]:
    return lambda: {
        "type": event,
        "chat": chat.id_for(user),
        "thread": message.topic,
        "message": message_view(message, user),
    }
