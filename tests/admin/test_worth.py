"""What a word on a message is worth: pure decisions."""

import pytest

from models.labels import PICK, REVIEW, TOPIC_CHANGE, TRANSFER, UNFIT
from services.worth import Case, has_twin, in_turns, likeness, of_a_cluster, words_of, worth_of

CLOSE = (("delivery", 0.45), ("refund", 0.44))
FIFTHS = (0.21, 0.2, 0.2, 0.2, 0.19)
SURE = (("delivery", 0.98), ("refund", 0.01))


def case(ranked: tuple[tuple[str, float], ...] = SURE, **more: object) -> Case:
    given = {"decision": "route", "in_scope": 0.9, "said": {}, "new_words": 0, "words": 6} | more
    return Case(ranked, **given)  # type: ignore[arg-type]


def much(one: Case) -> float:
    found = worth_of(one)
    return found.much if found else 0.0


def reason(one: Case) -> str | None:
    found = worth_of(one)
    return found.reason if found else None


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (case(), None),
        (case(CLOSE), "unsure"),
        (case(decision="triage", in_scope=0.1), "stranger"),
        (case(new_words=3), "new_words"),
        (case(new_words=1, words=2), None),
        (case(said={PICK: "refund"}), "disagree"),
        (case(said={PICK: "refund", TOPIC_CHANGE: "delivery"}), "disagree"),
        (case(said={TRANSFER: "refund"}), "disagree"),
        (case(CLOSE, said={TOPIC_CHANGE: "delivery"}), None),
        (case(CLOSE, said={TOPIC_CHANGE: "delivery", TRANSFER: "refund"}), None),
        (case(CLOSE, said={REVIEW: UNFIT}), None),
        (case(said={REVIEW: "refund", PICK: "payment"}), None),
        (case(()), None),
    ],
)
def test_why_a_message_is_asked_about(one: Case, why: str | None) -> None:
    assert reason(one) == why


def test_people_against_each_other_come_first_then_those_against_a_sure_model() -> None:
    order = [
        case(said={PICK: "refund", TOPIC_CHANGE: "payment"}),
        case(said={TOPIC_CHANGE: "refund"}),
        case(CLOSE, said={TOPIC_CHANGE: "refund"}),
        case(CLOSE),
        case(CLOSE, said={PICK: "delivery"}),
    ]
    worths = [much(one) for one in order]
    assert worths == sorted(worths, reverse=True)
    assert len(set(worths)) == len(worths)


def test_twins_are_the_same_words_in_any_order_and_layout() -> None:
    one = words_of("Где мой ЗАКАЗ 4512?!")
    assert has_twin(words_of("заказ 77 где мой"), [one])
    assert has_twin(words_of("ult vjq pfrfp 4512"), [one])
    assert not has_twin(words_of("где мой возврат за заказ"), [one])
    assert likeness(frozenset(), frozenset()) == 1.0


def test_a_cluster_is_three_that_share_their_long_words() -> None:
    asked = [words_of("прокат велосипеда на выходные"), words_of("почём прокат велосипеда")]
    mine = words_of("есть прокат велосипеда?")
    assert of_a_cluster(mine, asked)
    assert not of_a_cluster(mine, asked[:1])
    assert not of_a_cluster(words_of("ок"), [words_of("ок"), words_of("ок")])


def test_doubt_between_many_topics_teaches_more_than_between_two() -> None:
    many = tuple((name, chance) for name, chance in zip("abcde", FIFTHS, strict=True))
    two = (("a", 0.505), ("b", 0.495))
    sure = (("a", 0.9), ("b", 0.05))
    assert much(case(many)) > much(case(two)) > 0.5
    assert reason(case(two)) == "unsure"
    assert reason(case(sure)) is None


def test_topics_take_turns_but_much_worth_goes_first() -> None:
    waiting = [(1.0, "a"), (0.99, "a"), (0.98, "b"), (2.0, "a"), (0.5, "c")]
    assert in_turns(waiting, 9) == [3, 2, 0, 1, 4]
    assert in_turns(waiting, 2) == [3, 2]
    assert in_turns(waiting[:3], 1, {"a": 1}) == [2]
    assert in_turns([], 5) == []
