"""A linear discriminant of embeddings: where examples are few, it sees what all topics share."""

import numpy as np

from classifier.arrays import Floats, Ints
from classifier.linear import Linear
from classifier.solving import ABSENT

SHRINKAGE = 0.3
SCALE = 0.01


def fit_discriminant(features: Floats, labels: Ints, count: int) -> Linear:
    """Scores from class means and the spread that all classes share (Friedman 1989).

    The spread is drawn by SHRINKAGE towards a ball; SCALE brings the scores near the size of
    those of a logistic regression, to which they can be added.
    """
    size = features.shape[1]
    members = np.bincount(labels, minlength=count).astype(np.float32)
    sums = np.zeros((count, size), np.float32)
    np.add.at(sums, labels, features)
    means = sums / np.maximum(members, 1)[:, None]
    aside = features - means[labels]
    spread = (aside.T @ aside / max(1, len(labels))).astype(np.float64)
    ball = np.trace(spread) / size * np.eye(size)
    mixed = (1 - SHRINKAGE) * spread + SHRINKAGE * ball + 1e-6 * np.eye(size)
    weights = SCALE * np.linalg.solve(mixed, means.T.astype(np.float64))
    bias = np.where(members > 0, -(means.T * weights).sum(axis=0) / 2, ABSENT)
    return Linear(weights.astype(np.float32), bias.astype(np.float32))
