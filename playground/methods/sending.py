"""What all methods that send have in common: place, reply, text, keyboard."""

from __future__ import annotations

from typing import Any

from playground.access import open_thread
from playground.chats import Chat
from playground.entities import Entity, Parsed, checked_caption, checked_text
from playground.errors import bad
from playground.keyboards import checked_markup, inline, reply
from playground.messages import Message
from playground.registry import Call
from playground.units import utf16

ABSENT = (
    "business_connection_id",
    "direct_messages_topic_id",
    "ephemeral_message_parameters",
    "receiver_user_id",
    "suggested_post_parameters",
)


def formatted_text(call: Call, name: str = "text", entities: str = "entities") -> Parsed:
    text, found = checked_text(call.params[name], call.get("parse_mode"), call.get(entities))
    return text, with_users(call, found)


def caption(call: Call, params: dict[str, Any] | None = None) -> dict[str, Any]:
    """The caption's part of a message's content."""
    source = call.params if params is None else params
    text, entities = checked_caption(
        source.get("caption", ""), source.get("parse_mode"), source.get("caption_entities")
    )
    if not text:
        return {}
    content: dict[str, Any] = {"caption": text}
    if entities:
        content["caption_entities"] = with_users(call, entities)
    return content


def with_users(call: Call, entities: list[Entity]) -> list[Entity]:
    """Mentions by id become mentions of people, or nothing when nobody has that id."""
    if not any("user_id" in entity for entity in entities):
        return entities
    found = []
    for entity in entities:
        user_id = entity.pop("user_id", None)
        user = call.world.users.get(user_id) if user_id else None
        if user:
            entity["user"] = user.json()
        if user or user_id is None:
            found.append(entity)
    return found


def text_content(text: str, entities: list[Entity]) -> dict[str, Any]:
    return {"text": text, "entities": entities} if entities else {"text": text}


def replied(call: Call, chat: Chat) -> Message | None:
    given = call.get("reply_parameters") or {}
    message_id = given.get("message_id") or call.get("reply_to_message_id")
    if not message_id:
        return None
    if given.get("chat_id", chat.id) != chat.id:
        raise bad("the playground does not carry out replies to other chats")
    target = chat.live(message_id)
    lenient = given.get("allow_sending_without_reply") or call.get("allow_sending_without_reply")
    if target is None and not lenient:
        raise bad("message to be replied not found")
    if target is not None and given.get("quote", "") not in target.text:
        raise bad("QUOTE_TEXT_INVALID")
    return target


def _refuse_what_is_not_there(call: Call) -> None:
    for name in ABSENT:
        if name in call.params:
            raise bad(f"the playground does not carry out {name}")


def send(call: Call, kind: str, content: dict[str, Any], **extra: Any) -> Message:
    """Posts the content where the call says, with its reply and keyboard."""
    _refuse_what_is_not_there(call)
    chat = call.chat()
    markup = checked_markup(call.get("reply_markup"))
    target = replied(call, chat)
    thread = open_thread(call.bot, chat, call.get("message_thread_id"))
    if thread is None and target is not None and target.is_topic and target.chat is chat:
        thread = open_thread(call.bot, chat, target.thread)
    message = call.world.post(
        chat,
        call.bot,
        kind,
        content,
        thread=thread,
        reply_to=target,
        markup=inline(markup),
        keyboard=reply(markup),
        extra=extra | _further(call, target),
    )
    remember_keyboard(message)
    return message


def _further(call: Call, target: Message | None) -> dict[str, Any]:
    extra: dict[str, Any] = {}
    if call.get("protect_content"):
        extra["has_protected_content"] = True
    quote = (call.get("reply_parameters") or {}).get("quote")
    if quote and target is not None:
        before = target.text.partition(quote)[0]
        extra["quote"] = {"text": quote, "position": utf16(before), "is_manual": True}
    return extra


def remember_keyboard(message: Message) -> None:
    """A reply keyboard stays in force for the people of the chat until replaced or removed."""
    keyboard = message.keyboard
    if keyboard is None or "force_reply" in keyboard:
        return
    for user in message.chat.users():
        if "remove_keyboard" in keyboard:
            message.chat.keyboards.pop(user.id, None)
        else:
            message.chat.keyboards[user.id] = keyboard
