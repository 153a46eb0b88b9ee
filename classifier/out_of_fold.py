"""Predicts every training message by models that never saw it, nor its author where known."""

from collections.abc import Callable, Sequence

import numpy as np
from scipy.sparse import csr_matrix, vstack

from classifier.arrays import Floats, Ints
from classifier.lesson import Lesson
from classifier.linear import Linear

Advance = Callable[[int, int], None]
Learn = Callable[[Floats | csr_matrix, Ints], Linear]


def stacked(features: Floats | csr_matrix, more: Floats | csr_matrix) -> Floats | csr_matrix:
    """Rows of both, of the same kind."""
    if not more.shape[0]:
        return features
    if isinstance(features, csr_matrix):
        return vstack([features, more], format="csr")
    return np.concatenate([features, more])


def predict_unseen(
    features: Floats | csr_matrix,
    titles: Floats | csr_matrix,
    lesson: Lesson,
    learn: Learn,
    advance: Advance = lambda done, total: None,
    parts: Sequence[int] | None = None,
) -> Floats:
    """Raw scores (messages, labels), each fold scored by what was learned from the others.

    The features of the titles are learned from in every fold; `parts` are the folds to score,
    all of them unless said.
    """
    scores = np.zeros((len(lesson.labels), lesson.columns), np.float32)
    parts = np.unique(lesson.folds).tolist() if parts is None else parts
    for done, part in enumerate(parts, start=1):
        test, rest = lesson.folds == part, lesson.folds != part
        if rest.any():
            labels = np.concatenate([lesson.labels[rest], lesson.title_labels])
            scores[test] = learn(stacked(features[rest], titles), labels)(features[test])
        advance(done, len(parts))
    return scores
