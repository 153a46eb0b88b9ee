"""When a person may be asked how they like it: never too soon, never twice; pure decisions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from models.memory.surveys import CES, CSAT, NPS, ORDER

MUTED_AS = {CSAT: "csat", ORDER: "order_rating", NPS: "nps", CES: "ces"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A person was asked something."""

    kind: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Rules:
    """`spacing`: between any two questions; `nps`: between two of NPS, None when never asked.

    `ces_percent`: of how many resolved tickets in a hundred the effort is asked.
    """

    spacing: timedelta
    nps: timedelta | None
    ces_percent: int


def rules_of(facts: Mapping[str, Any]) -> Rules:
    """What the shop's file says under [feedback]: three days, a quarter, every fifth ticket."""
    given = facts.get("feedback") or {}
    days = int(given.get("nps_days", 90))
    return Rules(
        timedelta(hours=int(given.get("spacing_hours", 72))),
        timedelta(days=days) if days else None,
        int(given.get("ces_percent", 20)),
    )


def may_ask(
    kind: str,
    history: Sequence[Asked],
    now: datetime,
    rules: Rules,
    muted: Collection[str] = (),
) -> bool:
    """Whether somebody who was asked all this may be asked a thing of this kind now.

    `muted`: kinds of messages that they want no more.
    """
    at = earliest(kind, history, now, rules, muted)
    return at is not None and at <= now


def earliest(
    kind: str,
    history: Sequence[Asked],
    now: datetime,
    rules: Rules,
    muted: Collection[str] = (),
) -> datetime | None:
    """The first moment, from now on, at which they may be asked; None: never."""
    if MUTED_AS[kind] in muted or (kind == NPS and rules.nps is None):
        return None
    moments = [now, *(one.at + rules.spacing for one in history)]
    if kind == NPS and rules.nps is not None:
        moments += [one.at + rules.nps for one in history if one.kind == NPS]
    return max(moments)


def quarter_of(moment: datetime) -> str:
    """The quarter of a year, as "2026-Q4"."""
    return f"{moment.year}-Q{(moment.month + 2) // 3}"
