"""Every rule of the gate objects to what breaks it, and to nothing else."""

from dataclasses import replace
from typing import Any

import pytest

from classifier.bench import Bench
from classifier.evaluation import Report
from classifier.gate import LARGEST, judge, smoke, uncompared
from classifier.intervals import Difference
from classifier.model import TopicModel
from classifier.teaching import Rules
from classifier.trial import Figures, Heard, TopicRow, Trial
from services.shop_file import ShopSeed
from tests.classifier.parrot import Parrot

GOOD = Figures(
    0.9, 0.88, 0.92, 0.9, 0.88, 0.92, 0.98, 0.95, 0.9, 0.97, 0.01, 0.98, 0.05, 0.01, 0.9, 1
)
EVEN = Difference(10, 10, 0.0, -0.005, 0.005, 1.0)
REPORT: Any = Report
NOBODY = Bench([], {}, Rules())


def heard(encoder: str | None = None, **changed: Any) -> Heard:
    return Heard((), REPORT, replace(GOOD, **changed), encoder)


def trial(
    now: Heard | None = None,
    was: Heard | None = None,
    difference: Difference = EVEN,
    *topics: TopicRow,
) -> Trial:
    return Trial(now or heard(), was or heard(), difference, topics, ())


def rules(tried: Trial, size: int = 4_000_000) -> list[str]:
    return [one.rule for one in judge(tried, Parrot(), NOBODY, size)]  # type: ignore[arg-type]


def test_an_equal_model_may_serve() -> None:
    assert rules(trial()) == []


@pytest.mark.parametrize(
    ("low", "high", "objects"),
    [
        (-0.005, 0.005, False),
        (-0.019, -0.0001, True),
        (-0.021, 0.03, True),
        (-0.019, 0.001, False),
        (0.01, 0.02, False),
    ],
)
def test_accuracy_is_judged_by_its_interval(low: float, high: float, objects: bool) -> None:
    found = rules(trial(None, None, replace(EVEN, low=low, high=high)))
    assert found == (["accuracy"] if objects else [])


@pytest.mark.parametrize(
    ("messages", "was", "now", "objects"),
    [
        (20, 0.90, 0.79, True),
        (20, 0.90, 0.81, False),
        (19, 0.90, 0.20, False),
        (50, None, 0.20, False),
    ],
)
def test_no_topic_may_fall_far(messages: int, was: float | None, now: float, objects: bool) -> None:
    row = TopicRow("refund", messages, now, now, now, was)
    found = judge(trial(None, None, EVEN, row), Parrot(), NOBODY, 1)  # type: ignore[arg-type]
    assert [one.as_dict().get("topic") for one in found] == (["refund"] if objects else [])


@pytest.mark.parametrize(
    ("changed", "objects"),
    [
        ({"auroc": 0.965}, []),
        ({"auroc": 0.955}, ["scope"]),
        ({"caught": 0.87}, []),
        ({"caught": 0.85}, ["scope"]),
        ({"lost": 0.06}, ["scope"]),
        ({"auroc": None, "caught": None}, []),
    ],
)
def test_strangers_are_told_apart_as_well(changed: dict[str, Any], objects: list[str]) -> None:
    assert rules(trial(heard(**changed))) == objects


def test_it_may_not_take_twice_the_time() -> None:
    assert rules(trial(heard(ms=1.9))) == []
    assert rules(trial(heard(ms=2.1))) == ["latency"]


def test_its_file_has_a_bound() -> None:
    assert rules(trial(), LARGEST) == []
    assert rules(trial(), LARGEST + 1) == ["size"]


def test_an_encoder_may_not_get_lost() -> None:
    assert rules(trial(heard(), heard(encoder="usem3"))) == ["encoder"]
    assert rules(trial(heard(encoder="usem3"), heard())) == []


def test_alone_only_its_own_faults_count() -> None:
    alone = Trial(heard(auroc=0.1, ms=99), None, None, (), ())
    assert rules(alone) == []
    assert rules(alone, LARGEST + 1) == ["size"]
    assert uncompared().as_dict() == {"rule": "uncompared"}


def test_a_plain_message_in_the_wrong_queue_is_named() -> None:
    stand = Bench([], {"refund": "care", "payment": "orders"}, Rules())
    found = judge(trial(), Parrot(default="refund"), stand, 1)  # type: ignore[arg-type]
    assert {one.rule for one in found} == {"smoke"}
    assert {one.numbers["right_queue"] for one in found} == {"orders"}
    assert {one.numbers["queue"] for one in found} == {"care"}


def test_plain_messages_follow_the_shops_topics() -> None:
    stand = Bench([], {"returns": "care"}, Rules({"refund": "returns"}, frozenset({"payment"})))
    assert {one.label for one in smoke(stand)} == {"returns"}
    assert smoke(Bench([], {"my_own": "care"}, Rules())) == []


def test_the_starter_model_leads_every_plain_message_right(
    model: TopicModel, seed: ShopSeed
) -> None:
    stand = Bench([], {topic.key: topic.queue for topic in seed.topics}, Rules())
    shipped = {(one.label, one.language) for one in smoke(stand)}
    assert shipped == {(topic.key, language) for topic in seed.topics for language in ("ru", "en")}
    assert judge(Trial(heard(), None, None, (), ()), model, stand, 1) == []
