"""Is a message about the shop at all? Decided apart from the question which topic it has."""

from dataclasses import dataclass

import numpy as np

from classifier.arrays import Floats, log_softmax


@dataclass(frozen=True)
class Scope:
    """`in_scope` is the logistic function of `signals @ weights + bias`."""

    weights: Floats
    bias: float

    def __call__(self, signals: Floats) -> Floats:
        score = np.clip(signals @ self.weights + self.bias, -30, 30)
        result: Floats = 1 / (1 + np.exp(-score))
        return result


def branch_signals(scores: Floats, topics: int) -> Floats:
    """Per message: the largest raw score, its log probability, log odds against rejection."""
    logs = log_softmax(scores)
    best = logs[:, :topics].max(axis=1)
    rejected = logs[:, topics] if scores.shape[1] > topics else best
    return np.stack([scores[:, :topics].max(axis=1), best, best - rejected], axis=1)
