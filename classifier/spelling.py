"""Mends typing errors: a word nobody knows becomes the known word that was likely meant.

The noisy channel of Kernighan, Church & Gale (1990) with a letter model instead of word counts:
a correction must make the word so much more like its language that the errors it assumes are
paid for. Candidates are found by the letters that both words can lose (Garbe's SymSpell).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

import numpy as np

from classifier.letters import strangeness

SHORTEST = 3
LONG = 7
PRICES = {1: 6.0, 2: 14.0}
REMEMBERED = 20_000
_WORD = re.compile(r"[^\W\d_]+")


class Speller:
    """Knows words with a rarity each; of equally near candidates the most frequent is taken.

    What it `knows` beyond those is left as it is, but nothing is mended to it.
    """

    def __init__(
        self, rarity: Mapping[str, float], knows: Callable[[str], bool] | None = None
    ) -> None:
        self._rarity = rarity
        self._knows = knows or rarity.__contains__
        self._words = tuple(word for word in rarity if len(word) >= SHORTEST and word.isalpha())
        left = [shortened(word, _most(word)) for word in self._words]
        keys = np.array([hash(rest) for rests in left for rest in rests], np.int64)
        owners = np.repeat(np.arange(len(left), dtype=np.int32), [len(rests) for rests in left])
        order = np.argsort(keys, kind="stable")
        self._keys, self._owners = keys[order], owners[order]
        self._mended: dict[str, str] = {}

    def mend(self, reading: str) -> str:
        """The reading with its unknown words corrected where that is likelier than not."""
        return _WORD.sub(lambda found: self._word(found[0]), reading)

    def _word(self, word: str) -> str:
        if len(word) < SHORTEST or self._knows(word):
            return word
        known = self._mended.get(word)
        if known is None:
            if len(self._mended) >= REMEMBERED:
                self._mended.clear()
            known = self._mended[word] = self._best(word)
        return known

    def _best(self, word: str) -> str:
        most = _most(word)
        offers = [
            (errors, known[0] != word[0], self._rarity[known], known)
            for known in self._near(word, most)
            if (errors := distance(word, known)) <= min(most, _most(known))
        ]
        if not offers:
            return word
        errors, _, _, known = min(offers)
        gain = (_bits(word) - _bits(known)) * (len(word) + 1)
        return known if gain > PRICES[errors] else word

    def _near(self, word: str, most: int) -> Iterator[str]:
        keys = np.array([hash(rest) for rest in shortened(word, most)], np.int64)
        starts, ends = (self._keys.searchsorted(keys, side) for side in ("left", "right"))
        found = [self._owners[a:b] for a, b in zip(starts, ends, strict=True) if a < b]
        if found:
            yield from map(self._words.__getitem__, np.unique(np.concatenate(found)).tolist())


def shortened(word: str, most: int) -> set[str]:
    """The word and what is left of it without up to `most` of its letters."""
    layer, found = {word}, {word}
    for _ in range(most):
        layer = set(_one_less(layer))
        found |= layer
    return found


def _one_less(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        for place in range(len(word)):
            yield word[:place] + word[place + 1 :]


def _most(word: str) -> int:
    return 2 if len(word) >= LONG else 1


def _bits(word: str) -> float:
    return strangeness([word], "ru" if word[0] >= "а" else "en")


def distance(left: str, right: str) -> int:
    """Letters added, lost, changed or swapped with their neighbour (optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(right) + 1))
    for i, letter in enumerate(left, start=1):
        row = [i]
        for j, other in enumerate(right, start=1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, last = last, row
    return last[-1]
