"""Linear classifiers, trained by scikit-learn and kept as two arrays."""

import warnings
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from classifier.arrays import AnyArray, Floats, Ints

ABSENT = -12.0
MARGIN_SCALE = 4.0


@dataclass(frozen=True)
class Linear:
    """Scores are `features @ weights + bias`: weights (features, labels), bias (labels,)."""

    weights: Floats
    bias: Floats

    def __call__(self, features: Floats | csr_matrix) -> Floats:
        return np.asarray(features @ self.weights + self.bias, dtype=np.float32)


def fit_linear(
    features: Floats | csr_matrix, labels: Ints, count: int, strength: float, seed: int
) -> Linear:
    """Train on label numbers below `count`; labels without an example get a very low score.

    Sparse features (n-grams) train one-against-rest support vectors, whose margins MARGIN_SCALE
    brings near the size of log odds; dense ones (embeddings) a multinomial logistic regression.
    Leaving voices out, each was the better of the two for its kind.
    """
    present = np.unique(labels)
    weights = np.zeros((features.shape[1], count), np.float32)
    bias = np.full(count, ABSENT, np.float32)
    if len(present) < 2 or not features.shape[1]:
        bias[present] = 0.0
        return Linear(weights, bias)
    if isinstance(features, csr_matrix):
        model, scale = LinearSVC(C=strength, random_state=seed), MARGIN_SCALE
    else:
        model, scale = LogisticRegression(C=strength, random_state=seed), 1.0
    coefficients, intercepts = _solve(model, features, labels)
    weights[:, present] = scale * coefficients.T
    bias[present] = scale * intercepts
    return Linear(weights, bias)


def _solve(
    model: LinearSVC | LogisticRegression, features: Floats | csr_matrix, labels: Ints
) -> tuple[AnyArray, AnyArray]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(features, labels)
    weights, bias = model.coef_, model.intercept_
    if len(weights) == 1:
        return np.vstack([-weights, weights]) / 2, np.concatenate([-bias, bias]) / 2
    return weights, bias
