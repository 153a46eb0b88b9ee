"""Figures agree with what a person counts by hand."""

import json

import numpy as np
import pytest

from classifier.corpus import Example
from classifier.evaluation import Answer, calibration_error, evaluate, measure
from classifier.training import Trained
from tests.classifier.messages import QUEUES, shop_messages

EXAMPLES = [
    Example("1", "refund", "ru"),
    Example("2", "refund", "ru"),
    Example("3", "order_status", "en"),
    Example("4", "smalltalk", "en"),
    Example("5", "out_of_scope", "ru"),
]
ANSWERS = [
    Answer(("refund", "order_status"), 0.9, 0.9, "route"),
    Answer(("warranty_repair", "refund"), 0.8, 0.8, "route"),
    Answer(("refund", "order_change", "smalltalk", "order_status"), 0.5, 0.7, "ask"),
    Answer(("smalltalk", "refund"), 1.0, 0.4, "triage"),
    Answer(("order_status", "refund"), 0.6, 0.5, "route"),
]


def test_counted_by_hand() -> None:
    report = measure(ANSWERS, EXAMPLES, QUEUES)
    assert (report.messages, report.out_of_scope) == (4, 1)
    assert report.accuracy == 0.5
    assert report.top3 == 0.75
    assert report.queue_accuracy == 0.75
    assert report.routed == 0.5
    assert report.routed_right == pytest.approx(2 / 3)
    assert report.routed_right_in_scope == 1.0
    assert report.lost == 0.25
    assert report.caught == 0.0
    assert report.auroc == 0.75
    assert report.languages["ru"].accuracy == 0.5
    assert report.languages["ru"].messages == 2
    assert sum(map(sum, report.confusion)) == 4
    assert {figures.topic for figures in report.topics} == {"refund", "order_status", "smalltalk"}
    json.dumps(report.as_dict())


def test_without_strangers_their_figures_are_absent() -> None:
    report = measure(ANSWERS[:4], EXAMPLES[:4], QUEUES)
    assert (report.auroc, report.fpr95, report.caught) == (None, None, None)


def test_only_strangers_can_not_be_measured() -> None:
    with pytest.raises(ValueError, match="no message with a topic"):
        measure(ANSWERS[4:], EXAMPLES[4:], QUEUES)


def test_calibration_error_is_the_gap_between_said_and_true() -> None:
    assert calibration_error(np.full(10, 0.7), np.arange(10) < 7) == pytest.approx(0)
    assert calibration_error(np.full(10, 0.9), np.arange(10) < 4) == pytest.approx(0.5)
    assert calibration_error(np.array([1.0, 0.0]), np.array([True, False])) == 0


def test_a_model_is_measured_on_its_served_path(trained: Trained) -> None:
    report = evaluate(trained.model, shop_messages())
    assert report.accuracy > 0.95
    assert report.queue_accuracy >= report.accuracy
