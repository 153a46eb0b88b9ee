"""Labels that are probably wrong, found by confident learning.

Northcutt, Jiang and Chuang, "Confident learning" (2021): a label is suspected when a model that
did not learn from it gives another topic at least the probability that this topic's own messages
get on average.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEAST_SURE, WEIGHT = 0.7, 5  # of a few messages the average says little: it is drawn to this
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Suspect:
    """A message, the topic it is said to have, and the one the model is sure of."""

    line: int
    text: str
    said: str
    guess: str
    probability: float


@dataclass(frozen=True, slots=True)
class Seen:
    """A labelled message with the model's chances by topic."""

    line: int
    text: str
    said: str
    chances: Mapping[str, float]


def suspects(seen: Sequence[Seen], topics: frozenset[str]) -> list[Suspect]:
    """The worst first, at most SHOWN; labels of topics that the model does not know are left."""
    judged = [one for one in seen if one.said in topics and one.chances]
    own: dict[str, list[float]] = defaultdict(list)
    for one in judged:
        own[one.said].append(one.chances.get(one.said, 0.0))
    usual = {topic: _usual(chances) for topic, chances in own.items()}
    found = []
    for one in judged:
        guess, chance = max(one.chances.items(), key=lambda pair: (pair[1], pair[0]))
        if guess != one.said and chance >= max(usual.get(guess, 0.0), LEAST_SURE):
            margin = chance - one.chances.get(one.said, 0.0)
            found.append((margin, Suspect(one.line, one.text, one.said, guess, chance)))
    found.sort(key=lambda pair: (-pair[0], pair[1].line))
    return [one for _, one in found[:SHOWN]]


def _usual(chances: Sequence[float]) -> float:
    return (sum(chances) + WEIGHT * LEAST_SURE) / (len(chances) + WEIGHT)


def spread(count: int, most: int) -> list[int]:
    """At most so many positions of `count`, evenly spaced, always the same."""
    if count <= most:
        return list(range(count))
    return [at * count // most for at in range(most)]
