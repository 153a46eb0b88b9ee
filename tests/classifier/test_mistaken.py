"""Topics mistaken for each other: what is significant, what chance explains, what was stored."""

import json

import pytest

from classifier.corpus import Example
from classifier.evaluation import Answer, measure
from classifier.mistaken import Mistakes, lowest, mistaken, mistakes_of, read_mistakes

SIZES = {f"topic{number}": 120 for number in range(10)} | {"refund": 120, "return": 118}


def found(**pairs: int) -> list[tuple[str, str, int]]:
    """The pairs that are pointed out; each is named `one__other`."""
    counts = {tuple(name.split("__")): count for name, count in pairs.items()}
    return [
        (one.topic, one.taken_for, one.count)
        for one in mistaken(Mistakes(SIZES, counts))  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ({}, []),
        ({"refund__return": 14}, [("refund", "return", 14)]),
        ({"refund__return": 4}, []),
        ({"refund__return": 14, "return__refund": 9}, [("refund", "return", 14)]),
        (
            {"refund__return": 14, "topic1__topic2": 30},
            [("topic1", "topic2", 30), ("refund", "return", 14)],
        ),
        ({f"refund__topic{number}": 9 for number in range(10)}, []),
    ],
)
def test_often_and_not_by_chance(pairs: dict[str, int], said: list[tuple[str, str, int]]) -> None:
    assert found(**pairs) == said


def test_what_is_said_of_a_pair() -> None:
    (one,) = mistaken(Mistakes(SIZES, {("refund", "return"): 14, ("return", "refund"): 9}))
    assert (one.messages, one.back, one.others) == (120, 9, 118)


def test_few_messages_prove_little() -> None:
    assert lowest(0, 0) == 0
    assert lowest(0, 50) == 0
    assert lowest(1, 2) < lowest(10, 20) < lowest(100, 200) < 0.5
    assert lowest(14, 120) == pytest.approx(0.0770, abs=0.0005)


def test_stored_mistakes_under_the_topics_of_today() -> None:
    truth = ["a"] * 5 + ["b"] * 4 + ["c"]
    said = ["a", "a", "b", "b", "c", "b", "b", "b", "a", "c"]
    answers = [Answer((topic,), 0.9, 0.9, "route") for topic in said]
    report = measure(answers, [Example("x", topic) for topic in truth], {})
    stored = json.loads(json.dumps(mistakes_of(report).as_dict()))
    same = read_mistakes(stored, {})
    assert same.messages == {"a": 5, "b": 4, "c": 1}
    assert same.pairs == {("a", "b"): 2, ("a", "c"): 1, ("b", "a"): 1}
    merged = read_mistakes(stored, {"c": "b"})
    assert merged.messages == {"a": 5, "b": 5}
    assert merged.pairs == {("a", "b"): 3, ("b", "a"): 1}


@pytest.mark.parametrize("stored", [None, [], {"pairs": [["a", "b"], 5]}, {"messages": {"a": "x"}}])
def test_what_makes_no_sense_is_nothing(stored: object) -> None:
    assert mistaken(read_mistakes(stored, {})) == []
