"""Finds what spoils a corpus: messages that stand twice, nearly twice, or under two labels."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from classifier.corpus import Example
from classifier.readings import read

SIMILAR = 0.8
SHORTEST = 12
_WORD = re.compile(r"[^\W_]+")
Kind = Literal["duplicate", "near", "conflict"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Two messages that are one: the same words, nearly the same, or the same with two labels."""

    kind: Kind
    first: Example
    second: Example


def check(examples: Sequence[Example]) -> list[Finding]:
    """Doubles within one corpus, by letter trigrams (Jaccard index of SIMILAR and more)."""
    return [_judged(a, b, same) for a, b, same in _pairs(examples)]


def leaks(train: Sequence[Example], heldout: Sequence[Example]) -> list[Finding]:
    """Messages of the held-out part that stand, or nearly stand, in the training part."""
    known = {id(example) for example in heldout}
    return [
        _judged(a, b, same)
        for a, b, same in _pairs([*train, *heldout])
        if (id(a) in known) != (id(b) in known)
    ]


def _judged(first: Example, second: Example, same: bool) -> Finding:
    if first.label != second.label:
        return Finding("conflict", first, second)
    return Finding("duplicate" if same else "near", first, second)


def _pairs(examples: Sequence[Example]) -> Iterator[tuple[Example, Example, bool]]:
    """Pairs with equal words, then pairs of longer messages with mostly equal trigrams."""
    bare = [" ".join(_WORD.findall(read(example.text))) for example in examples]
    first: dict[str, int] = {}
    for number, words in enumerate(bare):
        if words and words in first:
            yield examples[first[words]], examples[number], True
        first.setdefault(words, number)
    chosen = [number for words, number in first.items() if len(words) >= SHORTEST]
    for a, b in _similar({number: _trigrams(bare[number]) for number in chosen}):
        yield examples[a], examples[b], False


def _trigrams(words: str) -> frozenset[str]:
    return frozenset(words[i : i + 3] for i in range(len(words) - 2))


def _similar(sets: dict[int, frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Set similarity join by prefix filtering (Chaudhuri et al. 2006): rare trigrams first.

    Sets come by size, so that those too small to be similar stand first in each list of the index.
    """
    frequency: dict[str, int] = defaultdict(int)
    for grams in sets.values():
        for gram in grams:
            frequency[gram] += 1
    index: dict[str, list[int]] = defaultdict(list)
    for number in sorted(sets, key=lambda n: (len(sets[n]), n)):
        prefix = _prefix(sets[number], frequency)
        smallest = SIMILAR * len(sets[number]) - 1e-9
        large = partial(bisect_left, x=smallest, key=lambda other: len(sets[other]))
        for other in sorted({one for at in _lists(prefix, index) for one in at[large(at) :]}):
            if _jaccard(sets[number], sets[other]) >= SIMILAR:
                yield other, number
        for gram in prefix:
            index[gram].append(number)


def _prefix(grams: frozenset[str], frequency: dict[str, int]) -> list[str]:
    ordered = sorted(grams, key=lambda gram: (frequency[gram], gram))
    return ordered[: len(grams) - int(SIMILAR * len(grams) - 1e-9)]


def _lists(prefix: Iterable[str], index: dict[str, list[int]]) -> Iterator[list[int]]:
    return (index[gram] for gram in prefix if gram in index)


def _jaccard(first: frozenset[str], second: frozenset[str]) -> float:
    common = len(first & second)
    return common / (len(first) + len(second) - common)
