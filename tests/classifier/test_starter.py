"""The corpus that ships: complete, free of doubles, and enough for a good first day."""

from collections import Counter

import pytest

from benchmarks.classifier import QUEUES, thinned
from classifier.check import check
from classifier.corpus import Example, examples
from classifier.evaluation import Report, evaluate
from classifier.scorer import REJECTED
from classifier.training import train

TRAIN, HELDOUT = examples("train"), examples("heldout")


def counted(messages: list[Example]) -> Counter[tuple[str, str]]:
    return Counter((example.label, example.language) for example in messages)


def test_every_topic_has_enough_messages_in_both_languages() -> None:
    trained, measured = counted(TRAIN), counted(HELDOUT)
    for topic in QUEUES:
        assert trained[topic, "ru"] >= 200
        assert trained[topic, "en"] >= 100
        assert min(measured[topic, "ru"], measured[topic, "en"]) >= 40
    assert trained[REJECTED, "ru"] + trained[REJECTED, "en"] >= 400
    assert measured[REJECTED, "ru"] + measured[REJECTED, "en"] >= 150
    assert {label for label, _ in trained} == {*QUEUES, REJECTED}


def test_nothing_stands_twice_and_nothing_held_out_is_trained_on() -> None:
    assert check([*TRAIN, *HELDOUT]) == []


def test_held_out_voices_are_others() -> None:
    assert not {e.voice for e in TRAIN} & {e.voice for e in HELDOUT}


@pytest.fixture(scope="module")
def report() -> Report:
    """A third of the corpus, n-grams alone: a floor that is quick to reach."""
    model = train(thinned(TRAIN, 1 / 3), None, QUEUES).model
    return evaluate(model, HELDOUT)


def test_even_a_third_without_the_encoder_is_useful(report: Report) -> None:
    assert report.accuracy >= 0.68
    assert report.top3 >= 0.84
    assert report.queue_accuracy >= 0.78
    assert report.ece <= 0.08
    assert report.auroc is not None
    assert report.auroc >= 0.85
