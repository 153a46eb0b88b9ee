"""A candidate beside the model that serves: the same messages, figures that a person can check."""

import json
from typing import Any

import numpy as np
import pytest

from classifier.bench import Bench, bench
from classifier.corpus import Example
from classifier.evaluation import Answer, measure
from classifier.intervals import bounds, differ, mcnemar
from classifier.pace import milliseconds
from classifier.remembering import Remembering
from classifier.teaching import Rules
from classifier.training import Trained
from classifier.trial import MOST_CHANGED, Trial, compare
from tests.classifier.messages import QUEUES, shop_messages
from tests.classifier.parrot import Parrot
from tests.classifier.stub import StubEncoder

HELDOUT = [
    *(Example(f"деньги {n}", "refund") for n in range(4)),
    *(Example(f"насос {n}", "warranty_repair") for n in range(4)),
    *(Example(f"заказ {n}", "order_status") for n in range(4)),
    *(Example(f"погода {n}", "out_of_scope") for n in range(4)),
]
RIGHT: dict[str, Any] = {
    one.text: ("refund", "triage") if one.label == "out_of_scope" else one.label for one in HELDOUT
}


def trial_of(now: Parrot, was: Parrot | None, **queues: str | None) -> Trial:
    stand = Bench(HELDOUT, QUEUES | queues, Rules())
    return compare(now, was, stand)  # type: ignore[arg-type]


def test_who_is_right_where_the_other_is_wrong_is_counted() -> None:
    was = Parrot(RIGHT | {"деньги 0": "order_status", "деньги 1": "order_status"})
    now = Parrot(RIGHT | {"заказ 3": "refund"})
    trial = trial_of(now, was)
    assert trial.difference is not None
    assert (trial.difference.better, trial.difference.worse) == (2, 1)
    assert trial.difference.mean == pytest.approx(1 / 12)
    assert trial.candidate.figures.accuracy == pytest.approx(11 / 12)
    f1 = {row.topic: (row.f1, row.was_f1) for row in trial.topics}
    assert f1["refund"] == pytest.approx((8 / 9, 4 / 6))
    assert f1["warranty_repair"] == (1.0, 1.0)
    json.dumps(trial.as_dict())


def test_messages_that_go_elsewhere_are_named_the_wrong_ones_first() -> None:
    was = Parrot(RIGHT | {"деньги 0": "order_status", "погода 1": "smalltalk"})
    now = Parrot(RIGHT | {"заказ 3": "refund", "насос 0": "refund"})
    changes = [
        (one.text, one.was_queue, one.now_queue, one.right_queue)
        for one in trial_of(now, was).changes
    ]
    assert changes == [
        ("заказ 3", "orders", "care", "orders"),
        ("деньги 0", "orders", "care", "care"),
        ("погода 1", None, "triage", "triage"),
    ]


def test_only_some_of_many_changes_are_told_but_all_are_counted() -> None:
    many = [Example(f"деньги {n}", "refund") for n in range(80)]
    stand = Bench(many, QUEUES, Rules())
    told = compare(Parrot(), Parrot(default="order_status"), stand).as_dict()  # type: ignore[arg-type]
    assert (len(told["changed"]), told["changed_total"]) == (MOST_CHANGED, 80)


def test_without_a_serving_model_there_is_nothing_to_compare() -> None:
    trial = trial_of(Parrot(RIGHT), None)
    assert (trial.current, trial.difference, trial.changes) == (None, None, ())
    assert {row.was_f1 for row in trial.topics} == {None}
    assert trial.as_dict()["current"] is None


def test_an_old_model_is_right_when_it_names_a_topic_that_was_merged() -> None:
    old = Parrot({"деньги": "money_back"})
    stand = Bench([Example("деньги", "refund")], QUEUES, Rules({"money_back": "refund"}))
    (said,) = stand.ask(old)  # type: ignore[arg-type]
    assert said.ranked == ("refund", "one", "two")
    assert stand.led(said) == "care"


