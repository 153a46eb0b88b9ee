"""A linear classifier learned batch by batch: stochastic gradient descent, averaged.

One against the rest like `solving.fit_linear` for n-grams, but in a memory that does not grow with
the messages (Bottou 2010; averaging of Polyak & Juditsky 1992; the smooth hinge of Zhang 2004,
which with these steps comes nearer to the support vectors than the hinge itself).
"""

from collections.abc import Callable

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from classifier.arrays import Ints
from classifier.hashing import batches
from classifier.linear import Linear
from classifier.solving import ABSENT, MARGIN_SCALE

PASSES, MOST_PASSES = 3, 12
WORTH = 1_000_000
FEWEST, MOST_OFTEN = 300, 10
SOFTER = 0.3  # C of these steps beside the C of support vectors that did as well
Read = Callable[[Ints], csr_matrix]


class Learner:
    """Learns label numbers below `count` from batches of features."""

    def __init__(
        self, labels: Ints, rows: Ints, count: int, features: int, strength: float, seed: int
    ) -> None:
        self._labels = labels
        self._rows = _repeated(rows, labels[rows], count)
        self._count = count
        self._features = features
        self._random = np.random.default_rng(seed)
        self._present = np.unique(labels[rows])
        self._model = SGDClassifier(
            loss="modified_huber",
            alpha=1 / (SOFTER * strength * len(self._rows)),
            average=len(self._rows),
            random_state=seed,
        )

    def go_through(self, read: Read, advance: Callable[[int], None]) -> None:
        """Every message once, in another order each time; `advance` hears of how many."""
        if len(self._present) < 2 or not self._features:
            return
        for part in batches(self._random.permutation(self._rows)):
            self._model.partial_fit(read(part), self._labels[part], classes=self._present)
            advance(len(part))

    def learned(self) -> Linear:
        """What it knows by now; labels without an example get a very low score."""
        weights = np.zeros((self._features, self._count), np.float32)
        bias = np.full(self._count, ABSENT, np.float32)
        if len(self._present) < 2 or not self._features:
            bias[self._present] = 0.0
            return Linear(weights, bias)
        rows, more = self._model.coef_, self._model.intercept_
        if len(rows) == 1:
            rows, more = np.vstack([-rows, rows]) / 2, np.concatenate([-more, more]) / 2
        weights[:, self._present] = MARGIN_SCALE * rows.T
        bias[self._present] = MARGIN_SCALE * more
        return Linear(weights, bias)


def _repeated(rows: Ints, labels: Ints, count: int) -> Ints:
    """A label of a few messages is shown them more often, or it would hardly be noticed."""
    sizes = np.maximum(np.bincount(labels, minlength=count), 1)
    times = np.clip(FEWEST // sizes, 1, MOST_OFTEN)
    return np.repeat(rows, times[labels])


def passes(messages: int) -> int:
    """How often to go through so many messages: few are gone through more often."""
    return int(np.clip(WORTH // max(messages, 1), PASSES, MOST_PASSES))
