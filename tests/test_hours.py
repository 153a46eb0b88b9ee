"""Business hours: open, closed, and when so many open minutes have passed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.contacts import hours_lines
from services.hours import Hours, parse_hours

MOSCOW = ZoneInfo("Europe/Moscow")
WEEK = {"mon-fri": "09:00-20:00", "sat": "10:00-14:00, 15:00-18:00"}


def at(text: str) -> datetime:
    """A moment by Moscow's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=MOSCOW)


@pytest.fixture
def hours() -> Hours:
    """Closed on Sundays, with a break on Saturdays."""
    return parse_hours(WEEK, MOSCOW)


def test_open_and_closed(hours: Hours) -> None:
    assert hours.is_open(at("2026-11-20 12:00"))
    assert not hours.is_open(at("2026-11-20 20:00"))
    assert not hours.is_open(at("2026-11-21 14:30"))
    assert not hours.is_open(at("2026-11-22 12:00"))


def test_minutes_pass_only_while_open(hours: Hours) -> None:
    assert hours.after(at("2026-11-20 19:50"), 30) == at("2026-11-21 10:20")
    assert hours.after(at("2026-11-21 13:45"), 30) == at("2026-11-21 15:15")
    assert hours.after(at("2026-11-21 17:59"), 2) == at("2026-11-23 09:01")


def test_next_opening(hours: Hours) -> None:
    assert hours.opens_at(at("2026-11-22 03:00")) == at("2026-11-23 09:00")
    assert hours.opens_at(at("2026-11-20 10:00")) == at("2026-11-20 10:00")


def test_holidays_are_closed() -> None:
    hours = parse_hours({**WEEK, "closed_on": ["2026-11-23"]}, MOSCOW)
    assert hours.opens_at(at("2026-11-22 12:00")) == at("2026-11-24 09:00")


def test_a_shop_that_never_opens_promises_nothing() -> None:
    never = parse_hours({"closed_on": []}, MOSCOW)
    assert never.after(at("2026-11-20 12:00"), 5) is None
    assert never.opens_at(at("2026-11-20 12:00")) is None


def test_midnight_and_round_the_clock() -> None:
    late = parse_hours({"mon-sun": "18:00-24:00"}, MOSCOW)
    assert late.is_open(at("2026-11-20 23:59"))
    assert late.after(at("2026-11-20 23:50"), 20) == at("2026-11-21 18:10")
    assert parse_hours({"mon-sun": "00:00-24:00"}, MOSCOW).always
    assert not parse_hours({"mon-fri": "00:00-24:00"}, MOSCOW).always
    assert parse_hours({"always": True}, MOSCOW).is_open(at("2026-11-20 03:00"))


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({"monday": "09:00-18:00"}, "unknown day"),
        ({"fri-mon": "09:00-18:00"}, "run backwards"),
        ({"mon": "9-18 o'clock"}, "can't read"),
        ({"mon": "18:00-09:00"}, "end before they begin"),
    ],
)
def test_wrong_hours_are_named(raw: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_hours(raw, MOSCOW)


@given(st.integers(0, 60 * 24 * 14), st.integers(1, 3000))
def test_after_and_open_minutes_agree(start: int, minutes: int) -> None:
    hours = parse_hours(WEEK, MOSCOW)
    since = datetime(2026, 11, 2, tzinfo=UTC) + timedelta(minutes=start)
    until = hours.after(since, minutes)
    assert until is not None
    assert round(hours.open_minutes(since, until)) == minutes


def test_a_day_begins_at_midnight_and_ends_at_midnight() -> None:
    hours = parse_hours({"mon-fri": "00:00-24:00"}, MOSCOW)
    first = hours_lines(hours, at("2026-11-20 12:00"))[0]["here"]["args"]["days"]["lines"][0]
    assert first["args"]["times"] == "0:00–24:00"
