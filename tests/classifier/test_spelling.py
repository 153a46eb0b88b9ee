"""Typing errors are mended where that is likelier than a word nobody has seen."""

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.model import TopicModel
from classifier.readings import read
from classifier.spelling import Speller, distance, shortened
from classifier.training import Trained

KNOWN = Speller(
    {"посылка": 2.0, "доставка": 1.0, "доставки": 3.0, "заказ": 1.0, "возврат": 2.0, "размер": 2.0}
    | {"delivery": 1.0, "refund": 1.5, "order": 1.0, "не": 0.5, "где": 0.5}
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("где мой зкааз", "где мой заказ"),
        ("дотсавка когда", "доставка когда"),
        ("разиер не тот", "размер не тот"),
        ("вощврат", "возврат"),
        ("мой delviery", "мой delivery"),
        ("refnud please", "refund please"),
    ],
)
def test_typing_errors_are_mended(typed: str, meant: str) -> None:
    assert KNOWN.mend(typed) == meant


@pytest.mark.parametrize("typed", ["заказ", "где", "рамка", "12345", "", "!?", "колесо", "холодец"])
def test_what_may_well_be_meant_stays(typed: str) -> None:
    assert KNOWN.mend(typed) == typed


def test_of_two_as_near_the_more_frequent_is_taken() -> None:
    assert KNOWN.mend("дщставкь") == "доставка"
    assert Speller({"доставка": 3.0, "доставки": 1.0}).mend("дщставкь") == "доставки"


def test_nothing_known_changes_nothing() -> None:
    assert Speller({}).mend("привет мир") == "привет мир"


def brute(left: str, right: str) -> int:
    """Optimal string alignment, by its definition."""
    if not left or not right:
        return len(left) + len(right)
    best = min(
        brute(left[:-1], right) + 1,
        brute(left, right[:-1]) + 1,
        brute(left[:-1], right[:-1]) + (left[-1] != right[-1]),
    )
    if len(left) > 1 < len(right) and left[-1] == right[-2] and left[-2] == right[-1]:
        best = min(best, brute(left[:-2], right[:-2]) + 1)
    return best


@given(st.text("абв", max_size=5), st.text("абв", max_size=5))
def test_the_distance_is_the_one_defined(left: str, right: str) -> None:
    assert distance(left, right) == brute(left, right)


@given(st.text("абвг", min_size=3, max_size=6), st.data())
def test_one_error_leaves_a_common_rest(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("абвгд"))
    for typed in (
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + letter + word[place + 1 :],
    ):
        assert shortened(word, 1) & shortened(typed, 1)


def test_long_nonsense_costs_no_more_than_a_long_word() -> None:
    noise = random.Random(0)
    words = {"".join(noise.choices(string.ascii_lowercase, k=40)): 1.0 for _ in range(50)}
    told = Speller(words)
    typed = " ".join("".join(noise.choices(string.ascii_lowercase, k=40)) for _ in range(50))
    assert told.mend(typed) == typed


def test_a_model_reads_misspelt_questions_as_if_they_were_right(trained: Trained) -> None:
    model: TopicModel = trained.model
    words = list(model.scorer.vocabulary.words)
    long = [word for word in words if word.isalpha() and len(word) >= 6 and read(word) == word]
    assert [model.scorer.read(word) for word in long] == long
    swapped = [word[:2] + word[3] + word[2] + word[4:] for word in long]
    mended = [model.scorer.read(typed) for typed in swapped]
    assert sum(map(str.__eq__, mended, long)) > 0.6 * len(long)
