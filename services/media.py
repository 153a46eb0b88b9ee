"""A message's file is replaced by another one: what counts as that, and which copies can follow."""

from collections.abc import Mapping
from typing import Any

from models import messages
from models.messages import NAME_LINE, Message
from models.store import Session
from services.incoming import Incoming

REPLACEABLE = ("photo", "video", "animation", "document", "audio")
WITH_FILE = ("caption", "barecap")


def is_other_media(message: Message, incoming: Incoming) -> bool:
    """Whether the file or the kind is another one now."""
    return message.kind != incoming.kind or _unique(message.extra) != _unique(incoming.extra)


def replace(message: Message, incoming: Incoming) -> None:
    """Store that a message has another file; from now on its copies are edited with it."""
    message.kind = incoming.kind
    message.extra = {**message.extra, **incoming.extra, "replaced": True}


def is_replaced(message: Message) -> bool:
    """Whether copies made before must get the message's present file, and can."""
    return "replaced" in message.extra and message.kind in REPLACEABLE and bool(message.file_id)


async def stays_behind(tx: Session, message: Message, chat_id: int) -> bool:
    """Whether a copy in a chat can't get the message's present file."""
    copies = [
        copy
        for copy in await messages.relays_of(tx, message.id)
        if copy.chat_id == chat_id and copy.form != NAME_LINE
    ]
    follows = is_replaced(message) and all(copy.form in WITH_FILE for copy in copies)
    return bool(copies) and not follows


def _unique(extra: Mapping[str, Any]) -> Any:
    return extra.get("unique")
