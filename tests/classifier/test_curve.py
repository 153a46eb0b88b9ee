"""The law is found again where there is one, and advice is given only on evidence."""

from collections import Counter
from collections.abc import Sequence

import pytest

from classifier.bench import Bench
from classifier.corpus import Example
from classifier.curve import draw_curve, fit, shares, thinned
from classifier.teaching import Rules
from tests.classifier.parrot import Parrot

QUEUES = {"refund": "care", "payment": "orders"}


def heldout(each: int) -> list[Example]:
    return [Example(f"{topic} {n}", topic) for topic in QUEUES for n in range(each)]


def answers(each: int, wrong: dict[str, int]) -> list[str]:
    """As many wrong answers about each topic as are asked for."""
    other = {"refund": "payment", "payment": "refund"}
    return [
        other[topic] if n < wrong.get(topic, 0) else topic for topic in QUEUES for n in range(each)
    ]


def counts(*sizes: int) -> list[Counter[str]]:
    return [Counter(dict.fromkeys(QUEUES, size)) for size in sizes]


def test_a_power_law_is_found_again() -> None:
    stand = Bench(heldout(400), QUEUES, Rules())
    said = [answers(400, {"refund": n, "payment": n}) for n in (80, 40, 20)]
    curve = fit(stand, counts(100, 200, 400), said)
    assert curve.slope == pytest.approx(1.0)
    assert curve.at(1600) == pytest.approx(1 - 20 / 800)
    assert [point.messages for point in curve.points] == [200, 400, 800]
    assert [point.accuracy for point in curve.points] == pytest.approx([0.8, 0.9, 0.95])
    for point in curve.points:
        assert point.low < point.accuracy < point.high


def test_advice_says_what_the_law_says() -> None:
    stand = Bench(heldout(1000), QUEUES, Rules())
    said = [answers(1000, {"refund": n, "payment": n}) for n in (400, 200, 100)]
    advice = {one.topic: one for one in fit(stand, counts(50, 100, 200), said).advice}
    assert set(advice) == set(QUEUES)
    assert advice["refund"].more == 50
    assert advice["refund"].points == pytest.approx(100 * 0.1 * (1 - 200 / 250), abs=0.6)


@pytest.mark.parametrize(
    ("each", "wrong"),
    [(8, (3, 2, 2)), (400, (40, 40, 40)), (400, (20, 30, 40)), (400, (0, 0, 0))],
    ids=["too few messages", "a flat curve", "a falling curve", "no mistakes"],
)
def test_without_evidence_there_is_no_advice(each: int, wrong: Sequence[int]) -> None:
    stand = Bench(heldout(each), QUEUES, Rules())
    said = [answers(each, {"refund": n, "payment": n}) for n in wrong]
    assert fit(stand, counts(100, 200, 400), said).advice == ()


def test_smaller_parts_lie_in_larger_ones_and_no_label_is_lost() -> None:
    messages = [*heldout(40), Example("единственное", "rare")]
    quarter, half = thinned(messages, 0.25), thinned(messages, 0.5)
    assert set(quarter) < set(half) < set(messages)
    assert Counter(one.label for one in quarter) == {"refund": 10, "payment": 10, "rare": 1}


@pytest.mark.parametrize(
    ("spent", "expected"), [(10, (0.25, 0.5)), (100, (0.125, 0.25)), (1000, ())]
)
def test_there_are_only_as_many_trainings_as_there_is_time(
    spent: float, expected: tuple[float, ...]
) -> None:
    assert shares(spent, 60) == expected


def test_each_part_is_trained_on_and_measured() -> None:
    stand, learned, heard = Bench(heldout(4), QUEUES, Rules()), [], []
    lessons = heldout(40)

    def learn(part: Sequence[Example]) -> Parrot:
        learned.append(len(part))
        return Parrot()

    said = answers(4, {})
    curve = draw_curve(lessons, said, stand, learn, (0.25, 0.5), lambda *at: heard.append(at))  # type: ignore[arg-type]
    assert learned == [20, 40]
    assert heard == [(0, 2), (1, 2), (2, 2)]
    assert curve is not None
    assert [point.accuracy for point in curve.points] == [0.5, 0.5, 1.0]
    assert draw_curve(lessons, said, stand, learn, ()) is None  # type: ignore[arg-type]
    alone = [one for one in lessons if one.label == "refund"]
    assert draw_curve(alone, said, stand, learn, (0.5,)) is None  # type: ignore[arg-type]
