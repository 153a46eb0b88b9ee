"""Text messages: sending and editing them."""

from __future__ import annotations

from typing import Any

from playground.access import existing
from playground.errors import bad
from playground.keyboards import checked_markup, inline
from playground.messages import Message
from playground.methods.sending import caption, formatted_text, send, text_content
from playground.registry import Call, method

UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
WITH_CAPTION = {"photo", "video", "document", "audio", "animation", "voice"}


@method("sendMessage")
def send_message(call: Call) -> dict[str, Any]:
    return send(call, "text", text_content(*formatted_text(call))).json()


def editable(call: Call) -> Message:
    """The message an edit is about, if the bot wrote it."""
    if "inline_message_id" in call.params:
        raise bad("MESSAGE_ID_INVALID")
    for name in ("chat_id", "message_id"):
        if name not in call.params:
            raise bad("message identifier is not specified")
    message = existing(call.chat(), call.params["message_id"], "message to edit not found")
    if message.sender is not call.bot or message.kind == "service" or _is_forward(message):
        raise bad("message can't be edited")
    return message


def _is_forward(message: Message) -> bool:
    return "forward_origin" in message.extra


def change(
    call: Call, message: Message, content: dict[str, Any], kind: str | None = None
) -> dict[str, Any]:
    """Puts new content and keyboard in the message's place, unless they are the same."""
    markup = inline(checked_markup(call.get("reply_markup")))
    if content == message.content and markup == message.markup:
        raise bad(UNCHANGED)
    message.kind = kind or message.kind
    message.content = content
    message.markup = markup
    call.world.edited(message, call.bot)
    return message.json()


@method("editMessageText")
def edit_text(call: Call) -> dict[str, Any]:
    message = editable(call)
    if "text" not in call.params:
        raise bad("message text is empty")
    content = text_content(*formatted_text(call))
    if message.kind != "text":
        raise bad("there is no text in the message to edit")
    return change(call, message, content)


@method("editMessageCaption")
def edit_caption(call: Call) -> dict[str, Any]:
    message = editable(call)
    if message.kind not in WITH_CAPTION:
        raise bad("there is no caption in the message to edit")
    kept = {
        key: value
        for key, value in message.content.items()
        if key not in ("caption", "caption_entities")
    }
    return change(call, message, kept | caption(call))


@method("editMessageReplyMarkup")
def edit_markup(call: Call) -> dict[str, Any]:
    message = editable(call)
    return change(call, message, message.content)
