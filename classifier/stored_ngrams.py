"""The n-grams of a model file: their names, or buckets and the words worth mending to."""

from collections.abc import Mapping, Sequence

import numpy as np

from classifier import buckets
from classifier.arrays import AnyArray
from classifier.hashed import HashedVocabulary
from classifier.ngrams import Vocabulary, Weighing


def lines(texts: Sequence[str]) -> AnyArray:
    """Texts as UTF-8 bytes, one a line."""
    return np.frombuffer("\n".join(texts).encode(), np.uint8)


def texts(array: AnyArray) -> tuple[str, ...]:
    """What `lines` made bytes of."""
    return tuple(array.tobytes().decode().split("\n")) if array.size else ()


def arrays_of(vocabulary: Weighing) -> dict[str, AnyArray]:
    """A vocabulary's arrays by name."""
    if isinstance(vocabulary, HashedVocabulary):
        known = {"buckets": vocabulary.kept, "words": lines(vocabulary.frequent)}
    elif isinstance(vocabulary, Vocabulary):
        known = {"ngrams": lines(vocabulary.names)}
    else:
        raise TypeError(f"{type(vocabulary).__name__} can't be stored")
    return {**known, "rarity": vocabulary.rarity}


def vocabulary_of(arrays: Mapping[str, AnyArray]) -> Weighing:
    """The vocabulary of a model file; KeyError or ValueError when it makes no sense."""
    rarity = arrays["rarity"]
    if "buckets" not in arrays:
        names = texts(arrays["ngrams"])
        _expect_rows(rarity, len(names))
        return Vocabulary(names, rarity)
    kept = arrays["buckets"]
    if kept.ndim != 1 or kept.dtype.kind not in "iu" or len(np.unique(kept)) != len(kept):
        raise ValueError("the n-grams' buckets are no list of different numbers")
    if len(kept) and not 0 <= int(kept.min()) <= int(kept.max()) < buckets.COUNT:
        raise ValueError("an n-gram lies in a bucket that there is not")
    _expect_rows(rarity, len(kept))
    return HashedVocabulary(kept, rarity, texts(arrays["words"]))


def _expect_rows(rarity: AnyArray, count: int) -> None:
    if rarity.shape != (count,) or not np.isfinite(rarity).all():
        raise ValueError("the n-grams and their rarity do not agree")
