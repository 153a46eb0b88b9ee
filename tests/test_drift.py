"""What is more than chance: shares that fell, other questions; weeks by the shop's calendar."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.quality import Counts
from services.drift import DRIFTED, ENOUGH, Share, chance, drift, interval, trend
from services.weeks import SHOWN, Week, Weeks, bounds, monday_of, mondays, told_on

MOSCOW = ZoneInfo("Europe/Moscow")
BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 16)
shares = st.integers(0, 400).flatmap(
    lambda whole: st.builds(Share, st.integers(0, whole), st.just(whole))
)
counts = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 300), max_size=8)


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        (Share(190, 200), Share(80, 100), "fell"),
        (Share(80, 100), Share(190, 200), "rose"),
        (Share(190, 200), Share(91, 100), "even"),
        (Share(9600, 10000), Share(9200, 10000), "even"),
        (Share(190, 200), Share(0, 49), "few"),
        (Share(49, 49), Share(0, 400), "few"),
        (Share(0, 0), Share(0, 0), "few"),
        (Share(50, 50), Share(50, 50), "even"),
        (Share(0, 50), Share(0, 50), "even"),
        (Share(2000, 2000), Share(1900, 2000), "fell"),
    ],
)
def test_a_fall_needs_points_and_certainty_and_tickets(
    was: Share, now: Share, expected: str
) -> None:
    assert trend(was, now) == expected


def test_the_test_of_two_proportions_by_the_book() -> None:
    """Agresti, Categorical Data Analysis: 189 of 11,034 against 104 of 11,037, z = 5.00."""
    assert chance(Share(189, 11034), Share(104, 11037)) == pytest.approx(5.7e-7, rel=0.05)
    assert chance(Share(15, 100), Share(15, 100)) == pytest.approx(1.0)


@given(shares, shares)
def test_a_comparison_turned_round_says_the_opposite(one: Share, other: Share) -> None:
    opposite = {"fell": "rose", "rose": "fell", "even": "even", "few": "few"}
    assert trend(one, other) == opposite[trend(other, one)]
    assert 0 <= chance(one, other) <= 1
    assert chance(one, other) == pytest.approx(chance(other, one))


@given(shares)
def test_an_interval_holds_the_share(share: Share) -> None:
    low, high = interval(share)
    assert 0 <= low <= high <= 1
    if share.value is not None:
        assert low - 1e-9 <= share.value <= high + 1e-9


@given(counts, counts)
def test_drift_is_never_negative_and_of_the_same_none(
    was: dict[str, int], now: dict[str, int]
) -> None:
    found = drift(was, now)
    if found is None:
        assert min(sum(was.values()), sum(now.values())) < ENOUGH
        return
    assert found.index >= 0 and found.limit >= DRIFTED
    same = drift(was, was)
    assert same is not None and same.index == 0 and not same.is_told
    assert all(0 <= one.was <= 1 and 0 <= one.now <= 1 for one in found.shifts)


def test_drift_is_told_when_it_is_more_than_chance() -> None:
    was = {"delivery": 400, "refund": 300, "payment": 300}
    same = drift(was, {"delivery": 42, "refund": 29, "payment": 29})
    assert same is not None and not same.is_told
    moved = drift(was, {"delivery": 10, "refund": 80, "payment": 10})
    assert moved is not None and moved.is_told
    assert moved.shifts[0].key == "refund"
    assert (moved.shifts[0].was, moved.shifts[0].now) == (0.3, 0.8)


def test_many_topics_and_few_tickets_do_not_look_like_drift() -> None:
    """Twenty topics asked about evenly, fifty tickets: chance alone makes a large index."""
    was = {f"t{n}": 10 for n in range(20)}
    now = {f"t{n}": (0, 2, 2, 6)[n % 4] for n in range(20)}
    found = drift(was, now)
    assert found is not None and found.index > DRIFTED
    assert found.limit > 0.5 and not found.is_told


def test_weeks_begin_at_the_shops_midnight_also_when_clocks_are_put_back() -> None:
    found = bounds(date(2026, 10, 26), BERLIN)
    assert len(found) == SHOWN + 1
    assert found[-1] == datetime(2026, 11, 1, 23, tzinfo=UTC)
    assert found[-2] == datetime(2026, 10, 25, 23, tzinfo=UTC)
    assert found[-3] == datetime(2026, 10, 18, 22, tzinfo=UTC)
    assert found[-2] - found[-3] == timedelta(days=7, hours=1)


@given(st.timedeltas(timedelta(), timedelta(days=5000)))
def test_every_moment_lies_in_the_week_of_its_monday(passed: timedelta) -> None:
    moment = datetime(2020, 1, 1, tzinfo=UTC) + passed
    for zone in (MOSCOW, BERLIN):
        limits = bounds(monday_of(moment, zone), zone)
        assert limits[-2] <= moment < limits[-1]
        due = told_on(moment, zone)
        assert due.weekday() == 0
        assert datetime(due.year, due.month, due.day, 10, tzinfo=zone) <= moment
        assert moment - datetime(due.year, due.month, due.day, 10, tzinfo=zone) < timedelta(
            days=7.1
        )


def test_the_message_is_due_on_monday_at_ten() -> None:
    at = datetime(2026, 11, 16, 10, tzinfo=MOSCOW)
    assert told_on(at, MOSCOW) == MONDAY
    assert told_on(at - timedelta(seconds=1), MOSCOW) == MONDAY - timedelta(days=7)
    assert told_on(at + timedelta(days=6, hours=23), MOSCOW) == MONDAY


def test_the_weeks_before_are_four_and_only_four() -> None:
    each = tuple(
        Week(monday, Counts(tickets=10**number, routed=number), {"a": number})
        for number, monday in enumerate(mondays(MONDAY))
    )
    found = Weeks(each)
    assert found.before.counts.tickets == 10**7 + 10**8 + 10**9 + 10**10
    assert found.before.topics == {"a": 7 + 8 + 9 + 10}
    assert found.now.name == "2026-W47" and not found.is_empty
    assert Weeks(tuple(Week(monday, Counts()) for monday in mondays(MONDAY))).is_empty
