"""Deleting and pinning messages, and reacting to them."""

from __future__ import annotations

from playground.access import existing, membership, need_right
from playground.chats import Chat, PrivateChat
from playground.errors import bad
from playground.messages import Message
from playground.pins import pin, unpin
from playground.reactions import ALLOWED, react
from playground.registry import Call, method

TWO_DAYS = 48 * 3600
NO_PINS = "not enough rights to manage pinned messages in the chat"


def check_deletable(call: Call, message: Message) -> None:
    chat = message.chat
    member = membership(call.bot, chat)
    if member is not None and member.may("can_delete_messages"):
        return
    if not isinstance(chat, PrivateChat) and message.sender is not call.bot:
        raise bad("message can't be deleted")
    if call.world.now() - message.date > TWO_DAYS:
        raise bad("message can't be deleted for everyone")


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    missing = "message to delete not found"
    message = existing(call.chat(), call.params["message_id"], missing)
    check_deletable(call, message)
    call.world.delete(message)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    ids = call.params["message_ids"]
    if not 1 <= len(ids) <= 100:
        raise bad("there must be 1-100 message identifiers")
    chat = call.chat()
    messages = [message for message_id in ids if (message := chat.live(message_id))]
    for message in messages:
        check_deletable(call, message)
    for message in messages:
        call.world.delete(message)
    return True


def _pinning(call: Call) -> Chat:
    chat = call.chat()
    need_right(call.bot, chat, "can_pin_messages", NO_PINS)
    return chat


@method("pinChatMessage")
def pin_message(call: Call) -> bool:
    message = existing(_pinning(call), call.params["message_id"], "message to pin not found")
    if message.kind == "service":
        raise bad("message can't be pinned")
    pin(call.world, message, call.bot)
    return True


@method("unpinChatMessage")
def unpin_message(call: Call) -> bool:
    chat = _pinning(call)
    message_id = call.get("message_id") or next(reversed(chat.pinned), 0)
    if message_id not in chat.pinned:
        raise bad("message to unpin not found")
    unpin(call.world, chat, [message_id])
    return True


@method("unpinAllChatMessages")
def unpin_all(call: Call) -> bool:
    chat = _pinning(call)
    unpin(call.world, chat, list(chat.pinned))
    return True


@method("unpinAllForumTopicMessages", "unpinAllGeneralForumTopicMessages")
def unpin_topic(call: Call) -> bool:
    chat = _pinning(call)
    thread = call.get("message_thread_id", 0)
    if thread not in chat.topics:
        raise bad("message thread not found")
    there = [m for m in chat.pinned if chat.messages[m].topic == thread]
    unpin(call.world, chat, there)
    return True


@method("setMessageReaction")
def set_reaction(call: Call) -> bool:
    missing = "message to react not found"
    message = existing(call.chat(), call.params["message_id"], missing)
    wanted = call.get("reaction", [])
    if len(wanted) > 1:
        raise bad("REACTIONS_TOO_MANY")
    emoji = wanted[0].get("emoji", "") if wanted else ""
    if wanted and emoji not in ALLOWED:
        raise bad("REACTION_INVALID")
    if message.kind == "service":
        raise bad("REACTION_INVALID")
    react(call.world, message, call.bot, emoji)
    return True
