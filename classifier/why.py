"""Which words of a message spoke for a topic."""

from collections.abc import Sequence

from classifier.ngrams import Features, Vocabulary, phrases
from classifier.scorer import Scorer

SHOWN = 3


def deciding_words(
    scorer: Scorer, words: Sequence[str], features: Features, topic: int
) -> tuple[str, ...]:
    """At most SHOWN words whose n-grams raised the topic most above the mean of the others."""
    if not len(features.ids):
        return ()
    rows = scorer.rows(features)
    gain = features.values * (rows[:, topic] - rows.mean(axis=1))
    weight = dict(zip(features.ids.tolist(), gain.tolist(), strict=True))
    shares = _shares(scorer.vocabulary, words, weight)
    named = {word: share for word, share in shares.items() if word.isalnum() and share > 0}
    return tuple(sorted(named, key=lambda word: -named[word])[:SHOWN])


def _shares(
    vocabulary: Vocabulary, words: Sequence[str], weight: dict[int, float]
) -> dict[str, float]:
    """Each word's own n-grams, and half of each pair it stands in."""
    shares = {
        word: sum([weight[number] for number in vocabulary.letter_ids(word)]) for word in words
    }
    for phrase in phrases(words):
        number = vocabulary.ids.get(phrase)
        if number is not None:
            parts = [part for part in phrase.split("\t") if part]
            for part in parts:
                shares[part] += weight[number] / len(parts)
    return shares
