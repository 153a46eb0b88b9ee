"""Where somebody did something, so that the answer stands there as well."""

from dataclasses import dataclass
from typing import Any

from models.store import Session
from models.turn import Turn
from services import promises
from services.people import Actor

DONE = "👌"
NOTED = "✍"


@dataclass(frozen=True, slots=True)
class Spot:
    """A chat, its topic, the person's message, and the message of a pressed button.

    `topic_unknown`: the pressed message is one of a group that Telegram no longer shows.
    """

    chat_id: int
    thread_id: int | None = None
    tg_id: int | None = None
    pressed: int | None = None
    topic_unknown: bool = False


async def answer(
    tx: Session, turn: Turn, spot: Spot, actor: Actor, key: str, **details: Any
) -> None:
    """Say something where somebody acted, in their language."""
    await promises.say(
        tx,
        turn.now,
        spot.chat_id,
        actor.language,
        key,
        thread_id=spot.thread_id,
        reply_to=spot.tg_id,
        **details,
    )


async def nod(tx: Session, turn: Turn, spot: Spot, emoji: str = DONE) -> None:
    """A command was carried out; a press has its toast, and its question is taken away."""
    if spot.tg_id is not None:
        await promises.react(tx, turn.now, spot.chat_id, spot.tg_id, emoji)
    if spot.pressed is not None:
        await promises.delete(tx, turn.now, spot.chat_id, spot.pressed)
