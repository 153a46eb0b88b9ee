"""Promises to those who complain, as pure decisions: deadlines, reminders, sums, the file."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.hours import parse_hours
from services.voice.complaint_rules import (
    Step,
    deadlines,
    next_look,
    rules_of,
    steps,
    sum_in,
    to_tell,
)
from services.voice.sections import sections
from tests.customer.shopfront import ZONE, at

HOURS = parse_hours({"mon-fri": "09:00-20:00", "sat": "10:00-18:00"}, ZONE)
ALWAYS = parse_hours({"always": True}, ZONE)


def test_an_answer_is_due_in_open_hours_and_a_decision_when_the_shop_is_open() -> None:
    rules = rules_of({})
    answer, decide = deadlines(HOURS, at(27, 18), rules)  # a Friday evening
    assert (answer, decide) == (at(28, 12), at(30, 18))
    answer, decide = deadlines(HOURS, at(26, 21), rules)  # three days later is a Sunday
    assert (answer, decide) == (at(27, 13), at(30, 9))


def test_a_decision_is_never_due_before_the_first_answer() -> None:
    slow = rules_of({"complaints": {"answer_hours": 240, "decide_days": 1}})
    answer, decide = deadlines(HOURS, at(23, 9), slow)
    assert answer <= decide


def test_promised_times_are_full_quarters_of_an_hour() -> None:
    answer, decide = deadlines(HOURS, at(23, 10) + timedelta(minutes=3, seconds=7), rules_of({}))
    assert (answer, decide) == (at(23, 14) + timedelta(minutes=15), at(26, 10, 15))


def test_reminders_come_at_half_of_the_time_at_its_end_and_an_open_hour_later() -> None:
    answer, decide = deadlines(HOURS, at(23, 10), rules_of({}))
    found = steps(HOURS, at(23, 10), answer, decide, answered=False)
    assert [(one.what, one.stage, one.at) for one in found[:3]] == [
        ("answer", "half", at(23, 12)),
        ("answer", "due", at(23, 14)),
        ("answer", "over", at(23, 15)),
    ]
    assert [one.stage for one in found[3:]] == ["half", "due", "over"]
    assert all(HOURS.is_open(one.at) or HOURS.is_open(one.at - timedelta(1e-6)) for one in found)
    later = steps(HOURS, at(23, 10), answer, decide, answered=True)
    assert {one.what for one in later} == {"decide"}


LOOKS = st.lists(st.integers(0, 6 * 24 * 60), min_size=1, max_size=30).map(sorted)


@given(LOOKS)
def test_however_seldom_one_looks_nothing_is_told_twice_and_the_last_of_each_kind_is(
    minutes: list[int],
) -> None:
    start = datetime(2026, 11, 23, 10, tzinfo=UTC)
    answer, decide = deadlines(ALWAYS, start, rules_of({}))
    found = steps(ALWAYS, start, answer, decide, answered=False)
    look_at, told = next_look(found, start), list[Step]()
    for minute in minutes:
        now = start + timedelta(minutes=minute)
        if look_at is not None and look_at <= now:
            told += to_tell(found, look_at, now)
            look_at = next_look(found, now)
    assert len(told) == len(set(told))
    past = [one for one in found if one.at <= start + timedelta(minutes=minutes[-1])]
    for what in ("answer", "decide"):
        of_it = [one for one in past if one.what == what]
        assert not of_it or max(of_it) in told


@pytest.mark.parametrize(
    ("words", "sum_", "rest"),
    [
        ("1500, вернули на карту", 150_000, "вернули на карту"),
        ("1 500 ₽ на карту", 150_000, "на карту"),
        ("99,90 руб. и извинения", 9_990, "и извинения"),
        ("700р", 70_000, ""),
        ("350", 35_000, ""),
        ("10% на следующий заказ", 0, "10% на следующий заказ"),
        ("2 недели бесплатно", 0, "2 недели бесплатно"),
        ("Вернули всё", 0, "Вернули всё"),
        ("", 0, ""),
    ],
)
def test_a_sum_is_read_where_the_words_begin_with_one(words: str, sum_: int, rest: str) -> None:
    assert sum_in(words) == (sum_, rest)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ({"complaints": {"answer_hours": 0}}, "answer_hours must be a whole number from 1 to 240"),
        ({"complaints": {"policy_ru": 5}}, "policy_ru must be text"),
        ({"feedback": {"ces_percent": 101}}, "ces_percent must be a whole number from 0 to 100"),
        ({"feedback": {"spacing_hours": True}}, "spacing_hours must be a whole number"),
        ({"feedback": {"pause": 1}}, "pause is unknown; it takes spacing_hours"),
        ({"feedback": 5}, r"\[feedback\] must be a section"),
    ],
)
def test_the_shop_s_file_is_told_what_is_wrong(raw: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        sections(raw)


def test_the_shop_s_file_says_what_it_wants() -> None:
    given_ = {"complaints": {"decide_days": 5, "policy_ru": "Вернём 10 %."}, "shop": {}}
    found = sections(given_)
    assert found == {"complaints": {"decide_days": 5, "policy_ru": "Вернём 10 %."}}
    rules = rules_of(found)
    assert (rules.decide_days, rules.answer_hours, rules.policy["ru"]) == (5, 4, "Вернём 10 %.")
