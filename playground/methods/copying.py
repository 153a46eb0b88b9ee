"""Copies and forwards of messages, one or many."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

from playground.access import existing, readable
from playground.accounts import User
from playground.chats import Chat
from playground.content import Content, dice, media_group
from playground.errors import ApiError, bad
from playground.messages import Message
from playground.methods.messages import WITH_CAPTION
from playground.methods.sending import caption, send
from playground.polls import poll_content
from playground.registry import Call, method

MOST = 100
UNCOPYABLE = {"service", "invoice", "giveaway"}


def source_chat(call: Call) -> Chat:
    return readable(call.world, call.bot, call.params["from_chat_id"])


def can_copy(message: Message) -> bool:
    poll = message.content.get("poll", {})
    hidden = poll.get("type") == "quiz" and "correct_option_ids" not in poll
    return message.kind not in UNCOPYABLE and not protected(message) and not hidden


def can_forward(message: Message) -> bool:
    return message.kind != "service" and not protected(message)


def protected(message: Message) -> bool:
    return bool(message.extra.get("has_protected_content"))


def copied(call: Call, message: Message) -> Content:
    """The content as a copy shows it: a fresh poll, a new throw of the dice."""
    if message.kind == "poll":
        poll = message.content["poll"]
        names = ("is_anonymous", "type", "allows_multiple_answers", "correct_option_ids")
        kept = {name: poll.get(name) for name in names}
        return poll_content(call.world, poll["question"], poll["options"], **kept)
    if message.kind == "dice":
        return dice(message.content["dice"]["emoji"])
    return message.content


def without_caption(content: Content) -> Content:
    return {k: v for k, v in content.items() if k not in ("caption", "caption_entities")}


@method("copyMessage")
def copy_message(call: Call) -> dict[str, int]:
    missing = "message to copy not found"
    message = existing(source_chat(call), call.params["message_id"], missing)
    if not can_copy(message):
        raise bad("message can't be copied")
    content = copied(call, message)
    if "caption" in call.params and message.kind in WITH_CAPTION:
        content = without_caption(content) | caption(call)
    return {"message_id": send(call, message.kind, content).id}


@method("forwardMessage")
def forward_message(call: Call) -> dict[str, Any]:
    missing = "message to forward not found"
    message = existing(source_chat(call), call.params["message_id"], missing)
    if not can_forward(message):
        raise bad("message can't be forwarded")
    return send(call, message.kind, message.content, forward_origin=origin(message)).json()


def origin(message: Message) -> dict[str, Any]:
    """Where a forwarded message comes from, hidden if its author wishes so."""
    if "forward_origin" in message.extra:
        return dict(message.extra["forward_origin"])
    base = {"date": message.date}
    if "sender_chat" in message.extra:
        return {"type": "chat", "sender_chat": message.extra["sender_chat"], **base}
    sender = message.sender
    if isinstance(sender, User) and sender.hides_forwards:
        return {"type": "hidden_user", "sender_user_name": sender.name, **base}
    return {"type": "user", "sender_user": sender.json(), **base}


def _several(call: Call) -> list[Message]:
    """The messages of the list that are there."""
    ids = call.params["message_ids"]
    if not ids:
        raise bad("message identifiers are not specified")
    if len(ids) > MOST:
        raise bad("too many message identifiers specified")
    if any(later <= earlier for earlier, later in pairwise(ids)):
        raise bad("message identifiers must be in a strictly increasing order")
    chat = source_chat(call)
    return [message for message_id in ids if (message := chat.live(message_id))]


def _new_albums(call: Call, messages: list[Message]) -> dict[str, str]:
    """Albums stay albums where at least two of their items come along."""
    counts = Counter(message.album for message in messages if message.album)
    return {album: media_group(call.world) for album, items in counts.items() if items > 1}


@method("copyMessages", "forwardMessages")
def many(call: Call) -> list[dict[str, int]]:
    copy = call.method == "copyMessages"
    allowed = can_copy if copy else can_forward
    messages = [message for message in _several(call) if allowed(message)]
    if not messages:
        raise _nothing(copy)
    albums = _new_albums(call, messages)
    sent = []
    for message in messages:
        extra: dict[str, Any] = {} if copy else {"forward_origin": origin(message)}
        if message.album in albums:
            extra["media_group_id"] = albums[message.album]
        content = copied(call, message) if copy else message.content
        if call.get("remove_caption"):
            content = without_caption(content)
        sent.append({"message_id": send(call, message.kind, content, **extra).id})
    return sent


def _nothing(copy: bool) -> ApiError:
    return bad(f"there are no messages to {'copy' if copy else 'forward'}")
