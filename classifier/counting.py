"""Which n-grams are worth knowing, and training messages as one sparse matrix of them."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain

import numpy as np
from scipy.sparse import csr_matrix

from classifier.ngrams import Vocabulary, letters, phrases, tokens


def matrix(vocabulary: Vocabulary, readings: Sequence[str]) -> csr_matrix:
    """Features of many readings, one row each."""
    rows = [vocabulary.features(tokens(reading)) for reading in readings]
    ends = np.cumsum([0, *(len(row.ids) for row in rows)])
    ids = np.concatenate([row.ids for row in rows]) if rows else np.empty(0, np.intp)
    values = np.concatenate([row.values for row in rows]) if rows else np.empty(0)
    return csr_matrix((values, ids, ends), shape=(len(rows), len(vocabulary.names)))


def learn_vocabulary(readings: Sequence[str], largest: int, rarest: int = 2) -> Vocabulary:
    """N-grams of at least `rarest` messages, the `largest` most frequent of them."""
    seen: Counter[str] = Counter()
    spelt = cache(letters)
    for reading in readings:
        words = tokens(reading)
        seen.update({*phrases(words), *chain.from_iterable(map(spelt, words))})
    if len(readings) < 1000:
        rarest = 1
    kept = sorted(
        (name for name, count in seen.items() if count >= rarest), key=lambda n: (-seen[n], n)
    )[:largest]
    frequency = np.array([seen[name] for name in kept], np.float32)
    rarity = np.log((1 + len(readings)) / (1 + frequency)) + 1
    return Vocabulary(tuple(kept), rarity.astype(np.float32))
