"""Is a message about the shop at all? Decided apart from the question which topic it has."""

from dataclasses import dataclass

import numpy as np

from classifier.arrays import Floats


@dataclass(frozen=True)
class Scope:
    """`in_scope` is the logistic function of `signals @ weights + bias`."""

    weights: Floats
    bias: float

    def __call__(self, signals: Floats) -> Floats:
        score = np.maximum(signals @ self.weights + self.bias, -30)
        result: Floats = 1 / (1 + np.exp(-score))
        return result


def branch_signals(scores: Floats, topics: int) -> Floats:
    """Per message: the largest raw score, its log probability, log odds against rejection."""
    best, most = scores[:, :topics].max(axis=1), scores.max(axis=1)
    signals = np.zeros((len(scores), 3), np.float32)
    signals[:, 0] = best
    signals[:, 1] = best - most - np.log(np.exp(scores - most[:, None]).sum(axis=1))
    if scores.shape[1] > topics:
        signals[:, 2] = best - scores[:, topics]
    return signals
