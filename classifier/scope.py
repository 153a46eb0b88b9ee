"""Is a message about the shop at all? Decided apart from the question which topic it has."""

from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from classifier.arrays import AnyArray, Floats, log_softmax

ENOUGH_OUTSIDE = 20
USUAL_LOSS = 0.03


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


def fit_scope(signals: Floats, inside: AnyArray) -> Scope:
    """Learn from messages out of scope; without them, from how usual messages in scope score.

    `signals` (messages, signals) come from models that had not seen the message. Without enough
    examples out of scope, .5 lies where the least usual USUAL_LOSS of the messages in scope lie.
    """
    centre, spread = signals.mean(axis=0), signals.std(axis=0) + 1e-6
    standard = (signals - centre) / spread
    if (~inside).sum() < ENOUGH_OUTSIDE or not inside.any():
        weights, bias = _by_usualness(standard[inside] if inside.any() else standard)
    else:
        model = LogisticRegression(C=1.0, class_weight=None).fit(standard, inside)
        weights, bias = model.coef_[0], float(model.intercept_[0])
    return Scope((weights / spread).astype(np.float32), float(bias - (weights / spread) @ centre))


def _by_usualness(standard: Floats) -> tuple[AnyArray, float]:
    weights = np.ones(standard.shape[1])
    if not len(standard):
        return weights, 0.0
    return weights, -float(np.quantile(standard @ weights, USUAL_LOSS))
