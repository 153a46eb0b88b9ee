"""Stages: nobody flaps on noise, single customers go the way one would say they go."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from insight.counts import in_order, summarise
from insight.rhythm import read
from insight.stages import STAGES, Rules, place, settle
from insight.worth import fifths

NAMES = st.sampled_from(STAGES)


@given(st.lists(NAMES, min_size=1, max_size=40))
def test_only_what_two_nights_in_a_row_say_moves(said: list[str]) -> None:
    stage, wanted, nights = settle("", "", 0, said[0])
    assert stage == said[0]
    for before, found in itertools.pairwise(said):
        last = stage
        stage, wanted, nights = settle(stage, wanted, nights, found)
        assert (stage != last) <= (found == before == stage)  # moved: both nights said so
        assert (wanted, nights) in (("", 0), (found, 1))
        assert before != found or stage == found  # and both nights saying so is enough


@given(NAMES, NAMES, st.integers(1, 30))
def test_noise_moves_nobody(one: str, other: str, times: int) -> None:
    stage, wanted, nights = settle("", "", 0, one)
    for found in [other, one] * times:
        stage, wanted, nights = settle(stage, wanted, nights, found)
    assert stage == one


@given(st.lists(st.integers(0, 5), min_size=1, max_size=60), st.randoms())
def test_fifths_are_stable_under_ties_and_order(values: list[int], chance: object) -> None:
    found = fifths(np.array(values, np.float64))
    turned = fifths(np.array(values[::-1], np.float64))[::-1]
    assert (found == turned).all() and found.min() >= 1 and found.max() <= 5
    by_value = {}
    for value, score in zip(values, found, strict=True):
        assert by_value.setdefault(value, score) == score
    pairs = sorted(by_value.items())
    assert all(a[1] <= b[1] for a, b in itertools.pairwise(pairs))


def stage_of(days: list[float], now: float, money: int = 100) -> str:
    """One customer of interest beside twenty who ordered every 30 days, and spent more."""
    who = [0] * len(days) + [1 + one for one in range(20) for _ in range(12)]
    day = [*days, *(30.0 * step + one for one in range(20) for step in range(12))]
    spent = [money] * len(days) + [100 * (one + 2) for one in range(20) for _ in range(12)]
    orders = in_order(np.array(who, np.int64), np.array(day), np.array(spent, np.int64))
    known = summarise(orders, now)
    none = np.zeros(len(known), np.bool_)
    rhythm = read(orders, known, None, now, none, none)
    was = np.full(len(known), -1, np.int64)
    return STAGES[place(known, rhythm, None, Rules(), was, none).stage[0]]


def test_single_customers() -> None:
    weekly = [7.0 * week for week in range(40)]
    assert stage_of([340.0], 360.0) == "new"
    assert stage_of(weekly, 285.0) == "active"
    assert stage_of(weekly, 330.0) == "at_risk"  # six weeks of silence after a week's rhythm
    assert stage_of(weekly, 273.0 + 200) == "lapsed"
    assert stage_of(weekly, 285.0, money=100_000) == "vip"
    assert stage_of([0.0, 20.0, 330.0], 350.0) == "returned"
    faster = [0.0, 60.0, 120.0, 180.0, 240.0, *(270.0 + 7 * week for week in range(13))]
    assert stage_of(faster, 358.0) == "growing"


def test_smaller_orders_are_a_risk_and_more_of_them_are_none() -> None:
    days = [14.0 * step for step in range(26)]
    usual = [4_000 + 300 * (step % 5) for step in range(22)]
    assert _stage_spending(days, [*usual, 1_200, 1_300, 1_100, 1_250]) == "at_risk"
    assert _stage_spending(days, [*usual, 4_100, 3_900, 4_400, 4_000]) != "at_risk"
    assert _stage_spending(days, [*usual, 1_200, 9_300, 4_100, 4_250]) != "at_risk"  # one small
    split = [*days[:22], *(308.0 + 4 * step for step in range(11))]  # the same money, more often
    assert _stage_spending(split, [*usual, *([1_250] * 11)]) != "at_risk"


def _stage_spending(days: list[float], spent: list[int]) -> str:
    who = np.zeros(len(days), np.int64)
    orders = in_order(who, np.array(days), np.array(spent, np.int64))
    known, none = summarise(orders, 356.0), np.zeros(1, np.bool_)
    rhythm = read(orders, known, None, 356.0, none, none)
    return STAGES[place(known, rhythm, None, Rules(), np.full(1, -1), none).stage[0]]


def test_equal_spending_makes_nobody_a_vip() -> None:
    who = np.repeat(np.arange(10), 5)
    day = np.tile(np.arange(5) * 20.0, 10)
    orders = in_order(who, day, np.full(50, 100, np.int64))
    known = summarise(orders, 90.0)
    none = np.zeros(10, np.bool_)
    rhythm = read(orders, known, None, 90.0, none, none)
    assert not place(known, rhythm, None, Rules(), np.full(10, -1, np.int64), none).vip.any()
