"""Each person's own rhythm, and whether the last weeks fall behind it or run ahead of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import nbinom

from insight.counts import Customers, Orders, since
from insight.mbgnbd import Habit
from insight.sums import Sums, fallen

Floats = NDArray[np.float64]
Truth = NDArray[np.bool_]
WINDOWS = (30.0, 60.0, 90.0, 120.0)
REGULAR = 4  # orders after the first
FELL, STILL = 0.4, 0.5  # this little of what was to be expected: fell; and still fallen
RARE, STILL_RARE = 0.03, 0.06  # by chance alone
ROSE, STAYS_UP = 1.8, 1.5
LATE, STILL_LATE = 2.5, 2.0  # of one's own gaps, when there are few
LONG = 0.75  # and longer than so many of the shop's gaps
LEAST = 14.0  # days


@dataclass(frozen=True, slots=True)
class Rhythm:
    """One entry a customer. `behind`: at risk; `ahead`: orders more than before; `late`: at risk
    by the silence since the last order, else by a window. `gap`: days between orders; `window`
    days, `got` orders in it where `due` were to be expected, as the reason names them; 0 where
    only `sums` fell."""

    behind: Truth
    ahead: Truth
    late: Truth
    gap: Floats
    window: Floats
    got: Floats
    due: Floats
    sums: Sums


def read(
    given: Orders,
    known: Customers,
    habit: Habit | None,
    now: float,
    was_behind: Truth,
    was_ahead: Truth,
) -> Rhythm:
    """Looks at four windows and at the silence; who was behind or ahead leaves it a step later."""
    prior = (habit.r, habit.alpha) if habit else (0.5, 45.0)
    gap = _gaps(known)
    many = len(known)
    behind, ahead = np.zeros(many, np.bool_), np.zeros(many, np.bool_)
    window, got, due = np.zeros(many), np.zeros(many), np.zeros(many)
    for days in WINDOWS:
        n = since(given, known, now - days, now).astype(np.float64)
        low, high, expected = _compared(known, n, days, prior, was_behind, was_ahead)
        told = (low & ~behind) | (high & ~ahead & ~low)
        window[told], got[told], due[told] = days, n[told], expected[told]
        behind |= low
        ahead |= high
    late = _late(known, gap, prior, was_behind)
    behind |= late
    sums = fallen(given, known, now, was_behind)
    window[sums.fell & ~behind] = 0.0
    behind |= sums.fell
    return Rhythm(behind, ahead & ~behind, late, gap, window, got, due, sums)


def _gaps(known: Customers) -> Floats:
    return np.where(known.x > 0, known.t_x / np.maximum(known.x, 1), 0.0)


def _compared(
    known: Customers,
    n: Floats,
    days: float,
    prior: tuple[float, float],
    was_behind: Truth,
    was_ahead: Truth,
) -> tuple[Truth, Truth, Floats]:
    """Fewer, and more, than the time before the window lets expect: Gamma-Poisson tails."""
    before = np.maximum(known.orders - 1 - n, 0)
    span = np.maximum(known.age - days, 0)
    shape, rate = prior[0] + before, prior[1] + span
    due = shape / rate * days
    ratio = (n + 0.5) / (due + 0.5)
    steady = (known.x >= REGULAR) & (before >= REGULAR - 1) & (span >= days)
    chance = rate / (rate + days)
    fewer = nbinom.cdf(n, shape, chance)
    low = steady & (ratio < np.where(was_behind, STILL, FELL))
    low &= fewer < np.where(was_behind, STILL_RARE, RARE)
    more = nbinom.sf(n - 1, shape, chance)
    high = (known.orders >= REGULAR) & (before >= 1) & (span >= days)
    high &= (ratio > np.where(was_ahead, STAYS_UP, ROSE)) & (n >= 3)
    high &= more < np.where(was_ahead, STILL_RARE, RARE)
    return low, high, due


def _late(known: Customers, gap: Floats, prior: tuple[float, float], was: Truth) -> Truth:
    """Silent too long: for regulars by chance, for others beside their gap and the shop's."""
    idle = known.idle
    shape, rate = prior[0] + known.x, prior[1] + known.t_x
    quiet = np.exp(shape * np.log(rate / (rate + np.maximum(idle, 0))))
    times = idle / np.maximum(gap, 1.0)
    regular = (known.x >= REGULAR) & (quiet < np.where(was, STILL_RARE, RARE))
    regular &= times > STILL_LATE
    gaps = gap[known.x > 0]
    usual = float(np.quantile(gaps, LONG)) if len(gaps) else 0.0
    few = (known.x > 0) & (known.x < REGULAR) & (idle > usual)
    few &= times > np.where(was, STILL_LATE, LATE)
    return (regular | few) & (idle > LEAST)
