"""What a model would learn from an admin's word on a message: pure decisions on plain values."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from classifier.ngrams import tokens
from classifier.readings import read
from models.labels import PICK, REVIEW, TOPIC_CHANGE, TRANSFER, UNFIT

UNSURE, DISAGREE, NEW_WORDS, CLUSTER, STRANGER = (
    *("unsure", "disagree", "new_words"),
    *("cluster", "stranger"),
)
ASKING = 0.4
SETTLED_BY_PICK = 0.6
EVEN = 6  # spread evenly over so many, chances can hardly say less
NEW_SHARE, NEW_LEAST = 0.4, 2
TWIN, KIN, SHARED = 0.8, 0.25, 2
CLUSTER_OF, KIN_MORE = 3, 0.5
STALER = 0.9
MOST = 1000  # so many wait at most: nobody says a word on more
LONG_WORD = 4


@dataclass(frozen=True, slots=True)
class Case:
    """A question, what the model thought, the likeliest first, and what people said last.

    `new_words` counts words that the model has never met, of `words` in all, each once.
    """

    ranked: Sequence[tuple[str, float]]
    decision: str
    in_scope: float
    said: Mapping[str, str]
    new_words: int
    words: int


@dataclass(frozen=True, slots=True)
class Worth:
    """How much a word on it would teach, and why."""

    much: float
    reason: str


def worth_of(case: Case) -> Worth | None:
    """What a word on a question is worth; None where hardly anything would be learned."""
    if REVIEW in case.said or not case.ranked:
        return None
    found = [_disagreement(case), _doubt(case), _strangeness(case), _novelty(case)]
    best = max((one for one in found if one), key=lambda one: one.much, default=None)
    return best if best is not None and best.much >= ASKING else None


def _disagreement(case: Case) -> Worth | None:
    """People against each other, or against the model: the surer it was, the more it learns."""
    said = {key for origin, key in case.said.items() if origin != TRANSFER and key != UNFIT}
    top, chance = case.ranked[0]
    if len(said) > 1:
        return Worth(2.0, DISAGREE)
    if said - {top}:
        return Worth(1.0 + chance, DISAGREE)
    if not said and case.said.get(TRANSFER, top) != top:
        return Worth(0.8 + chance / 2, DISAGREE)
    return None


def _doubt(case: Case) -> Worth | None:
    """How close the two likeliest lie, and over how many topics the chances spread (entropy).

    Less is left of it when a customer has said which; of what fits no topic it says nothing.
    """
    strange = case.decision == "triage" and not case.said
    if strange or TOPIC_CHANGE in case.said:
        return None
    chances = [chance for _, chance in case.ranked]
    gap = chances[0] - chances[1] if len(chances) > 1 else chances[0]
    doubt = (1 - gap + _spread(chances)) / 2
    return Worth(doubt * (SETTLED_BY_PICK if PICK in case.said else 1.0), UNSURE)


def _spread(chances: Sequence[float]) -> float:
    """From 0 (all on one topic) to 1: the entropy of the chances; what is left over is one more."""
    every = [*chances, max(0.0, 1 - sum(chances))]
    return min(1.0, -sum(one * log(one) for one in every if one > 0) / log(EVEN))


def _strangeness(case: Case) -> Worth | None:
    if case.decision != "triage" or case.said:
        return None
    return Worth(0.6 + 0.3 * (1 - case.in_scope), STRANGER)


def _novelty(case: Case) -> Worth | None:
    if case.new_words < NEW_LEAST or case.new_words < NEW_SHARE * case.words or case.said:
        return None
    return Worth(0.5 + 0.4 * min(1.0, case.new_words / case.words), NEW_WORDS)


@lru_cache(1024)
def words_of(text: str) -> frozenset[str]:
    """The words of a message in its likeliest reading, each once; numbers mean no topic."""
    return frozenset(word for word in tokens(read(text)) if word.isalpha())


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words that two messages have in common (Jaccard)."""
    both = one | other
    return len(one & other) / len(both) if both else 1.0


def has_twin(words: frozenset[str], known: Iterable[frozenset[str]]) -> bool:
    """Whether nearly the same was asked about already."""
    return any(likeness(words, other) >= TWIN for other in known)


def clustered(worth: Worth) -> Worth:
    """What a strange message is worth that is not the only one of its kind."""
    return Worth(worth.much + KIN_MORE, CLUSTER)


def in_turns(
    waiting: Sequence[tuple[float, str]], most: int, lately: Mapping[str, int] | None = None
) -> list[int]:
    """Positions in the order to ask: of (worth, topic) the worthiest, topics taking turns.

    Each message asked about already of what the model takes for the same topic, `lately` or just
    before, leaves the next one a little less to teach.
    """
    heard = Counter(lately or {})
    lines: dict[str, list[int]] = {}
    for at in sorted(range(len(waiting)), key=lambda at: waiting[at][0]):
        lines.setdefault(waiting[at][1], []).append(at)
    found: list[int] = []
    while lines and len(found) < most:
        topic = max(lines, key=lambda key: waiting[lines[key][-1]][0] * STALER ** heard[key])
        found.append(lines[topic].pop())
        heard[topic] += 1
        if not lines[topic]:
            del lines[topic]
    return found


def of_a_cluster(words: frozenset[str], strangers: Iterable[frozenset[str]]) -> bool:
    """Whether others that fit no topic ask much the same: a topic may be missing."""
    mine = _long(words)
    kin = sum(1 for other in strangers if _are_kin(mine, _long(other)))
    return kin + 1 >= CLUSTER_OF


def _are_kin(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= SHARED and likeness(one, other) >= KIN


def _long(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if len(word) >= LONG_WORD)
