"""Words, pairs of words and letters within words, as numbers a linear model can weigh."""

import math
import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

import numpy as np

from classifier.arrays import Floats, Ints

SHORTEST, LONGEST = 3, 6
LONGEST_WORD = 40
REMEMBERED = 20_000

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_DIGIT = re.compile(r"\d")


def tokens(reading: str) -> list[str]:
    """Words and marks of a reading; every digit as 0, since order numbers mean no topic."""
    return [token[:LONGEST_WORD] for token in _TOKEN.findall(_DIGIT.sub("0", reading))]


def letters(word: str) -> tuple[str, ...]:
    """Letter n-grams of a word with a space at each end."""
    padded = f" {word} "
    longest = min(LONGEST, len(padded))
    return tuple(
        padded[i : i + size]
        for size in range(SHORTEST, longest + 1)
        for i in range(len(padded) - size + 1)
    )


def phrases(words: Sequence[str]) -> list[str]:
    """The words and every two neighbours, joined by a tab so that no letter n-gram is the same."""
    return [f"{word}\t" for word in words] + [f"{left}\t{right}" for left, right in pairwise(words)]


@dataclass(frozen=True)
class Features:
    """One message: ids of known n-grams, each once, and their weights.

    `said` are the ids of its phrases (None: not known), `spelt` each word's known letter n-grams.
    """

    ids: Ints
    values: Floats
    said: Sequence[int | None]
    spelt: Sequence[tuple[int, ...]]


class Weighing(ABC):
    """TF-IDF over columns of n-grams, each with its inverse document frequency."""

    rarity: Floats

    @abstractmethod
    def said(self, words: Sequence[str]) -> Sequence[int | None]:
        """Columns of the words and of every two neighbours, in the order of `phrases`."""

    @abstractmethod
    def spelt(self, word: str) -> tuple[int, ...]:
        """Columns of a word's known letter n-grams."""

    @abstractmethod
    def knows(self, word: str) -> bool:
        """Whether training met this word often enough to weigh it."""

    @property
    @abstractmethod
    def words(self) -> dict[str, float]:
        """Words that a typing error may be mended to, with their rarity."""

    @cached_property
    def _of_word(self) -> dict[str, tuple[int, ...]]:
        return {}

    def features(self, words: Sequence[str]) -> Features:
        """TF-IDF of a message's tokens: logarithmic counts, words and letters of equal weight."""
        said = self.said(words)
        spelt = list(map(self.letter_ids, words))
        known = [number for number in said if number is not None]
        counts = Counter(chain(known, *spelt))
        border = len(set(known))
        ids = np.fromiter(counts, np.intp, len(counts))
        values = (1 + np.log(np.fromiter(counts.values(), np.float32, len(ids)))) * self.rarity[ids]
        for block in (values[:border], values[border:]):
            block /= math.sqrt(2 * float(block @ block)) or 1.0
        return Features(ids, values, said, spelt)

    def letter_ids(self, word: str) -> tuple[int, ...]:
        """Columns of a word's known letter n-grams, remembered for the next message."""
        found = self._of_word.get(word)
        if found is None:
            if len(self._of_word) >= REMEMBERED:
                self._of_word.clear()
            found = self._of_word[word] = self.spelt(word)
        return found


@dataclass(frozen=True)
class Vocabulary(Weighing):
    """Known n-grams in the order of their ids, with the inverse document frequency of each."""

    names: tuple[str, ...]
    rarity: Floats

    @cached_property
    def ids(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.names)}

    def said(self, words: Sequence[str]) -> Sequence[int | None]:
        return list(map(self.ids.get, phrases(words)))

    def spelt(self, word: str) -> tuple[int, ...]:
        known = self.ids
        return tuple([known[name] for name in letters(word) if name in known])

    def knows(self, word: str) -> bool:
        return f"{word}\t" in self.ids

    @property
    def words(self) -> dict[str, float]:
        pairs = zip(self.names, self.rarity.tolist(), strict=True)
        return {name[:-1]: rare for name, rare in pairs if name[-1] == "\t"}
