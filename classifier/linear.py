"""Linear classifiers, kept as two arrays."""

from dataclasses import dataclass

import numpy as np

from classifier.arrays import AnyArray, Floats


@dataclass(frozen=True)
class Linear:
    """Scores are `features @ weights + bias`: weights (features, labels), bias (labels,)."""

    weights: Floats
    bias: Floats

    def __call__(self, features: AnyArray) -> Floats:
        """Scores (messages, labels) of dense features or sparse ones."""
        return np.asarray(features @ self.weights + self.bias, dtype=np.float32)
