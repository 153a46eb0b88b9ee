"""Turns rows of word numbers into hashed features, a batch at a time, without a loop over words.

What it gives for a message is what `HashedVocabulary.features` gives when the model serves.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from classifier import buckets
from classifier.arrays import AnyArray, Ints
from classifier.bulk import UNKNOWN, Bulk, Rows, one_for_each
from classifier.hashed import HashedVocabulary
from classifier.ngrams import letters

BATCH = 10_000
MOST_FREQUENT = 20_000
DROPPED = -1


@dataclass(frozen=True)
class Spelling:
    """Of each word its raw number, and the buckets of its letter n-grams from border to border."""

    raw: AnyArray
    parts: AnyArray
    borders: AnyArray

    def columns(self, lookup: AnyArray, count: int) -> csr_matrix:
        """A matrix (words, columns): how often each word holds each n-gram that is kept."""
        found = lookup[self.parts]
        kept = found != DROPPED
        owners = np.repeat(np.arange(len(self.raw)), np.diff(self.borders))
        return one_for_each(owners[kept], found[kept], (len(self.raw), count))


def spelled(bulk: Bulk) -> Spelling:
    """Read every word once."""
    parts = [np.array(buckets.spelt(letters(word)), np.int32) for word in bulk.words]
    raw = np.fromiter(map(buckets.word, bulk.words), np.uint64, len(bulk.words))
    borders = np.cumsum([0, *map(len, parts)])
    return Spelling(raw, np.concatenate(parts) if parts else np.empty(0, np.int32), borders)


def batches(rows: Ints, size: int = BATCH) -> Iterator[Ints]:
    """The row numbers, some at a time."""
    return (rows[start : start + size] for start in range(0, len(rows), size))


def phrases_of(rows: Rows, spelling: Spelling) -> tuple[Ints, AnyArray]:
    """Of every word and pair of neighbours: the message it stands in, and its bucket."""
    owners, known = rows.owners, rows.numbers != UNKNOWN
    raw = spelling.raw[rows.numbers]  # of unknown words the last word's, which is left out below
    pairs = known[:-1] & known[1:] & (owners[:-1] == owners[1:])
    single, double = buckets.mixed(raw[known]), buckets.paired(raw[:-1], raw[1:])[pairs]
    return (
        np.concatenate([owners[known], owners[:-1][pairs]]),
        np.concatenate([single, double]).astype(np.int32),
    )


def frequencies(bulk: Bulk, chosen: Ints, spelling: Spelling) -> AnyArray:
    """How many of the chosen messages hold each bucket, shape (buckets.COUNT,)."""
    total = np.zeros(buckets.COUNT, np.int32)
    everything = np.arange(buckets.COUNT, dtype=np.int32)
    table = spelling.columns(everything, buckets.COUNT)
    for part in batches(chosen):
        rows = bulk.rows(part)
        said = one_for_each(*phrases_of(rows, spelling), (len(rows), buckets.COUNT))
        for block in (rows.counted(len(bulk.words)) @ table, said):
            block.sum_duplicates()
            total += np.bincount(block.indices, minlength=buckets.COUNT).astype(np.int32)
    return total


def learn_hashed(
    bulk: Bulk, chosen: Ints, spelling: Spelling, largest: int, rarest: int = 2
) -> HashedVocabulary:
    """The `largest` most frequent buckets of those that stand in `rarest` messages or more."""
    seen = frequencies(bulk, chosen, spelling)
    order = np.argsort(-seen, kind="stable")[:largest]
    kept = order[seen[order] >= rarest].astype(np.uint32)
    rarity = np.log((1 + len(chosen)) / (1 + seen[kept].astype(np.float32))) + 1
    return HashedVocabulary(kept, rarity.astype(np.float32), _frequent(bulk, spelling, seen))


def _frequent(bulk: Bulk, spelling: Spelling, seen: AnyArray) -> tuple[str, ...]:
    counts = seen[buckets.mixed(spelling.raw).astype(np.intp)]
    names = list(bulk.words)
    order = np.argsort(-counts, kind="stable")
    words = (names[number] for number in order.tolist() if names[number].isalpha())
    return tuple(name for name, _ in zip(words, range(MOST_FREQUENT), strict=False))


class Hasher:
    """Features of messages in a bulk, by a vocabulary that was learned from it."""

    def __init__(self, bulk: Bulk, spelling: Spelling, vocabulary: HashedVocabulary) -> None:
        self._bulk = bulk
        self._spelling = spelling
        self._rarity = vocabulary.rarity
        self.columns = len(vocabulary.kept)
        self._lookup = np.full(buckets.COUNT, DROPPED, np.int32)
        self._lookup[vocabulary.kept] = np.arange(self.columns)
        self._letters = spelling.columns(self._lookup, self.columns)

    def features(self, chosen: Ints) -> csr_matrix:
        """Of some messages, shape (len(chosen), columns)."""
        rows = self._bulk.rows(chosen)
        owners, found = phrases_of(rows, self._spelling)
        columns = self._lookup[found]
        kept = columns != DROPPED
        said = one_for_each(owners[kept], columns[kept], (len(rows), self.columns))
        spelt = rows.counted(len(self._bulk.words)) @ self._letters
        total = self._weighed(said) + self._weighed(spelt)
        total.sort_indices()
        return total

    def _weighed(self, counts: csr_matrix) -> csr_matrix:
        """Logarithmic counts times rarity, each row half of a unit vector's square."""
        counts.sum_duplicates()
        counts.data = (1 + np.log(counts.data)) * self._rarity[counts.indices]
        squares = np.asarray(counts.multiply(counts).sum(axis=1)).ravel()
        lengths = np.sqrt(2 * np.maximum(squares, 1e-12)).astype(np.float32)
        counts.data /= np.repeat(lengths, np.diff(counts.indptr))
        return counts
