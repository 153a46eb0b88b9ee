"""Messages and chats as a person in the browser page sees them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from playground.accounts import Bot, User
from playground.chats import Chat, GroupChat, PrivateChat, Topic
from playground.menu import commands_for
from playground.messages import Message

MOST_UNREAD = 100


def message_view(message: Message, user: User) -> dict[str, Any]:
    view = message.json()
    view["chat_id"] = message.chat.id_for(user)
    view["thread"] = message.topic
    view["mine"] = message.sender is user
    view["kind"] = message.kind
    view["reactions"] = reactions_view(message, user)
    view["pinned"] = message.id in message.chat.pinned
    if message.keyboard:
        view["keyboard"] = message.keyboard
    return view


def reactions_view(message: Message, user: User) -> list[dict[str, Any]]:
    mine = message.reactions.get(user.id)
    counts = Counter(message.reactions.values())
    return [{"emoji": e, "count": n, "mine": e == mine} for e, n in counts.items()]


def person_view(user: User) -> dict[str, Any]:
    return {
        "id": user.id,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "username": user.username,
        "language_code": user.language_code,
        "premium": user.premium,
    }


def unread(chat: Chat, user: User, topic: int | None = None) -> int:
    """Messages of others after the last one read, in one topic or the whole chat."""
    found = 0
    for message in reversed(chat.messages.values()):
        if message.sender is user or message.deleted:
            continue
        if message.id > read_up_to(chat, user, message.topic) and topic in (None, message.topic):
            found += 1
        if found >= MOST_UNREAD or message.id <= read_up_to(chat, user, None):
            break
    return found


def read_up_to(chat: Chat, user: User, topic: int | None) -> int:
    whole = chat.read.get((user.id, -1), 0)
    return whole if topic is None else max(whole, chat.read.get((user.id, topic), 0))


def mark_read(chat: Chat, user: User, topic: int | None) -> None:
    newest = next(reversed(chat.messages), 0)
    chat.read[user.id, -1 if topic is None else topic] = newest


def unread_event(chat: Chat, user: User, topic: int | None) -> dict[str, Any]:
    return {
        "type": "unread",
        "chat": chat.id_for(user),
        "thread": topic,
        "count": unread(chat, user, topic),
        "total": unread(chat, user),
    }


def last_message(chat: Chat, user: User, topic: int | None = None) -> dict[str, Any] | None:
    for message in reversed(chat.messages.values()):
        if not message.deleted and topic in (None, message.topic):
            return message_view(message, user)
    return None


def topic_view(chat: GroupChat, topic: Topic, user: User) -> dict[str, Any]:
    return {
        "id": topic.id,
        "name": topic.name,
        "icon_color": topic.icon_color,
        "icon": topic.icon_custom_emoji_id,
        "closed": topic.closed,
        "hidden": topic.hidden,
        "unread": unread(chat, user, topic.id),
        "last": last_message(chat, user, topic.id),
    }


def chat_view(chat: Chat, user: User) -> dict[str, Any] | None:
    """The chat as `/api/world` lists it, None when the person is not in it."""
    if isinstance(chat, PrivateChat):
        return private_view(chat.bot, chat, user)
    if isinstance(chat, GroupChat) and user.id in chat.members:
        return group_view(chat, user)
    return None


def private_view(bot: Bot, chat: PrivateChat | None, user: User) -> dict[str, Any]:
    return {
        "id": bot.id,
        "kind": "private",
        "title": bot.first_name,
        "username": bot.username,
        "started": chat is not None,
        "blocked": chat is not None and chat.blocked,
        "unread": unread(chat, user) if chat else 0,
        "last": last_message(chat, user) if chat else None,
        "keyboard": chat.keyboards.get(user.id) if chat else None,
        "commands": commands_for(bot, user, None),
        "can_write": chat is None or not chat.blocked,
    }


def group_view(chat: GroupChat, user: User) -> dict[str, Any]:
    bots = list(chat.bots())
    view: dict[str, Any] = {
        "id": chat.id,
        "kind": chat.kind,
        "forum": chat.forum,
        "title": chat.title,
        "unread": unread(chat, user),
        "last": last_message(chat, user),
        "keyboard": chat.keyboards.get(user.id),
        "commands": [c for bot in bots for c in commands_for(bot, user, chat)],
        "can_write": True,
        "members": [member_view(m.account, m.status) for m in chat.members.values()],
        "pinned": list(reversed(chat.pinned)),
    }
    if chat.forum:
        view["topics"] = [topic_view(chat, topic, user) for topic in chat.topics.values()]
    return view


def member_view(account: Any, status: str) -> dict[str, Any]:
    card = {key: getattr(account, key) for key in ("id", "first_name", "username", "is_bot")}
    return {**card, "status": status}
