"""The one way in which the shop writes of its own accord: a notice in the person's line."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from models.memory import gating, lines
from models.store import Session
from services.privacy.kinds import KINDS


async def offer(
    tx: Session,
    now: datetime,
    customer_id: int,
    kind: str,
    dedup: str,
    payload: Mapping[str, Any],
    *,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
) -> bool:
    """Within a story: the gate sends, holds or drops it; False when it was offered before.

    `kind`: a name of KINDS. `dedup` tells the same news apart for one person. `payload`: a
    sentence ({"key", "args", "keyboard"}) or a card ({"card", "id"}).
    """
    if kind not in KINDS:
        raise ValueError(f"no kind of notice is called {kind}")
    ref, start = secrets.token_urlsafe(9), not_before or now
    values = lines.values_of(ref, customer_id, kind, dedup, dict(payload), now, start, expires_at)
    return await lines.put(tx, values) is not None


async def offer_many(
    tx: Session,
    now: datetime,
    kind: str,
    told: Sequence[tuple[int, Mapping[str, Any]]],
    dedup: str,
    *,
    expires_at: datetime | None = None,
) -> None:
    """The same as `offer` for many people at once; `told`: customer and payload of each."""
    if kind not in KINDS:
        raise ValueError(f"no kind of notice is called {kind}")
    rows = [
        lines.values_of(
            secrets.token_urlsafe(9), one, kind, dedup, dict(payload), now, now, expires_at
        )
        for one, payload in told
    ]
    await lines.put_many(tx, rows)


async def withdraw(tx: Session, now: datetime, customer_id: int, dedup: str) -> None:
    """Within a story: what was offered with a `dedup` that begins so is of no use any more.

    What a person has before them already stays; all else is never shown, promised or not.
    """
    await gating.withdraw(tx, now, customer_id, dedup)
