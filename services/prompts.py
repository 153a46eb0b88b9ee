"""Questions that wait for words: where each person's last one stands, until it is answered."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from models import cards
from models.people import Customer
from models.store import Session
from models.turn import Turn
from services import promises
from services.errors import Refusal
from services.outcomes import Outcome
from services.people import Actor
from services.spot import Spot, answer

PROMPT = "prompt"
WAITS, ENDED = "waits", "ended"
PATIENCE = timedelta(minutes=20)
LATELY = timedelta(hours=12)  # so long words that come too late are asked about


def place_of(payload: Mapping[str, Any], chat_id: int, thread_id: int | None) -> str | None:
    """What the place of a promised question is kept under, like a card's; None of what asks not."""
    who = payload.get(PROMPT)
    return _key(who, chat_id, thread_id) if who else None


def _key(who: int, chat_id: int, thread_id: int | None) -> str:
    return f"{PROMPT}:{who}:{chat_id}:{thread_id or 0}"


async def ask(tx: Session, turn: Turn, customer: Customer, key: str, **details: Any) -> None:
    """Ask a customer for words, in their chat."""
    await wait(tx, turn, customer.tg_id, Spot(customer.tg_id))
    to = (turn.now, customer.tg_id, customer.language)
    await promises.say(tx, *to, key, prompt=customer.tg_id, **details)


async def ask_staff(
    tx: Session,
    turn: Turn,
    spot: Spot,
    actor: Actor,
    key: str,
    *,
    keyboard: Mapping[str, Any] | None = None,
    **args: Any,
) -> None:
    """Ask staff for words where they acted; the question says until when they are waited for.

    Refuses where nobody can tell the topic: the words would go to a customer instead.
    """
    if spot.topic_unknown:
        raise Refusal("staff-topic-unknown")
    await wait(tx, turn, actor.tg_id, spot)
    until = {"by": (turn.now + PATIENCE).isoformat(), "now": turn.now.isoformat()}
    said = {"question": {"key": key, "args": args}, "until": until}
    more = {"keyboard": keyboard, "prompt": actor.tg_id}
    await answer(tx, turn, spot, actor, "staff-prompt", **more, **said)


async def wait(tx: Session, turn: Turn, who: int, spot: Spot) -> None:
    """From now on somebody's next words in a place are the answer."""
    key = _key(who, spot.chat_id, spot.thread_id)
    await cards.stands(tx, key, spot.chat_id, None, WAITS, turn.now, spot.thread_id)


async def end(tx: Session, turn: Turn, who: int, spot: Spot | None = None) -> None:
    """The words came, or none will: nothing can be pressed under the question any more.

    `spot`: where it was asked; in private without one.
    """
    where = spot or Spot(who)
    card = await cards.hold(tx, _key(who, where.chat_id, where.thread_id))
    if card is not None:
        if card.tg_id is not None:
            await promises.take_buttons(tx, turn.now, where.chat_id, card.tg_id)
        card.tg_id, card.digest = None, ENDED


async def came(tx: Session, outcome: Outcome) -> None:
    """A question has been sent: an older one loses its buttons, and it too when it has ended."""
    card, tg_id = await cards.hold(tx, outcome.card_key or ""), outcome.tg_ids[0]
    over = card is None or card.digest == ENDED
    bare = tg_id if card is None or over else card.tg_id
    if bare is not None:
        await promises.take_buttons(tx, outcome.at, outcome.row.chat_id, bare)
    if card is not None and not over:
        card.tg_id = tg_id
