"""Predicts every training message by models that never saw it, nor its author where known."""

from collections.abc import Callable

import numpy as np
from scipy.sparse import csr_matrix

from classifier.arrays import Floats
from classifier.lesson import Lesson
from classifier.solving import fit_linear

Advance = Callable[[int, int], None]


def predict_unseen(
    features: Floats | csr_matrix,
    lesson: Lesson,
    strength: float,
    seed: int,
    advance: Advance = lambda done, total: None,
) -> Floats:
    """Raw scores (messages, labels), each fold scored by a regression on the other folds."""
    scores = np.zeros((len(lesson.labels), lesson.columns), np.float32)
    parts = np.unique(lesson.folds)
    for done, part in enumerate(parts, start=1):
        test, rest = lesson.folds == part, lesson.folds != part
        if rest.any():
            labels = lesson.labels[rest]
            model = fit_linear(features[rest], labels, lesson.columns, strength, seed)
            scores[test] = model(features[test])
        advance(done, len(parts))
    return scores
