"""The trained numbers and the arithmetic that turns a message into scores: the served path."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from classifier.arrays import Floats, log_softmax, softmax
from classifier.linear import Linear
from classifier.neighbours import Near, Neighbours
from classifier.ngrams import Features, Weighing
from classifier.readings import read
from classifier.scope import Scope, branch_signals
from classifier.spelling import Speller
from classifier.threads import one_thread

REJECTED = "out_of_scope"


@dataclass(frozen=True)
class EncoderBranch:
    """What judges by sentence embeddings."""

    linear: Linear
    neighbours: Neighbours


@dataclass(frozen=True)
class Scores:
    """For n messages: topic probabilities (n, topics), in_scope (n,), nearest message or -1."""

    topics: Floats
    in_scope: Floats
    nearest: Sequence[int]


def certainty(scores: Scores) -> Floats:
    """What the n-grams must be sure of to answer alone: topic and being in scope at once."""
    result: Floats = scores.topics.max(axis=1) * scores.in_scope
    return result


def joined(parts: Sequence[Scores]) -> Scores:
    """Scores of several batches as one."""
    topics = np.concatenate([part.topics for part in parts])
    in_scope = np.concatenate([part.in_scope for part in parts])
    return Scores(topics, in_scope, [number for part in parts for number in part.nearest])


@dataclass(frozen=True)
class Scorer:
    """Frozen arrays of both branches and their vote; `topics` are the real topics in order.

    The linear parts score the topics and, as a last column, rejection when there were examples
    out of scope. `vote` weighs n-grams, embeddings and neighbours, `alone` sharpens the n-grams.
    """

    topics: tuple[str, ...]
    vocabulary: Weighing
    ngrams: Linear
    alone: float
    scope_alone: Scope
    encoder: EncoderBranch | None = None
    vote: tuple[float, ...] = (1.0, 1.0, 1.0)
    scope_both: Scope | None = None

    @cached_property
    def _speller(self) -> Speller:
        return Speller(self.vocabulary.words, self.vocabulary.knows)

    def read(self, text: str) -> str:
        """The likeliest reading of a message, its typing errors mended."""
        return self._speller.mend(read(text))

    def ngram_scores(self, features: Features) -> Floats:
        """Raw n-gram scores of one message."""
        return self.ngrams.some(features.ids, features.values)

    def by_ngrams(self, scores: Floats) -> Scores:
        """Verdict figures from raw n-gram scores (n, labels) alone."""
        count = len(self.topics)
        chances = softmax(self.alone * scores[:, :count])
        signals = branch_signals(scores, count)
        return Scores(chances, self.scope_alone(signals), [-1] * len(scores))

    def by_both(self, scores: Floats, embeddings: Floats) -> Scores:
        """Verdict figures from raw n-gram scores and sentence embeddings."""
        if self.encoder is None or self.scope_both is None:
            return self.by_ngrams(scores)
        neighbours, linear = self.encoder.neighbours, self.encoder.linear
        with one_thread():
            cosines = neighbours.similarities(embeddings)
            said = neighbours.near(cosines, len(self.topics))
            topics, in_scope = self.judge(scores, linear(embeddings), said)
        return Scores(topics, in_scope, cosines.argmax(axis=1).tolist())

    def judge(self, scores: Floats, meanings: Floats, said: Near) -> tuple[Floats, Floats]:
        """Topic probabilities and in_scope from both branches' raw scores and the neighbours."""
        if self.scope_both is None:
            raise ValueError("this scorer has no encoder branch")
        count = len(self.topics)
        voters = branches(scores, meanings, said, count)
        joint = sum(weight * logs for weight, logs in zip(self.vote, voters, strict=True))
        signals = both_signals(scores, meanings, said, count)
        return softmax(np.asarray(joint)), self.scope_both(signals)


def branches(scores: Floats, meanings: Floats, said: Near, topics: int) -> list[Floats]:
    """Log probabilities of the real topics by n-grams, by embeddings, by the neighbours."""
    return [log_softmax(logs[:, :topics]) for logs in (scores, meanings, said.votes)]


def both_signals(scores: Floats, meanings: Floats, said: Near, topics: int) -> Floats:
    """Signs that a message is in scope: three of each voter, two of the nearest messages."""
    voters = [branch_signals(logs, topics) for logs in (scores, meanings, said.votes)]
    return np.concatenate([*voters, said.closeness], axis=1)
