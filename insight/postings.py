"""What the words of all products weigh: the arrays of a search index, and how they are built."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from insight.misprints import Misprints
from insight.words import tokens

WEIGHTS = {
    **{"title": 3.0, "sku": 3.0, "brand": 2.5, "sounds": 1.5},
    **{"category": 1.5, "attributes": 1.0, "about": 0.25},
}
LENGTH_MATTERS = 0.3
SATURATION = 1.2
HEAD = 1.5
LONGEST = 400
USUAL = 24.0

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Longs = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Goods:
    """One product as it is looked for. `fields`: texts by the names of WEIGHTS.

    `price`: the least of its variants in minor units; `there`: whether any of it is in stock.
    """

    id: int
    fields: Mapping[str, str]
    price: int = 0
    there: bool = True


@dataclass(frozen=True, slots=True)
class Postings:
    """For each word the products that hold it and what it weighs there; products by number."""

    number: Mapping[str, int]
    ordered: Sequence[str]
    starts: Ints
    products: Ints
    weights: Floats
    rarity: Floats
    ids: Longs
    prices: Longs
    there: NDArray[np.bool_]
    misprints: Misprints

    @property
    def nbytes(self) -> int:
        """Memory of the arrays; the words themselves take some 100 bytes each."""
        arrays = (self.starts, self.products, self.weights, self.rarity, self.ids, self.prices)
        return sum(one.nbytes for one in arrays) + self.there.nbytes + self.misprints.nbytes


@dataclass(slots=True)
class Builder:
    """Takes products a page at a time, then makes the arrays; holds numbers, never texts."""

    number: dict[str, int] = field(default_factory=dict)
    words: array[int] = field(default_factory=lambda: array("i"))
    counts: array[int] = field(default_factory=lambda: array("i"))
    weights: array[float] = field(default_factory=lambda: array("f"))
    ids: array[int] = field(default_factory=lambda: array("q"))
    prices: array[int] = field(default_factory=lambda: array("q"))
    there: array[int] = field(default_factory=lambda: array("b"))

    def add(self, page: Sequence[Goods]) -> None:
        """Read some products; a second of processor time for some ten thousand."""
        for one in page:
            weighed = _weighed(one.fields)
            length = sum(weighed.values()) / USUAL
            slowed = SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * length)
            for word, weight in weighed.items():
                self.words.append(self.number.setdefault(word, len(self.number)))
                self.weights.append(weight / (weight + slowed))
            self.counts.append(len(weighed))
            self.ids.append(one.id)
            self.prices.append(one.price)
            self.there.append(one.there)

    def done(self) -> Postings:
        """The arrays; what was gathered may be let go of."""
        words = np.frombuffer(self.words, np.int32) if self.words else np.zeros(0, np.int32)
        weights = np.frombuffer(self.weights, np.float32) if self.words else np.zeros(0, np.float32)
        counts = np.array(self.counts, np.int64)
        products = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        order = np.argsort(words, kind="stable")
        many = np.bincount(words, minlength=len(self.number))
        names = list(self.number)
        return Postings(
            self.number,
            sorted(names),
            np.concatenate(([0], np.cumsum(many))).astype(np.int32),
            products[order],
            weights[order],
            np.log(1 + len(counts) / (many + 0.5)).astype(np.float32),
            np.array(self.ids, np.int64),
            np.array(self.prices, np.int64),
            np.array(self.there, np.bool_),
            Misprints(names),
        )


@lru_cache(maxsize=8192)
def _tokens(text: str) -> tuple[str, ...]:
    """Categories, brands and descriptions stand in many products."""
    return tuple(tokens(text))


def _weighed(fields: Mapping[str, str]) -> dict[str, float]:
    """What each word of a product weighs, all fields together; a title's first word most."""
    found: dict[str, float] = {}
    for name, text in fields.items():
        weight = WEIGHTS[name]
        for place, word in enumerate(_tokens(text[: LONGEST if name == "about" else 4 * LONGEST])):
            more = weight * (HEAD if name == "title" and place == 0 else 1.0)
            found[word] = found.get(word, 0.0) + more
    return found