def test_progress_counts_both_models() -> None:
    heard: list[tuple[int, int]] = []
    stand = Bench(HELDOUT, QUEUES, Rules())
    compare(Parrot(), Parrot(), stand, lambda done, total: heard.append((done, total)))  # type: ignore[arg-type]
    assert heard == [(16, 32), (32, 32)]


def test_of_very_many_messages_always_the_same_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("classifier.bench.MOST", 100)
    many = [Example(f"сообщение {n}", "refund") for n in range(300)]
    first = bench(many, QUEUES, Rules(), None).heldout
    assert len(first) == 100
    assert bench(many[::-1], QUEUES, Rules(), None).heldout == first
    grown = bench([*many, Example("ещё одно", "refund")], QUEUES, Rules(), None).heldout
    assert len(set(first) - set(grown)) <= 1


def test_models_are_asked_through_the_encoder_that_remembers(trained: Trained) -> None:
    class Counting(StubEncoder):
        read = 0

        def encode(self, texts: Any) -> Any:
            self.read += len(texts)
            return super().encode(texts)

    encoder, messages = Counting(), shop_messages()
    stand = Bench(messages, QUEUES, Rules(), Remembering(encoder))
    first = stand.ask(trained.model)
    once = encoder.read
    assert once > 0
    assert stand.ask(trained.model) == first
    assert encoder.read == once


def test_the_encoder_that_remembers_says_the_same() -> None:
    texts = ["верните деньги", "где посылка", "верните деньги"]
    remembering = Remembering(StubEncoder())
    for _ in range(2):
        assert np.array_equal(remembering.encode(texts), StubEncoder().encode(texts))
    assert remembering.encode([]).shape == (0, StubEncoder.dimensions)


def test_time_is_measured_for_each_model() -> None:
    quick, slow = milliseconds([Parrot(), Slow()], ["a", "b"])  # type: ignore[list-item]
    assert 0 < quick < slow


class Slow(Parrot):
    def classify(self, text: str) -> Any:
        sum(range(300_000))
        return super().classify(text)


@pytest.mark.parametrize(
    ("better", "worse", "expected"),
    [(0, 0, 1.0), (1, 7, 18 / 256), (7, 1, 18 / 256), (5, 5, 1.0), (10, 0, 2 / 1024)],
)
def test_mcnemars_exact_test_by_hand(better: int, worse: int, expected: float) -> None:
    assert mcnemar(better, worse) == pytest.approx(expected)


def test_intervals_are_as_wide_as_theory_says() -> None:
    answers = [Answer(("refund" if n % 10 else "loyalty",), 0.9, 0.9, "route") for n in range(400)]
    report = measure(answers, [Example("", "refund")] * 400, QUEUES)
    found = bounds(report)
    half = 1.96 * (0.9 * 0.1 / 400) ** 0.5
    assert (found.low, found.high) == pytest.approx((0.9 - half, 0.9 + half), abs=0.006)
    assert found.macro_low < report.macro_f1 < found.macro_high


def test_a_small_difference_among_few_is_uncertain_and_a_large_one_is_not() -> None:
    few = differ([True] * 20, [True] * 18 + [False] * 2)
    assert few.low <= 0.0 < few.high
    many = differ([True] * 1000, [True] * 900 + [False] * 100)
    assert 0.08 < many.low < 0.1 < many.high < 0.12
    assert many.p_value < 1e-9
    same = differ([True] * 2000, [True] * 2000)
    assert -0.002 < same.low < 0 < same.high < 0.002
    assert differ([True] * 10, [True] * 10).low < -0.05


def test_two_right_answers_of_two_are_no_certainty() -> None:
    answers = [Answer((topic,), 0.9, 0.9, "route") for topic in ("refund", "loyalty")]
    truth = [Example("", "refund"), Example("", "loyalty")]
    found = bounds(measure(answers, truth, QUEUES))
    assert found.low < 0.6
    assert (found.high, found.macro_low, found.macro_high) == (1.0, 1.0, 1.0)
