"""The life of forum topics."""

from __future__ import annotations

from functools import partial
from typing import Any

from playground.accounts import Account, User
from playground.chats import GroupChat, Topic
from playground.errors import Refusal
from playground.views import topic_view
from playground.world import World

COLORS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)


def create_topic(
    world: World,
    chat: GroupChat,
    actor: Account,
    name: str,
    color: int | None = None,
    icon: str | None = None,
) -> Topic:
    """A topic's id is the id of its first message, which tells of its creation."""
    chosen = COLORS[len(chat.topics) % len(COLORS)] if color is None else color
    card: dict[str, Any] = {"name": name, "icon_color": chosen}
    if icon:
        card["icon_custom_emoji_id"] = icon
    thread = chat.peek_id()
    topic = chat.topics[thread] = Topic(thread, name, chosen, icon)
    world.service(chat, actor, {"forum_topic_created": card}, thread)
    told(world, chat, topic, "created")
    return topic


def told(world: World, chat: GroupChat, topic: Topic, change: str) -> None:
    for user in chat.users():
        world.hub.tell(user.id, partial(_topic_event, chat, topic, user, change))


def _topic_event(chat: GroupChat, topic: Topic, user: User, change: str) -> dict[str, Any]:
    body = {"topic": topic_view(chat, topic, user), "change": change}
    return {"type": "topic", "chat": chat.id, "thread": topic.id, **body}


def found(chat: GroupChat, thread: int) -> Topic:
    if thread not in chat.topics:
        raise Refusal("no such topic", 404)
    return chat.topics[thread]


def change_topic(
    world: World, chat: GroupChat, actor: Account, thread: int, *, closed: bool
) -> None:
    topic = found(chat, thread)
    if topic.closed == closed:
        return
    topic.closed = closed
    word = "closed" if closed else "reopened"
    world.service(chat, actor, {f"forum_topic_{word}": {}}, thread)
    told(world, chat, topic, word)


def delete_topic(world: World, chat: GroupChat, thread: int) -> None:
    """Topic and messages are gone; nobody is sent an update."""
    topic = found(chat, thread)
    if not thread:
        raise Refusal("General can't be deleted")
    for message in list(chat.messages.values()):
        if message.thread == thread:
            message.deleted = True
    told(world, chat, topic, "deleted")
    del chat.topics[thread]
