"""Whether a regular's last orders are clearly smaller than their own usual ones."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t

from insight.counts import Customers, Orders

Floats = NDArray[np.float64]
Truth = NDArray[np.bool_]
WINDOWS = (60.0, 120.0)
BEFORE, RECENT = 4, 2  # orders before the window and in it, at least
FELL, STILL = 0.6, 0.7  # of the usual order, and of the money to be expected
RARE, STILL_RARE = 0.01, 0.03  # by chance alone
WEIGHT = 4.0  # orders that the shop's usual spread weighs beside a person's own


@dataclass(frozen=True, slots=True)
class Sums:
    """One entry a customer. `fell`: in `window` days an order was about `paid`, before it about
    `usual`; minor units, geometric means."""

    fell: Truth
    window: Floats
    paid: Floats
    usual: Floats


def fallen(given: Orders, known: Customers, now: float, was_behind: Truth) -> Sums:
    """Two windows; Student's t on the logarithms of orders, spread drawn to the shop's."""
    many = len(known)
    fell = np.zeros(many, np.bool_)
    window, paid, usual = np.zeros(many), np.zeros(many), np.zeros(many)
    kept = given.day < now
    day = given.day[kept]
    size = np.log(np.maximum(given.money[kept], 1).astype(np.float64))
    for days in WINDOWS:
        recent = day >= now - days
        late, early = _of(known, size, recent), _of(known, size, ~recent)
        low = _less(known, late, early, days, was_behind)
        told = low & ~fell
        window[told] = days
        paid[told], usual[told] = np.exp(late.mean[told]), np.exp(early.mean[told])
        fell |= low
    return Sums(fell, window, paid, usual)


@dataclass(frozen=True, slots=True)
class _Side:
    """Orders in the window, or before it, by customer: how many, mean, squares around it."""

    many: Floats
    mean: Floats
    squares: Floats


def _of(known: Customers, size: Floats, chosen: Truth) -> _Side:
    at, people = known.index[chosen], len(known)
    many = np.bincount(at, minlength=people).astype(np.float64)
    mean = np.bincount(at, size[chosen], people) / np.maximum(many, 1)
    around: Floats = (size[chosen] - mean[at]) ** 2
    squares: Floats = np.bincount(at, around, people).astype(np.float64)
    return _Side(many, mean, squares)


def _less(known: Customers, late: _Side, early: _Side, days: float, was: Truth) -> Truth:
    enough = (early.many >= BEFORE) & (late.many >= RECENT) & (known.age >= 2 * days)
    free = np.maximum(early.many - 1, 0) + np.maximum(late.many - 1, 0)
    squares = early.squares + late.squares
    shop = float(squares.sum() / max(free.sum(), 1.0))
    spread = np.sqrt((squares + WEIGHT * shop) / (free + WEIGHT))
    apart = late.mean - early.mean
    error = spread * np.sqrt(1 / np.maximum(late.many, 1) + 1 / np.maximum(early.many, 1))
    chance = t.cdf(apart / np.maximum(error, 1e-9), free + WEIGHT)
    ratio = np.exp(apart)
    rate = early.many / np.maximum(known.age - days, 1.0)
    money = ratio * late.many / np.maximum(rate * days, 1e-9)
    level = np.where(was, STILL, FELL)
    rare = chance < np.where(was, STILL_RARE, RARE)
    low: Truth = enough & (ratio < level) & (money < level) & rare
    return low
