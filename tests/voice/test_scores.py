"""Figures of reports against plain reckoning: intervals, open minutes, medians."""

import math
import random
from datetime import UTC, datetime, timedelta
from statistics import mean as plain_mean
from statistics import stdev
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from scipy.stats import t

from insight.waits import groups, middle_and_tail, waits_of
from services.hours import parse_hours
from services.voice.reports.scores import Scale, Scores, mean, nps, together
from services.voice.reports.service_figures import _opening

MOSCOW = ZoneInfo("Europe/Moscow")
SINCE = datetime(2026, 3, 22, tzinfo=UTC)


def test_nps_is_promoters_less_detractors_and_honest_when_few_answered() -> None:
    assert nps(Scale({10: 2, 3: 2, None: 50})) is None
    found = nps(Scale({10: 6, 8: 2, 0: 2, None: 5}))
    assert found is not None and round(found.value) == 40
    assert -20 < found.low < 40 < found.high < 100
    everybody = nps(Scale({9: 5}))
    assert everybody is not None and everybody.value == 100 and everybody.low < 80
    many = nps(Scale({10: 6000, 8: 2000, 0: 2000}))
    assert many is not None and many.high - many.low < 4


@pytest.mark.parametrize("count", [5, 6, 9, 30, 400])
def test_a_mean_has_students_interval(count: int) -> None:
    chance = random.Random(count)
    given = [chance.randint(1, 5) for _ in range(count - 1)] + [5]
    found = mean(Scale({score: given.count(score) for score in set(given)} | {None: 7}))
    assert found is not None
    half = t.ppf(0.975, count - 1) * stdev(given) / math.sqrt(count)
    assert found.value == pytest.approx(plain_mean(given))
    assert found.high - found.value == pytest.approx(half, rel=0.01)


def test_scores_add_up() -> None:
    both = together([Scores(10, (1, 0, 0, 2, 3)), Scores(5, (0, 1, 0, 0, 2))])
    assert (both.asked, both.answered, both.satisfied.part) == (15, 9, 7)
    assert together([]).satisfied.value is None


@pytest.mark.parametrize(
    "raw",
    [
        {"always": True},
        {"mon-fri": "09:00-20:00", "sat": "10:00-14:00, 15:00-24:00"},
        {"mon-sun": "00:00-24:00", "closed_on": ["2026-03-25"]},
        {"sun": "01:30-04:00"},
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Moscow", "Europe/Berlin"])
def test_open_minutes_are_those_when_the_queue_is_open(raw: dict[str, object], zone: str) -> None:
    """Counted minute by minute; Berlin's clocks go forward on 29 March 2026."""
    hours, chance = parse_hours(raw, ZoneInfo(zone)), random.Random(5)
    opening = _opening(hours, SINCE, SINCE + timedelta(days=14))
    begins = [6 * 1440 + 21 * 60, *(chance.randint(0, 12 * 1440) for _ in range(9))]
    for begin in begins:  # the first goes over the night of the clocks
        minutes = [begin + one for one in range(chance.randint(0, 1440) + 600)]
        moments = [SINCE + timedelta(minutes=one) for one in minutes]
        first, last = int(moments[0].timestamp()), int(moments[-1].timestamp()) + 60
        found = opening.minutes(np.array([first]), np.array([last]))
        assert float(found[0]) == pytest.approx(sum(map(hours.is_open, moments)), abs=0.01)


def test_who_was_due_and_who_was_met() -> None:
    opening = _opening(parse_hours({"always": True}, MOSCOW), SINCE, SINCE)
    # answered in time, answered late, waits within target, waits too long, settled unasked
    first = [600, 6000, 0, 0, 0]
    columns = [
        np.array(one, np.int64)
        for one in ([1, 1, 9400, 1, 1], first, [0, 7000, 0, 0, 900], [3] * 5, [0] * 5, [0] * 5)
    ]
    found = waits_of(columns, 10_000, {3: (opening, 30)})
    assert found.met.tolist() == [True, False, False, False, False]
    assert found.due.tolist() == [True, True, False, True, False]
    assert found.first_clock[0] == pytest.approx(599 / 60)


def test_groups_and_their_middles() -> None:
    keys, values = np.array([4, 0, 4, 4], np.int64), np.array([1.0, 9.0, 3.0, 11.0])
    assert {key: middle_and_tail(values[at]) for key, at in groups(keys)} == {
        0: (9.0, 9.0),
        4: (3.0, pytest.approx(9.4)),
    }
    assert middle_and_tail(values[:0]) is None and not list(groups(keys[:0]))
