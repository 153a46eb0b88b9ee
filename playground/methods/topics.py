"""Forum topics as bots make, change and delete them."""

from __future__ import annotations

from typing import Any

from playground.access import group_only, need_right
from playground.chats import GroupChat, Topic
from playground.errors import bad
from playground.registry import Call, method
from playground.topics import COLORS, change_topic, create_topic, delete_topic, told

NAME_LIMIT = 128


def forum(call: Call, verb: str) -> GroupChat:
    chat = group_only(call.chat())
    if not chat.forum:
        raise bad("the chat is not a forum")
    need_right(call.bot, chat, "can_manage_topics", f"not enough rights to {verb} a topic")
    return chat


def topic_of(call: Call, verb: str) -> tuple[GroupChat, Topic]:
    chat = forum(call, verb)
    thread = 0 if "General" in call.method else call.params["message_thread_id"]
    if thread == 0 and "General" not in call.method:
        raise bad("TOPIC_ID_INVALID")
    topic = chat.topics.get(thread)
    if topic is None:
        raise bad("TOPIC_ID_INVALID")
    return chat, topic


def checked_name(name: str) -> str:
    if not name.strip():
        raise bad("TOPIC_TITLE_EMPTY")
    if len(name) > NAME_LIMIT:
        raise bad("topic name is too long")
    return name.strip()


@method("createForumTopic")
def create(call: Call) -> dict[str, Any]:
    chat = forum(call, "create")
    color = call.get("icon_color")
    if color is not None and color not in COLORS:
        raise bad("invalid icon color")
    name = checked_name(call.params["name"])
    icon = call.get("icon_custom_emoji_id")
    return create_topic(call.world, chat, call.bot, name, color, icon).json()


@method("editForumTopic", "editGeneralForumTopic")
def edit(call: Call) -> bool:
    chat, topic = topic_of(call, "edit")
    changes: dict[str, Any] = {}
    if "name" in call.params and checked_name(call.params["name"]) != topic.name:
        changes["name"] = topic.name = checked_name(call.params["name"])
    icon = call.get("icon_custom_emoji_id")
    if icon is not None and icon != (topic.icon_custom_emoji_id or ""):
        changes["icon_custom_emoji_id"] = topic.icon_custom_emoji_id = icon
    if not changes:
        raise bad("TOPIC_NOT_MODIFIED")
    call.world.service(chat, call.bot, {"forum_topic_edited": changes}, topic.id or None)
    told(call.world, chat, topic, "edited")
    return True


def _close(call: Call, closed: bool) -> bool:
    chat, topic = topic_of(call, "close" if closed else "reopen")
    if topic.closed == closed:
        raise bad("TOPIC_NOT_MODIFIED")
    change_topic(call.world, chat, call.bot, topic.id, closed=closed)
    return True


@method("closeForumTopic", "closeGeneralForumTopic")
def close(call: Call) -> bool:
    return _close(call, True)


@method("reopenForumTopic", "reopenGeneralForumTopic")
def reopen(call: Call) -> bool:
    return _close(call, False)


@method("deleteForumTopic")
def delete(call: Call) -> bool:
    chat, topic = topic_of(call, "delete")
    need_right(call.bot, chat, "can_delete_messages", "not enough rights to delete the topic")
    delete_topic(call.world, chat, topic.id)
    return True


@method("hideGeneralForumTopic", "unhideGeneralForumTopic")
def hide(call: Call) -> bool:
    chat, topic = topic_of(call, "hide")
    hidden = call.method.startswith("hide")
    if topic.hidden == hidden:
        raise bad("TOPIC_NOT_MODIFIED")
    topic.hidden = topic.closed = hidden
    word = "hidden" if hidden else "unhidden"
    call.world.service(chat, call.bot, {f"general_forum_topic_{word}": {}})
    told(call.world, chat, topic, word)
    return True
