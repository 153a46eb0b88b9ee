"""Linear classifiers and the judge of scope, trained by scikit-learn."""

import warnings

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from classifier.arrays import AnyArray, Floats, Ints
from classifier.linear import Linear
from classifier.scope import Scope

ABSENT = -12.0
MARGIN_SCALE = 4.0
ENOUGH_OUTSIDE = 20
USUAL_LOSS = 0.03


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
