"""Linear classifiers, kept as two arrays."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from classifier.arrays import AnyArray, Floats, Ints


@dataclass(frozen=True)
class Linear:
    """Scores are `features @ weights + bias`: weights (features, labels), bias (labels,)."""

    weights: Floats
    bias: Floats

    def __call__(self, features: AnyArray) -> Floats:
        """Scores (messages, labels) of dense features or sparse ones."""
        return np.asarray(features @ self.weights + self.bias, dtype=np.float32)

    def __add__(self, other: "Linear") -> "Linear":
        """Both opinions as one: their scores added."""
        return Linear(self.weights + other.weights, self.bias + other.bias)

    def some(self, ids: Ints, values: Floats) -> Floats:
        """Scores (labels,) of one message with few features: their numbers and values."""
        scores: Floats = values @ self.weights.take(ids, axis=0) + self.bias
        return scores

    def leaning(self, ids: Ints, label: int) -> Floats:
        """How much more these features speak for a label than for the others on average."""
        more: Floats = self.weights[ids, label] - self._means[ids]
        return more

    @cached_property
    def _means(self) -> Floats:
        means: Floats = self.weights.mean(axis=1)
        return means
