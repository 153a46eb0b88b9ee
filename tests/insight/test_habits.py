"""Habits are fitted as published, gradients are true, chances and sums are what was simulated."""

from datetime import date

import numpy as np
import pytest
from scipy.optimize import check_grad

from insight import mbgnbd
from insight.again import auc, ece, judge, learn
from insight.counts import bought_between, summarise
from insight.mbgnbd import BG, MBG, Habit, fit, log_likelihood
from tests.insight.orders import BENCH, cdnow, made, sample

needs_bench = pytest.mark.skipif(
    not (BENCH / "cdnow.csv.gz").exists(), reason="no CDNOW orders: BENCH_ORDERS names their folder"
)


@needs_bench
def test_the_published_figures_of_the_cdnow_sample() -> None:
    known = summarise(cdnow(), float(date(1997, 9, 30).toordinal() + 1))
    ours = np.isin(known.ids, sample())
    assert ours.sum() == 2357
    x, t_x, age = known.x[ours], known.t_x[ours] / 7, (known.age[ours] - 1) / 7
    found = fit(x, t_x, age, kind=BG)
    assert (found.r, found.alpha) == (pytest.approx(0.2426, abs=1e-4), pytest.approx(4.414, 1e-3))
    assert (found.a, found.b) == (pytest.approx(0.793, abs=1e-3), pytest.approx(2.426, 1e-3))
    assert found.log_likelihood == pytest.approx(-9582.43, abs=0.005)
    other = fit(x, t_x, age, kind=MBG)
    assert (other.r, other.alpha) == (pytest.approx(0.525, abs=1e-3), pytest.approx(6.183, 1e-3))
    assert (other.a, other.b) == (pytest.approx(0.891, abs=1e-3), pytest.approx(1.614, 1e-3))


@needs_bench
def test_who_comes_again_at_cdnow_is_told_as_well_as_was_aimed_at() -> None:
    end = float(date(1997, 10, 1).toordinal() + 90)
    found = judge(cdnow().until(end), end, 90.0)
    assert found is not None and found.auc > 0.775 and found.ece < 0.03


def test_a_known_habit_is_found_again() -> None:
    known = summarise(made(6000, 400.0), 400.0)
    found = fit(known.x, known.t_x, known.age)
    true = Habit(0.8, 40.0, 0.6, 2.5)
    assert found.r == pytest.approx(0.8, rel=0.2) and found.alpha == pytest.approx(40, rel=0.25)
    assert found.log_likelihood >= log_likelihood(true, known.x, known.t_x, known.age)


@pytest.mark.parametrize("kind", [BG, MBG])
def test_the_gradient_is_that_of_the_loss(kind: str) -> None:
    known = summarise(made(300, 300.0), 300.0)
    args = known.x, known.t_x, known.age, kind
    for at in (np.zeros(4), np.array([-1.0, 3.0, -0.5, 0.8])):
        off = check_grad(
            lambda one: mbgnbd._loss(one, *args)[0], lambda one: mbgnbd._loss(one, *args)[1], at
        )
        assert off < 1e-4


def test_chances_and_expected_orders_are_what_happens() -> None:
    given = made(8000, 500.0, seed=3)
    known = summarise(given, 400.0)
    true = Habit(0.8, 40.0, 0.6, 2.5)
    said = true.again(known.x, known.t_x, known.age, 90.0)
    came = bought_between(given, known, 400.0, 490.0)
    assert said.mean() == pytest.approx(came.mean(), abs=0.015)
    inside = (given.day >= 400) & (given.day < 490) & np.isin(given.who, known.ids)
    orders = true.orders(known.x, known.t_x, known.age, 90.0)
    assert orders.sum() == pytest.approx(inside.sum(), rel=0.08)
    assert ((said >= 0) & (said <= 1) & (orders >= said - 1e-6)).all()


def test_what_is_learned_is_calibrated_and_few_orders_are_said_to_be_few() -> None:
    given = made(4000, 500.0)
    found = learn(given, 500.0, 60.0)
    assert found.how == "logistic" and found.quality is not None
    assert found.quality.auc > 0.7 and found.quality.ece < 0.05
    few = learn(given.until(20.0), 20.0, 60.0)
    assert few.quality is None and few.how in ("mbgnbd", "none")
    assert learn(made(5, 100.0), 100.0, 60.0).how == "none"


def test_auc_and_calibration_error_by_hand() -> None:
    said, truth = np.array([0.1, 0.4, 0.4, 0.8]), np.array([False, True, False, True])
    assert auc(said, truth) == pytest.approx((2 + 1 + 0.5) / 4)
    assert ece(said, truth, bins=2) == pytest.approx((abs(0.25 - 0.5) + abs(0.6 - 0.5)) / 2)
