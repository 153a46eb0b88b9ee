"""Route, ask or triage: thresholds chosen for a stated share of wrong routes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from classifier.arrays import AnyArray, Floats, Ints
from classifier.verdict import Decision

RIGHT_WHEN_ROUTED = 0.97
RIGHT_WHEN_SURE = 0.985
LOST_IN_TRIAGE = 0.03
STRANGERS = 0.07  # share of messages out of scope that a shop is taken to get
GAP = 0.15
NEVER = 1.01


@dataclass(frozen=True)
class Thresholds:
    """`topic` and `queue`: probabilities that suffice to route; `scope`: below it, triage.

    `sure`: the n-grams answer alone from this probability on. `gap`: how far the likeliest
    queue must lie before the next.
    """

    topic: float
    queue: float
    gap: float
    scope: float
    sure: float


def number_queues(topics: Sequence[str], queues: Mapping[str, str | None]) -> Ints:
    """A number for each topic's queue; topics outside the mapping, or with None, stand alone."""
    names = [queues.get(topic) or f"\t{topic}" for topic in topics]
    order = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return np.array([order[name] for name in names], np.intp)


def by_queue(chances: Floats, queues: Ints) -> Floats:
    """Probabilities summed over each queue's topics, shape (n, queues)."""
    result: Floats = chances @ np.eye(queues.max() + 1, dtype=np.float32)[queues]
    return result


def leading(chances: Floats, queues: Ints) -> Ints:
    """The likeliest topic of the likeliest queue, for each row of probabilities (n, topics)."""
    best = by_queue(chances, queues).argmax(axis=1)
    result: Ints = np.where(queues == best[:, None], chances, -1.0).argmax(axis=1)
    return result


def ranked(chances: Floats, queues: Ints) -> list[int]:
    """The topics of one message: the leading one, then the others by probability."""
    first = int(leading(chances[None], queues)[0])
    order: list[int] = np.argsort(-chances, kind="stable").tolist()
    return [first, *(topic for topic in order if topic != first)]


def decide(chances: Floats, in_scope: float, queues: Ints, thresholds: Thresholds) -> Decision:
    """The decision for one message with topic probabilities (topics,)."""
    if in_scope < thresholds.scope:
        return "triage"
    top = int(leading(chances[None], queues)[0])
    sums: list[float] = np.bincount(queues, weights=chances).tolist()
    mine = sums.pop(int(queues[top]))
    others = max(sums, default=0.0)
    enough = chances[top] >= thresholds.topic or mine >= thresholds.queue
    return "route" if enough and mine - others >= thresholds.gap else "ask"


def lowest(scores: AnyArray, right: AnyArray, weights: AnyArray, share: float) -> float:
    """The lowest threshold from which on at least `share`, by weight, is right; or NEVER."""
    order = np.argsort(-scores, kind="stable")
    shares = np.cumsum((right * weights)[order]) / np.cumsum(weights[order])
    good = np.flatnonzero(shares >= share)
    return float(scores[order][good[-1]]) if len(good) else NEVER
