"""The n-grams of a model that learned from very many messages: buckets instead of names."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from classifier import buckets
from classifier.arrays import AnyArray, Floats
from classifier.ngrams import Weighing, letters


@dataclass(frozen=True)
class HashedVocabulary(Weighing):
    """Known buckets in the order of their columns, and the most frequent words as text.

    Feature hashing (Weinberger et al. 2009) into `buckets.COUNT` of them, of which only the most
    frequent are kept, so that what is rare hardly ever hides behind what is not.
    """

    kept: AnyArray
    rarity: Floats
    frequent: tuple[str, ...]

    @cached_property
    def ids(self) -> dict[int, int]:
        return {bucket: number for number, bucket in enumerate(self.kept.tolist())}

    def said(self, words: Sequence[str]) -> Sequence[int | None]:
        return list(map(self.ids.get, buckets.phrases(words)))

    def spelt(self, word: str) -> tuple[int, ...]:
        known = self.ids
        return tuple([known[one] for one in buckets.spelt(letters(word)) if one in known])

    def knows(self, word: str) -> bool:
        return buckets.mixed(buckets.word(word)) in self.ids

    @cached_property
    def words(self) -> dict[str, float]:
        numbered = {name: self.ids.get(buckets.mixed(buckets.word(name))) for name in self.frequent}
        return {name: float(self.rarity[n]) for name, n in numbered.items() if n is not None}
