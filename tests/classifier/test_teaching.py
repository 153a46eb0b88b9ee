"""Contradictions end by the stated rule, and nothing measured on is ever trained on."""

from dataclasses import dataclass
from itertools import pairwise, permutations

import pytest

from classifier.corpus import Example, examples
from classifier.heard import ORIGINS, Labels
from classifier.readings import read
from classifier.teaching import UNFIT, Rules, Teaching, is_held_out, teach


@dataclass(frozen=True)
class Said:
    text: str
    topic: str
    origin: str = "review"
    at: int = 0


TRAIN = [Example("где мой заказ", "order_status"), Example("верните деньги", "refund")]
HELDOUT = [Example("когда привезут", "delivery"), Example("деньги где", "refund")]


def taught(*said: Said, rules: Rules | None = None) -> Teaching:
    labels = Labels()
    for one in said:
        labels.hear(one)
    return teach(labels, TRAIN, HELDOUT, rules or Rules())


def seen(topic: str, size: int = 1, held_out: bool = False) -> list[str]:
    """Messages that fall on one side of the line between training and measuring."""
    found: list[str] = []
    number = 0
    while len(found) < size:
        number += 1
        text = f"{topic} вопрос {number}"
        if is_held_out(read(text)) == held_out:
            found.append(text)
    return found


def topics_of(teaching: Teaching, text: str) -> set[str]:
    everything = [*teaching.train, *teaching.heldout]
    return {one.label for one in everything if read(one.text) == read(text)}


@pytest.mark.parametrize(("higher", "lower"), list(pairwise(ORIGINS)))
def test_the_origin_that_stands_higher_counts_however_old_it_is(higher: str, lower: str) -> None:
    (text,) = seen("a")
    both = Said(text, "refund", higher, at=1), Said(text, "delivery", lower, at=2)
    for order in permutations(both):
        assert topics_of(taught(*order), text) == {"refund"}


def test_within_an_origin_the_newest_counts() -> None:
    (text,) = seen("a")
    words = [Said(text, topic, at=at) for at, topic in enumerate(("refund", "payment", "loyalty"))]
    for order in permutations(words):
        assert topics_of(taught(*order), text) == {"loyalty"}


def test_the_same_message_written_otherwise_is_the_same() -> None:
    (text,) = seen("a")
    teaching = taught(Said(text.upper() + "!!!", "payment", at=1), Said(text + "!", "refund", at=2))
    assert topics_of(teaching, text + "!") == {"refund"}
    assert len(teaching.train) == len(TRAIN) + 1


def test_unfit_takes_a_message_out_of_everything() -> None:
    gone = taught(Said(TRAIN[0].text, UNFIT, at=5), Said(TRAIN[0].text, "refund", "staff_topic"))
    assert topics_of(gone, TRAIN[0].text) == set()
    gone = taught(Said(HELDOUT[0].text, UNFIT))
    assert topics_of(gone, HELDOUT[0].text) == set()


def test_the_shops_word_counts_more_than_the_starter_corpus() -> None:
    text = TRAIN[0].text
    assert topics_of(taught(Said(text, "delivery", "transfer")), text) == {"delivery"}
    assert topics_of(taught(Said(HELDOUT[0].text, "loyalty")), HELDOUT[0].text) == {"loyalty"}


def test_what_is_shipped_as_held_out_is_never_trained_on() -> None:
    teaching = taught(Said(HELDOUT[0].text, "delivery"))
    assert read(HELDOUT[0].text) not in {read(one.text) for one in teaching.train}
    assert len(teaching.heldout) == len(HELDOUT)


def test_one_message_in_eight_is_held_out_and_none_is_on_both_sides() -> None:
    said = [Said(f"сообщение номер {number * 7} привет", "refund") for number in range(2000)]
    teaching = taught(*said)
    learned = {read(one.text) for one in teaching.train}
    measured = {read(one.text) for one in teaching.heldout}
    assert not learned & measured
    assert 0.09 < teaching.shop_heldout / len({read(one.text) for one in said}) < 0.16
    more = taught(*said, *(Said(f"ещё {number}", "payment") for number in range(500)))
    assert measured <= {read(one.text) for one in more.heldout}


def test_the_held_out_messages_stay_the_same_with_every_release() -> None:
    """Another checksum would mix messages that were trained on into what is measured on."""
    chosen = [number for number in range(60) if is_held_out(f"message {number}")]
    assert chosen == [14, 17, 20, 33, 53]


def test_merged_topics_are_one_and_retired_ones_are_left_out() -> None:
    rules = Rules({"refund": "returns", "returns": "care"}, frozenset({"delivery"}))
    (text,) = seen("a")
    teaching = taught(Said(text, "refund"), rules=rules)
    assert topics_of(teaching, text) == {"care"}
    assert topics_of(teaching, TRAIN[1].text) == {"care"}
    assert {one.label for one in teaching.heldout} == {"care"}


def test_topics_merged_in_a_circle_do_not_hang() -> None:
    assert Rules({"a": "b", "b": "a"}).topic("a") in {"a", "b"}


def test_empty_and_giant_texts_do_no_harm() -> None:
    giant = "верните деньги за заказ " * 5000
    teaching = taught(Said("", "refund"), Said(" \n ", "refund"), Said(giant, "refund"))
    assert len(teaching.train) + len(teaching.heldout) == len(TRAIN) + len(HELDOUT) + 1
    assert max(len(one.text) for one in [*teaching.train, *teaching.heldout]) < 10_000


def test_messages_are_counted_by_origin() -> None:
    first, second = seen("a", 2)
    teaching = taught(Said(first, "refund", "review"), Said(second, "refund", "import"))
    assert teaching.by_origin == {"starter": 2, "review": 1, "import": 1}


def test_without_labels_the_shipped_corpus_is_what_there_is() -> None:
    train, heldout = examples("train"), examples("heldout")
    teaching = teach(Labels(), train, heldout, Rules())
    measured = {read(one.text) for one in heldout}
    assert teaching.heldout == heldout
    assert teaching.train == [one for one in train if read(one.text) not in measured]
    assert len(teaching.train) > 0.99 * len(train)
