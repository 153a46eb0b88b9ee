"""Which topics a model takes for each other more than chance explains."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, lgamma, log, sqrt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # what serves has no use for the libraries that measure
    from classifier.evaluation import Report

OFTEN = 0.03
SURE = 1.645  # standard deviations: one-sided, 95 %
CHANCE = 0.01


@dataclass(frozen=True, slots=True)
class Mistakes:
    """Messages by their topic, and how often those of one topic were read as another."""

    messages: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]

    def as_dict(self) -> dict[str, Any]:
        """Plain values, ready for JSON."""
        pairs = [[true, said, count] for (true, said), count in self.pairs.items()]
        return {"messages": dict(self.messages), "pairs": pairs}


@dataclass(frozen=True, slots=True)
class Mistaken:
    """`count` of `messages` on one topic were read as another, `back` of `others` the other way."""

    topic: str
    taken_for: str
    count: int
    messages: int
    back: int
    others: int


def mistakes_of(report: "Report") -> Mistakes:
    """What a report's matrix holds beside its diagonal."""
    messages, pairs = dict[str, int](), dict[tuple[str, str], int]()
    for true, row in zip(report.labels, report.confusion, strict=True):
        if sum(row):
            messages[true] = sum(row)
        for said, count in zip(report.labels, row, strict=True):
            if count and said != true:
                pairs[true, said] = count
    return Mistakes(messages, pairs)


def read_mistakes(stored: object, present: Mapping[str, str]) -> Mistakes:
    """Stored mistakes under the topics of today; what makes no sense is left out."""
    messages, pairs = Counter[str](), Counter[tuple[str, str]]()
    if isinstance(stored, Mapping):
        for topic, count in _items(stored.get("messages")):
            messages[present.get(topic, topic)] += count
        for one in _rows(stored.get("pairs")):
            true, said = (present.get(key, key) for key in one[:2])
            if true != said:
                pairs[true, said] += one[2]
    return Mistakes(messages, pairs)


def _items(stored: object) -> list[tuple[str, int]]:
    found = stored.items() if isinstance(stored, Mapping) else ()
    return [(str(key), count) for key, count in found if isinstance(count, int)]


def _rows(stored: object) -> list[tuple[str, str, int]]:
    found = stored if isinstance(stored, list) else []
    return [
        (str(one[0]), str(one[1]), one[2])
        for one in found
        if isinstance(one, list) and len(one) == 3 and isinstance(one[2], int)
    ]


def mistaken(found: Mistakes) -> list[Mistaken]:
    """Pairs that are mistaken for each other, the worst first, each once.

    A topic is mistaken for another when, with 95 % confidence (Wilson 1927), at least OFTEN of its
    messages are read as that one, and when its mistakes fall there more often than the other's
    size explains: a binomial test at CHANCE over the number of pairs (Bonferroni).
    """
    tests = max(1, len(found.pairs))
    wrong = Counter[str]()
    for (true, _), count in found.pairs.items():
        wrong[true] += count
    total = sum(found.messages.values())
    chosen: dict[frozenset[str], tuple[float, Mistaken]] = {}
    for (true, said), count in found.pairs.items():
        messages, others = found.messages.get(true, 0), found.messages.get(said, 0)
        least = lowest(count, messages)
        share = others / max(1, total - messages)
        if least < OFTEN or _by_chance(count, wrong[true], share) > CHANCE / tests:
            continue
        back = found.pairs.get((said, true), 0)
        one = Mistaken(true, said, count, messages, back, others)
        before = chosen.get(frozenset((true, said)))
        if before is None or least > before[0]:
            chosen[frozenset((true, said))] = least, one
    ranked = sorted(chosen.values(), key=lambda pair: -pair[0])
    return [one for _, one in ranked]


def lowest(count: int, of: int) -> float:
    """The lower end of Wilson's interval for a share, one-sided, 95 %."""
    if not of:
        return 0.0
    share, square = count / of, SURE**2 / of
    middle = share + square / 2
    spread = SURE * sqrt(share * (1 - share) / of + square / (4 * of))
    return max(0.0, (middle - spread) / (1 + square))


def _by_chance(count: int, mistakes: int, share: float) -> float:
    """How likely so many of the mistakes would fall on a topic of this share by chance."""
    if not 0 < share < 1:
        return float(share >= 1 or not count)
    whole = lgamma(mistakes + 1)
    return sum(
        exp(
            whole
            - lgamma(hits + 1)
            - lgamma(mistakes - hits + 1)
            + hits * log(share)
            + (mistakes - hits) * log(1 - share)
        )
        for hits in range(count, mistakes + 1)
    )
