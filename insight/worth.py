"""What customers are worth: scores by fifths, the mean order drawn to the shop's, and in all."""

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from insight.counts import Customers, Orders
from insight.mbgnbd import Habit

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
FIFTHS = 5
FEW = 3.0  # orders that the shop's mean weighs when the orders don't say


def fifths(values: Floats) -> Ints:
    """1 to 5 by rank, 5 the largest; equal values get equal scores, whatever their order."""
    if not len(values):
        return np.zeros(0, np.int64)
    ranks = (rankdata(values) - 0.5) / len(values)
    found: Ints = 1 + np.minimum((ranks * FIFTHS).astype(np.int64), FIFTHS - 1)
    return found


def scores(known: Customers) -> tuple[Ints, Ints, Ints]:
    """Recency, frequency and money, 1 to 5 each."""
    money = known.spent.astype(np.float64)
    return fifths(-known.idle), fifths(known.orders.astype(np.float64)), fifths(money)


def mean_order(given: Orders, known: Customers, now: float) -> Floats:
    """Each customer's mean order, minor units, drawn to the shop's as their orders are few.

    Buehlmann's credibility: the weight of the shop is the variance within customers over the
    variance between them, in orders.
    """
    money = given.money[given.day < now].astype(np.float64)
    own = known.spent / known.orders
    whole = float(money.mean()) if len(money) else 0.0
    weight = _weight(money, own, whole, known)
    return (known.spent + weight * whole) / (known.orders + weight)


def _weight(money: Floats, own: Floats, whole: float, known: Customers) -> float:
    many, people = len(money), len(known)
    if many - people < FIFTHS or people < FIFTHS:
        return FEW
    within = float(np.sum((money - own[known.index]) ** 2)) / (many - people)
    between = float(np.sum(known.orders * (own - whole) ** 2)) - (people - 1) * within
    scale = many - float(np.sum(known.orders.astype(np.float64) ** 2)) / many
    if between <= 0 or scale <= 0:
        return 10 * FEW
    return min(within / (between / scale), 10 * FEW)


def expected(
    given: Orders, known: Customers, habit: Habit | None, now: float, horizon: float
) -> Ints:
    """The money to be expected of each customer within the horizon (days), minor units."""
    if habit is None:
        many = known.orders / (known.age + horizon) * horizon
    else:
        many = habit.orders(known.x, known.t_x, known.age, horizon)
    return np.rint(many * mean_order(given, known, now)).astype(np.int64)
