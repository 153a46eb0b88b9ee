"""Route, ask or triage; and thresholds that keep their promise."""

import numpy as np
import pytest

from classifier.decision import NEVER, Thresholds, decide, lowest, number_queues, ranked

TOPICS = ("change", "status", "refund", "smalltalk")
QUEUES = number_queues(
    TOPICS, {"change": "orders", "status": "orders", "refund": "care", "smalltalk": None}
)
THRESHOLDS = Thresholds(topic=0.8, queue=0.9, gap=0.15, scope=0.3, sure=0.99)


@pytest.mark.parametrize(
    ("chances", "in_scope", "decision"),
    [
        ((0.05, 0.85, 0.05, 0.05), 0.9, "route"),
        ((0.45, 0.50, 0.03, 0.02), 0.9, "route"),
        ((0.20, 0.60, 0.15, 0.05), 0.9, "ask"),
        ((0.00, 0.00, 0.10, 0.90), 0.9, "route"),
        ((0.05, 0.85, 0.05, 0.05), 0.2, "triage"),
    ],
)
def test_decisions(chances: tuple[float, ...], in_scope: float, decision: str) -> None:
    assert decide(np.array(chances, np.float32), in_scope, QUEUES, THRESHOLDS) == decision


def test_two_close_queues_are_asked_about() -> None:
    low = Thresholds(topic=0.4, queue=0.4, gap=0.15, scope=0.0, sure=1.0)
    assert decide(np.array([0.2, 0.3, 0.45, 0.05]), 1.0, QUEUES, low) == "ask"


def test_topics_share_a_queue_or_stand_alone() -> None:
    assert QUEUES[0] == QUEUES[1]
    assert len(set(QUEUES.tolist())) == 3


def test_the_likeliest_topic_of_the_likeliest_queue_comes_first() -> None:
    assert ranked(np.array([0.28, 0.27, 0.40, 0.05]), QUEUES) == [0, 2, 1, 3]
    assert ranked(np.array([0.10, 0.15, 0.70, 0.05]), QUEUES) == [2, 1, 0, 3]


def test_the_lowest_threshold_with_the_promised_share() -> None:
    scores, even = np.array([0.9, 0.8, 0.7, 0.6]), np.ones(4)
    right = np.array([True, True, False, True])
    assert lowest(scores, right, even, 0.75) == 0.6
    assert lowest(scores, right, even, 0.9) == 0.8
    assert lowest(scores, right, np.array([1, 1, 0.1, 1]), 0.9) == 0.6
    assert lowest(scores, ~right, even, 0.9) == NEVER
    assert lowest(scores[:0], right[:0], even[:0], 0.9) == NEVER
