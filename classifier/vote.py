"""How much each branch counts and how sure their joint answer is, from out-of-fold scores."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize

from classifier.arrays import Floats, Ints, log_softmax

ENOUGH = 20
CAUTION = 1.0


def fit_weights(branches: Sequence[Floats], labels: Ints, default: Sequence[float]) -> Floats:
    """Weights w that make softmax(sum of w[i] * branches[i]) likeliest for the true labels.

    Each branch is an array (messages, topics) of log probabilities from models that had not seen
    the message. The sum of the weights is an inverse temperature, so one search both weighs the
    branches and calibrates their vote. A pull of CAUTION messages' strength towards `default`
    keeps few messages from deciding everything; below ENOUGH messages the default stays.
    """
    start = np.array(default, float)
    if len(labels) < ENOUGH:
        return start.astype(np.float32)
    stacked = np.stack(branches)
    rows = np.arange(len(labels))

    def loss(weights: Floats) -> float:
        chosen = log_softmax(np.tensordot(weights, stacked, 1))[rows, labels]
        return float(-chosen.sum() + CAUTION * ((weights - start) ** 2).sum())

    bounds = [(0.0, 20.0)] * len(start)
    return np.asarray(minimize(loss, start, bounds=bounds, method="L-BFGS-B").x, np.float32)
