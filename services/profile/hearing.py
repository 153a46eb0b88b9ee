"""Whether a person who asks to hear of something will: what stands in the way, and its end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from models.memory import knowing
from models.memory.consents import NEWS
from models.memory.profiles import CATEGORY, GUIDE, PRICE_DROP
from models.people import Customer
from models.store import Session
from services.privacy.preferences import changed

GATHERED = (CATEGORY, PRICE_DROP, GUIDE)
DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Lack:
    """Why nothing would be told: a sentence, and the keyboard that mends it."""

    key: str
    keyboard: str
    args: Mapping[str, Any] = field(default_factory=dict)


async def lack_of(tx: Session, now: datetime, customer: Customer) -> Lack | None:
    """What a person has to say first, so that news reach them; None when they do."""
    if NEWS not in await knowing.agreed(tx, customer.id):
        return Lack("subscribed-agree", "agree-news")
    row = await knowing.preference(tx, customer.id)
    if row is not None and row.stopped_at is not None:
        return Lack("subscribed-stopped", "write-again")
    if row is not None and row.paused_until is not None and row.paused_until > now:
        until = {"until": {"day": row.paused_until.isoformat()}}
        return Lack("subscribed-paused", "write-again", until)
    return None


async def hear_again(tx: Session, now: datetime, customer: Customer, kind: str) -> None:
    """Who asks to hear of a kind wants it, whatever they unticked before."""
    row = await knowing.preference(tx, customer.id)
    on = {kind, DIGEST} if kind in GATHERED else {kind}
    if row is not None and on & set(row.muted):
        row = await changed(tx, now, customer.id)
        row.muted = [one for one in row.muted if one not in on]
