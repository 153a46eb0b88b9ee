"""Which known words a mistyped one may be: near by letters first, then by the errors it takes."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
NEAR = 48
FARTHEST = 2.0
ONE_ERROR, LONG, TWO_ERRORS = 4, 6, 7
BITS = 14
_ROWS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = ("ао", "ие", "еэ", "тд", "бп", "жш", "зс", "гк", "вф", "ьъ", "цс", "ыи", "яи", "ck", "iy")


def _neighbours() -> frozenset[tuple[str, str]]:
    pairs = [pair for row in _ROWS for pair in pairwise(row)]
    pairs += [(one[0], one[1]) for one in _SOUNDS]
    return frozenset(pairs) | frozenset((second, first) for first, second in pairs)


EASY = _neighbours()


def allowed(word: str) -> float:
    """How many errors a word may hold and still be understood."""
    if len(word) < ONE_ERROR or not word.isalpha():
        return 0.0
    if len(word) >= TWO_ERRORS:
        return FARTHEST
    return 1.5 if len(word) >= LONG else 1.0


def distance(typed: str, meant: str, most: float) -> float:
    """Letters lost, added, swapped, changed between two words; `most` + 1 when more than `most`.

    A key beside the right one, or a letter that sounds like it, is half an error (after Damerau).
    """
    if abs(len(typed) - len(meant)) > most:
        return most + 1
    before: list[float] = []
    row = [float(at) for at in range(len(meant) + 1)]
    for i, one in enumerate(typed, 1):
        last, row, before_last = row, [float(i)], before
        for j, other in enumerate(meant, 1):
            cost = 0.0 if one == other else 0.5 if (one, other) in EASY else 1.0
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
            if i > 1 and j > 1 and one == meant[j - 2] and typed[i - 2] == other:
                best = min(best, before_last[j - 2] + 0.75)
            row.append(best)
        before = last
        if min(row) > most:
            return most + 1
    return row[-1] if row[-1] <= most else most + 1


class Misprints:
    """The words of an index, found by the pairs of letters that they share with a typed one."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = [word for word in words if len(word) >= ONE_ERROR - 1 and word.isalpha()]
        pairs: list[int] = []
        owners: list[int] = []
        for number, word in enumerate(self._words):
            found = _pairs(word)
            pairs += found
            owners += [number] * len(found)
        keys = np.array(pairs, np.int32)
        order = np.argsort(keys, kind="stable")
        self._owners: Ints = np.array(owners, np.int32)[order]
        self._starts = np.searchsorted(keys[order], np.arange((1 << BITS) + 1)).astype(np.int32)
        self._sizes = np.bincount(self._owners, minlength=len(self._words)).astype(np.float32)

    @property
    def nbytes(self) -> int:
        """Memory of the arrays."""
        return int(self._owners.nbytes + self._starts.nbytes + self._sizes.nbytes)

    def near(self, typed: str) -> list[tuple[str, float]]:
        """Words that may be meant, with the errors that this takes; the nearest first."""
        most = allowed(typed)
        if not most or not self._words:
            return []
        alike = (self._words[at] for at in self._alike(typed))
        found = ((word, distance(typed, word, most)) for word in alike)
        return sorted((one for one in found if one[1] <= most), key=lambda one: one[1])

    def _alike(self, typed: str) -> NDArray[Any]:
        pairs = _pairs(typed)
        parts = [self._owners[self._starts[one] : self._starts[one + 1]] for one in pairs]
        shared = np.bincount(np.concatenate(parts), minlength=len(self._words))
        alike = 2 * shared / (self._sizes + len(pairs))
        most = min(NEAR, len(alike) - 1)
        best = np.argpartition(-alike, most)[: NEAR + 1]
        return best[alike[best] > 0]


def _pairs(word: str) -> list[int]:
    """Pairs of letters and pairs over one letter, as numbers; the word's ends count as letters."""
    edged = f"^{word}$"
    near = {edged[at : at + 2] for at in range(len(edged) - 1)}
    far = {edged[at] + "." + edged[at + 2] for at in range(len(edged) - 2)}
    return sorted({_number(one) for one in near | far})


def _number(pair: str) -> int:
    found = 0
    for char in pair:
        found = (found * 1031 + ord(char)) & 0xFFFFFFF
    return found % (1 << BITS)
