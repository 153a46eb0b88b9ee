"""A complaint ends with an outcome in words: asked for where its ticket would be closed."""

from typing import Any

from models.memory import complaining
from models.memory.complaints import OPEN
from models.store import Session
from models.tickets import Ticket
from models.turn import Toast, Turn
from services import promises
from services.spot import Spot

CHOICE = "outcome"
CARD = f"complaint/{CHOICE}"


async def ask_outcome(tx: Session, turn: Turn, ticket: Ticket, spot: Spot) -> bool:
    """Within the story that would close a ticket: True when its complaint is not decided yet.

    The choice of outcomes is opened where somebody acted.
    """
    known = await complaining.of_ticket(tx, ticket.id)
    if known is None or known.state != OPEN:
        return False
    turn.toast = Toast("toast-outcome-first", alert=True)
    await promises.show(
        tx, turn.now, spot.chat_id, CARD, known.id, thread=spot.thread_id, anew=True, alone=True
    )
    return True


def named(outcome: str) -> str:
    """The sentence that names an outcome; one without was closed with its customer's data."""
    return f"outcome-{outcome or 'none'}"


def decided(outcome: str, amount: int, words: str, currency: str) -> dict[str, Any]:
    """The outcome in words, as an argument of a sentence: what, how much, and what was written."""
    lines: list[Any] = [{"key": f"decided-{outcome}"}]
    if amount:
        money = {"money": amount, "currency": currency}
        lines.append({"key": "decided-amount", "args": {"amount": money}})
    if words:
        lines.append(words)
    return {"lines": lines}
