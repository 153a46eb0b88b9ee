"""What staff wrote and nobody got: it waits for the press that says where it goes."""

from typing import Any

from models import looking_back
from models.store import Session
from services.errors import Refusal
from services.people import Actor

ALBUM_SPAN = 500
COMMAND = "/"


async def kept_back(tx: Session, actor: Actor, inbox_id: int, chat_id: int) -> list[Any]:
    """A message as it reads now, with the rest of its album.

    Raises Refusal when it is not this person's, is kept no longer, or was edited into a command.
    """
    rows = await looking_back.stored_after(tx, chat_id, inbox_id, inbox_id + ALBUM_SPAN)
    bodies = [body.get("message") or {} for _, body in rows if isinstance(body, dict)]
    if not rows or rows[0][0] != inbox_id or not bodies:
        raise Refusal("button-old")
    first = bodies[0]
    album = first.get("media_group_id")
    if first.get("from", {}).get("id") != actor.tg_id:
        raise Refusal("button-old")
    rest = [one for one in bodies[1:] if album and one.get("media_group_id") == album]
    return await _edited(tx, chat_id, inbox_id, [first, *rest])


async def continues_album(tx: Session, actor: Actor, inbox_id: int, album: str) -> bool:
    """Whether the message before this one in the chat is of the same album."""
    first = max(0, inbox_id - ALBUM_SPAN)
    rows = await looking_back.stored_after(tx, actor.tg_id, first, inbox_id - 1, ALBUM_SPAN)
    message = rows[-1][1].get("message") if rows and isinstance(rows[-1][1], dict) else None
    return isinstance(message, dict) and message.get("media_group_id") == album


async def _edited(tx: Session, chat_id: int, inbox_id: int, said: list[Any]) -> list[Any]:
    newest = await looking_back.edits_of(tx, chat_id, inbox_id, [one["message_id"] for one in said])
    parts = [newest.get(one["message_id"], one) for one in said]
    if any((one.get("text") or one.get("caption") or "").startswith(COMMAND) for one in parts):
        raise Refusal("unknown-staff-command")
    return parts
