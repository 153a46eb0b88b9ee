"""What is known of each customer at a moment: orders, gaps and money from plain arrays."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
YEAR = 365.0


@dataclass(frozen=True, slots=True)
class Orders:
    """One entry an order, by customer and within one by time: `who` any id, `day` in days (any
    zero), `money` in minor units."""

    who: Ints
    day: Floats
    money: Ints

    def __len__(self) -> int:
        return len(self.who)

    def until(self, day: float) -> "Orders":
        """What was known then: orders before it."""
        kept = self.day < day
        return Orders(self.who[kept], self.day[kept], self.money[kept])


@dataclass(frozen=True, slots=True)
class Customers:
    """One entry a customer, by id. `x` orders after the first, on days of their own; `t_x` days
    from the first to the last, `age` from the first to now; `orders`, `spent` and `year_spent`,
    `year_orders` (the last 365 days) as counted; `gap_before` days between the last two orders.

    `index` is where each order's customer stands in the other arrays.
    """

    ids: Ints
    x: Floats
    t_x: Floats
    age: Floats
    orders: Ints
    spent: Ints
    year_orders: Ints
    year_spent: Ints
    first: Floats
    last: Floats
    gap_before: Floats
    index: Ints

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def idle(self) -> Floats:
        """Days since the last order."""
        return self.age - self.t_x


def in_order(who: Ints, day: Floats, money: Ints) -> Orders:
    """Orders in the order that everything here wants."""
    order = np.lexsort((day, who))
    return Orders(who[order], day[order], money[order])


def summarise(given: Orders, now: float) -> Customers:
    """Every customer with an order before `now` (days), as they stand then."""
    known = given.until(now)
    ids, starts, many = np.unique(known.who, return_index=True, return_counts=True)
    index = np.repeat(np.arange(len(ids)), many)
    first, last = known.day[starts], known.day[starts + many - 1]
    before = known.day[np.maximum(starts + many - 2, 0)]
    fresh = _begins_a_day(known, starts)
    recent = known.day >= now - YEAR
    return Customers(
        ids=ids,
        x=np.bincount(index, fresh, len(ids)).astype(np.float64) - 1.0,
        t_x=last - first,
        age=now - first,
        orders=many.astype(np.int64),
        spent=_summed(index, known.money, len(ids)),
        year_orders=np.bincount(index[recent], minlength=len(ids)).astype(np.int64),
        year_spent=_summed(index[recent], known.money[recent], len(ids)),
        first=first,
        last=last,
        gap_before=np.where(many > 1, last - before, 0.0),
        index=index,
    )


def _begins_a_day(known: Orders, starts: Ints) -> Floats:
    """1.0 for the first order of a customer on a day: two orders of one day are one visit."""
    day = np.floor(known.day)
    fresh = np.ones(len(known))
    if len(known):
        fresh[1:] = day[1:] != day[:-1]
        fresh[starts] = 1.0
    return fresh


def _summed(index: Ints, money: Ints, size: int) -> Ints:
    """Exact sums of whole numbers, by customer."""
    found = np.zeros(size, np.int64)
    np.add.at(found, index, money)
    return found


def since(given: Orders, known: Customers, start: float, now: float) -> Ints:
    """How many orders each customer made from `start` until before `now`, days."""
    before = given.day < now
    recent = given.day[before] >= start
    return np.bincount(known.index[recent], minlength=len(known)).astype(np.int64)


def bought_between(given: Orders, known: Customers, start: float, end: float) -> NDArray[np.bool_]:
    """Whether each of the known customers ordered from `start` until before `end`, days."""
    inside = (given.day >= start) & (given.day < end)
    return np.isin(known.ids, np.unique(given.who[inside]))
