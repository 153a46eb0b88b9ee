"""Sentences about the same: vectors of meaning and letters, and the nearest group of those known.

A group is the mean of its members' vectors; a new sentence joins the nearest one that is near
enough, else it begins its own. Groups are never split by themselves: people merge and name them.
"""

import re
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from insight.wishes import SIGN, STRONG

Vectors = NDArray[np.float32]
LETTERS = 512
GRAM = 4
MEANING = 0.85
NEAR, NEAR_LETTERS = 0.5, 0.3
_FILLERS = re.compile(
    r"\b(?:у|вас|вы|вам|бы|чтобы|если|пожалуйста|очень|ещё|еще|уже|когда|можно|было|был[аи]?|есть|нет|"
    r"не|и|в|на|что|как|это|для|магазин\w*|хочу|you|your|had|have|has|there|were|was|is|are|the|a|an|if|"
    r"would|could|can|please|to|in|it|of|for|i|me|my|we|get|some|any|one|day|that|do|don't|no)\b",
    re.I,
)


def subject_of(sentence: str) -> str:
    """What a wish is for: without the words that only say that it is one."""
    bare = SIGN.sub(" ", STRONG.sub(" ", sentence))
    left = " ".join(re.findall(r"\w+", _FILLERS.sub(" ", bare.lower().replace("ё", "е"))))
    return left or sentence.lower()


def letters_of(subjects: Sequence[str]) -> Vectors:
    """Runs of GRAM letters, hashed; unit rows of shape (n, LETTERS)."""
    found = np.zeros((len(subjects), LETTERS), np.float32)
    for row, subject in zip(found, subjects, strict=True):
        for word in subject.split():
            padded = f" {word} "
            for at in range(max(1, len(padded) - GRAM + 1)):
                row[zlib.crc32(padded[at : at + GRAM].encode()) % LETTERS] += 1.0
    return _unit(np.sqrt(found))


def together(meanings: Vectors | None, letters: Vectors) -> Vectors:
    """Unit rows of both; where nothing reads meanings, of letters alone.

    `meanings`: shape (n, dimensions), unit rows, or None; `letters`: shape (n, LETTERS).
    """
    if meanings is None:
        return letters
    weights = np.sqrt(MEANING), np.sqrt(1 - MEANING)
    both: Vectors = np.hstack((weights[0] * meanings, weights[1] * letters)).astype(np.float32)
    return both


def nearest(centres: Vectors, vector: Vectors) -> int | None:
    """The place of the nearest centre that is near enough; shapes (groups, d) and (d,)."""
    if not len(centres):
        return None
    near = centres @ vector
    place = int(near.argmax())
    limit = NEAR if vector.shape[0] > LETTERS else NEAR_LETTERS
    return place if near[place] >= limit else None


def mean_of(centre: Vectors, members: int, vector: Vectors) -> Vectors:
    """A group's centre with one member more, a unit vector."""
    grown: Vectors = _unit((centre * members + vector)[None, :])[0]
    return grown


def _unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    found: Vectors = (rows / np.maximum(lengths, 1e-9)).astype(np.float32)
    return found
