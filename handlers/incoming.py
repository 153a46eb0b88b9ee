"""From Telegram's message to the desk's plain values."""

from typing import Any

from aiogram.types import Message, User

from handlers.texts import clean
from services.incoming import Incoming, Sender

FILES = ("voice", "video", "video_note", "document", "audio", "animation", "sticker", "live_photo")
SAID = frozenset(FILES) | {
    *(
        "text",
        "photo",
        "story",
        "paid_media",
        "game",
        "poll",
        "quiz",
        "dice",
        "checklist",
        "rich_message",
    ),
    *("contact", "location", "venue", "invoice", "giveaway", "giveaway_winners", "unknown"),
}
UNCOPYABLE = frozenset(
    {
        *("invoice", "giveaway", "giveaway_winners", "paid_media", "game", "story"),
        *("checklist", "quiz", "unknown"),
    }
)


def sender_of(user: User) -> Sender:
    """Who wrote, cleaned of what a database or Telegram can't hold."""
    name = clean(user.full_name).strip() or str(user.id)
    first_name = clean(user.first_name).strip()
    return Sender(user.id, name, user.username, user.language_code, first_name)


def is_said(message: Message) -> bool:
    """Whether somebody says something, and Telegram does not merely report an event."""
    return kind_of(message) in SAID


def kind_of(message: Message) -> str:
    """What a message is: text, photo, voice, and so on."""
    if message.poll is not None and message.poll.type == "quiz":
        return "quiz"
    return str(message.content_type).removeprefix("ContentType.").lower()


def incoming_of(message: Message) -> Incoming:
    """A message as the desk takes it in."""
    user = message.from_user
    if user is None:
        raise ValueError("a message of nobody")
    kind = kind_of(message)
    return Incoming(
        sender=sender_of(user),
        chat_id=message.chat.id,
        tg_id=message.message_id,
        kind=kind,
        text=clean(message.text or message.caption or "").strip(),
        html=clean(message.html_text) if message.text or message.caption else "",
        sent_at=message.date,
        file_id=_file(message),
        album=message.media_group_id,
        copyable=kind not in UNCOPYABLE and not message.has_protected_content,
        reply_to=message.reply_to_message.message_id if message.reply_to_message else None,
        thread_id=message.message_thread_id if message.is_topic_message else None,
        extra=_extra(message),
    )


def _file(message: Message) -> str | None:
    found = _media(message)
    return str(found.file_id) if found is not None else None


def _media(message: Message) -> Any:
    if message.photo:
        return message.photo[-1]
    return next((found for name in FILES if (found := getattr(message, name, None))), None)


def _extra(message: Message) -> dict[str, Any]:
    if message.contact is not None:
        return {"phone": message.contact.phone_number, "owner": message.contact.user_id}
    if message.location is not None:
        return {"latitude": message.location.latitude, "longitude": message.location.longitude}
    found = _media(message)
    said = {"emoji": message.sticker.emoji} if message.sticker and message.sticker.emoji else {}
    return {"unique": found.file_unique_id, **said} if found is not None else {}
