"""Finds products by words: forms, typing errors, other readings, synonyms, prices."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from insight.lexicon import Choice, Lexicon
from insight.postings import Floats, Longs, Postings
from insight.prices import ANY_PRICE, Prices
from insight.words import Asked, asked

ASIDE = 0.6
UNKNOWN = 4.0
AWAY = 0.8
WHOLE = 0.999
MOST = 120
MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Slot:
    """What one word of a question may stand for, and how much it counts."""

    choices: Sequence[Choice]
    weight: float


@dataclass(frozen=True, slots=True)
class Found:
    """Products, the likeliest first; `whole`: the first ones have everything that was asked for."""

    ids: tuple[int, ...]
    whole: bool


class Search:
    """An index of one moment; answers in milliseconds and is never changed, only replaced."""

    def __init__(self, postings: Postings, synonyms: Iterable[Sequence[str]] = ()) -> None:
        self._in = postings
        self._lexicon = Lexicon(postings, synonyms)
        self._stock = np.where(postings.there, 1.0, AWAY).astype(np.float32)

    def __len__(self) -> int:
        return len(self._in.ids)

    @property
    def nbytes(self) -> int:
        """Memory of the arrays."""
        return self._in.nbytes

    def find(self, readings: Sequence[str], prices: Prices = ANY_PRICE, most: int = MOST) -> Found:
        """What is looked for, as typed first, then in its other readings word by word.

        Products that hold all the words come alone; when there are none, those that hold most.
        """
        slots = self._slots(readings)
        if not slots:
            return self._cheapest(prices, most) if prices != ANY_PRICE else Found((), False)
        scores, covered = self._scored(slots)
        if prices != ANY_PRICE:
            scores *= self._affordable(prices)
        best = float(covered[scores > 0].max(initial=0.0))
        if not best:
            return Found((), False)
        scores[covered < best - 0.001] = 0.0
        return Found(self._top(scores, most), best >= WHOLE)

    def _slots(self, readings: Sequence[str]) -> list[Slot]:
        """For each word of the question the words of the index that it may stand for."""
        chunks = [reading.split() for reading in readings]
        alike = [one for one in chunks if len(one) == len(chunks[0])]
        chosen = [self._lexicon.reading(words) for words in zip(*alike, strict=True)]
        return [self._slot(word) for word in asked(" ".join(chosen))[:MOST_WORDS]]

    def _slot(self, word: Asked) -> Slot:
        """A word that nothing is known of counts as asked for all the same."""
        meant = self._lexicon.meant(word)
        rare = min((float(self._in.rarity[one]) for one, _ in meant), default=UNKNOWN)
        return Slot(meant, rare * (ASIDE if word.aside else 1.0))

    def _scored(self, slots: Sequence[Slot]) -> tuple[Floats, Floats]:
        """Each product's score, and which share of the question it holds."""
        scores = np.zeros(len(self), np.float32)
        covered = np.zeros(len(self), np.float32)
        for slot in slots:
            part = self._part(slot)
            scores += part
            covered += slot.weight * (part > 0)
        covered /= sum(slot.weight for slot in slots)
        return scores * covered * self._stock, covered

    def _part(self, slot: Slot) -> Floats:
        """What each product holds of one word: its surest choice that is there, so that is last."""
        part = np.zeros(len(self), np.float32)
        for word, sure in reversed(slot.choices):
            here = slice(self._in.starts[word], self._in.starts[word + 1])
            at, weight = self._in.products[here], self._in.weights[here]
            part[at] = weight * np.float32(sure * slot.weight)
        return part

    def _affordable(self, prices: Prices) -> Floats:
        fits = np.ones(len(self), np.float32)
        if prices.least is not None:
            fits *= self._in.prices >= prices.least
        if prices.most is not None:
            fits *= self._in.prices <= prices.most
        return fits

    def _cheapest(self, prices: Prices, most: int) -> Found:
        at = np.flatnonzero(self._affordable(prices))
        order = at[np.argsort(self._in.prices[at], kind="stable")][:most]
        return Found(_ids(self._in.ids[order]), bool(len(order)))

    def _top(self, scores: Floats, most: int) -> tuple[int, ...]:
        at = np.flatnonzero(scores)
        if len(at) > most:
            at = at[np.argpartition(-scores[at], most)[:most]]
        order = at[np.lexsort((at, -scores[at]))]
        return _ids(self._in.ids[order])


def _ids(ids: Longs) -> tuple[int, ...]:
    return tuple(int(one) for one in ids)
