"""Which words of a message spoke for a topic."""

from collections.abc import Sequence
from itertools import pairwise

from classifier.linear import Linear
from classifier.ngrams import Features

SHOWN = 3


def deciding_words(
    linear: Linear, words: Sequence[str], features: Features, topic: int
) -> tuple[str, ...]:
    """At most SHOWN words whose n-grams raised the topic most above the mean of the others."""
    if not len(features.ids):
        return ()
    gain = features.values * linear.leaning(features.ids, topic)
    shares = _shares(words, features, dict(zip(features.ids.tolist(), gain.tolist(), strict=True)))
    named = {word: share for word, share in shares.items() if share > 0 and word.isalnum()}
    return tuple(sorted(named, key=named.__getitem__, reverse=True)[:SHOWN])


def _shares(words: Sequence[str], features: Features, weight: dict[int, float]) -> dict[str, float]:
    """Each word's own n-grams, and half of each pair it stands in."""
    of = weight.__getitem__
    shares = {word: sum(map(of, ids)) for word, ids in zip(words, features.spelt, strict=True)}
    for word, number in zip(words, features.said, strict=False):
        if number is not None:
            shares[word] += weight[number]
    for pair, number in zip(pairwise(words), features.said[len(words) :], strict=True):
        if number is not None:
            for word in pair:
                shares[word] += weight[number] / 2
    return shares
