"""How far a retraining is, and how long it may still take: pure functions of what it said last."""

from datetime import datetime
from math import ceil

# The stages of a retraining in order, with their usual share of its time in hundredths.
STAGES = {"read": 2, "embed": 25, "ngrams": 15, "encoder": 30, "compare": 8, "curve": 17, "draw": 3}
SOON = 0.04


def share(stage: str, done: int, total: int) -> float:
    """The part of the work that is behind, in 0..1; a stage nobody knows counts as the start."""
    if stage not in STAGES:
        return 0.0
    names = list(STAGES)
    before = sum(STAGES[name] for name in names[: names.index(stage)])
    within = min(1.0, max(0.0, done / total)) if total > 0 else 0.0
    return (before + STAGES[stage] * within) / sum(STAGES.values())


def minutes_left(started: datetime, now: datetime, behind: float) -> int | None:
    """Whole minutes, at least one; None while too little is behind to tell."""
    spent = (now - started).total_seconds()
    if behind < SOON or spent <= 0:
        return None
    return max(1, ceil(spent * (1 - behind) / behind / 60))
