"""The discriminant looks past what all topics share, and adds up with a regression."""

import numpy as np

from classifier.discriminant import fit_discriminant
from classifier.linear import Linear


def test_what_all_topics_share_does_not_mislead() -> None:
    random = np.random.default_rng(0)
    labels = np.repeat([0, 1], 6)
    loud, telling = random.normal(size=(12, 1)) * 5, (labels * 2 - 1)[:, None] * 0.3
    features = np.hstack([loud, telling, random.normal(size=(12, 6)) * 0.05]).astype(np.float32)
    model = fit_discriminant(features, labels, 3)
    strangers = np.zeros((2, 8), np.float32)
    strangers[:, 0], strangers[:, 1] = (6.0, -6.0), (-0.3, 0.3)
    scores = model(strangers)
    assert scores[:, :2].argmax(axis=1).tolist() == [0, 1]
    assert (scores.argmin(axis=1) == 2).all(), "a label without an example is never the answer"


def test_two_opinions_add_up() -> None:
    one = Linear(np.eye(2, dtype=np.float32), np.array([1.0, 0.0], np.float32))
    both = one + Linear(np.ones((2, 2), np.float32), np.zeros(2, np.float32))
    features = np.array([[2.0, 3.0]], np.float32)
    assert both(features).tolist() == [[8.0, 8.0]]
