"""Numbers for n-grams in place of a list of names: the same in every process, now and ever."""

from collections.abc import Iterable
from itertools import pairwise
from typing import TypeVar
from zlib import crc32

from classifier.arrays import AnyArray

BITS = 22
COUNT = 1 << BITS
_WHOLE = 0xFFFFFFFF
_SPREAD, _LEFT = 0x9E3779B1, 0x85EBCA6B
Number = TypeVar("Number", int, AnyArray)


def raw(name: str) -> int:
    """A checksum of 32 bits, to be mixed alone or with a neighbour's."""
    return crc32(name.encode("utf-8", "replace"))


def mixed(number: Number) -> Number:
    """The bucket of a raw number, or of an array of 64-bit ones."""
    return (number * _SPREAD & _WHOLE) >> (32 - BITS)


def paired(left: Number, right: Number) -> Number:
    """The bucket of two neighbouring words, from their raw numbers."""
    return mixed(left * _LEFT + right & _WHOLE)


def word(name: str) -> int:
    """The raw number of a whole word, which no letter n-gram shares but by chance."""
    return raw(f"{name}\t")


def phrases(words: Iterable[str]) -> list[int]:
    """Buckets of the words, then of every two neighbours, as `ngrams.phrases` orders them."""
    numbers = list(map(word, words))
    return [*map(mixed, numbers), *(paired(a, b) for a, b in pairwise(numbers))]


def spelt(parts: Iterable[str]) -> list[int]:
    """Buckets of letter n-grams."""
    return [mixed(raw(part)) for part in parts]
