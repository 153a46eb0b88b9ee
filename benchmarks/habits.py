"""Who orders again within 90 days, on real orders: chances told a horizon before the last day;
and what those spend then whose orders had become smaller.

`BENCH_ORDERS=FOLDER python -m benchmarks.habits`; beside it what recency alone would say.
"""

import csv
import gzip
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import numpy as np

from insight.again import auc, judge
from insight.counts import Customers, Orders, bought_between, in_order, summarise
from insight.sums import fallen

ROOT = Path(__file__).parent.parent
BENCH = Path(os.environ.get("BENCH_ORDERS", ROOT.parent / "shared/bench/orders"))
HORIZON = 90.0
REGULAR = 6  # orders
Row = Mapping[str, str]
Bought = tuple[str, str, str, float]


def cdnow(row: Row) -> Bought | None:
    """Customer, day, order, money; every line is an order."""
    return row["customer"], row["date"], "", float(row["dollars"])


def retail(row: Row) -> Bought | None:
    """What was cancelled is no order."""
    if row["invoice"].startswith("C") or float(row["qty"]) <= 0:
        return None
    return row["customer"], row["ts"][:10], row["invoice"], float(row["qty"]) * float(row["price"])


def journey(row: Row) -> Bought | None:
    """A basket is an order."""
    return row["household"], row["day"], row["basket"], float(row["sales"])


def orders_of(rows: Iterable[Bought | None]) -> Orders:
    """Lines added up to orders; days are ordinals, money in hundredths."""
    sums: dict[tuple[str, str, str, int], float] = {}
    for at, one in enumerate(rows):
        if one is not None:
            who, day, order, money = one
            key = (who, day, order, 0 if order else at)
            sums[key] = sums.get(key, 0.0) + money
    whos = np.array([int(float(who)) for who, *_ in sums], np.int64)
    days = np.array([date.fromisoformat(day).toordinal() for _, day, *_ in sums], np.float64)
    return in_order(whos, days, np.rint(np.array(list(sums.values())) * 100).astype(np.int64))


def measured(name: str, read: Callable[[Row], Bought | None]) -> str:
    """One line of figures."""
    with gzip.open(BENCH / f"{name}.csv.gz", "rt") as file:
        given = orders_of(read(row) for row in csv.DictReader(file))
    end = float(given.day.max()) + 1
    found = judge(given, end, HORIZON)
    known = summarise(given, end - HORIZON)
    truth = bought_between(given, known, end - HORIZON, end)
    alone = auc(-known.idle, truth)
    if found is None:
        return f"{name}: too few orders to judge"
    told = f"{name}: AUC {found.auc:.3f} (recency alone {alone:.3f}), ECE {found.ece:.3f}"
    return f"{told}; {smaller(given, known, end - HORIZON)}"


def smaller(given: Orders, known: Customers, now: float) -> str:
    """The money of the horizon beside a person's own mean so far: of those flagged, of others."""
    fell = fallen(given, known, now, np.zeros(len(known), np.bool_)).fell
    later = (given.day >= now) & np.isin(given.who, known.ids)
    spent = np.zeros(len(known))
    np.add.at(spent, np.searchsorted(known.ids, given.who[later]), given.money[later])
    usual = known.spent / np.maximum(known.age, 1) * HORIZON
    others = (known.orders >= REGULAR) & ~fell
    shares = [float(spent[one].sum() / max(usual[one].sum(), 1)) for one in (fell, others)]
    return f"sums fell: {fell.sum()}, spend {shares[0]:.2f} of their usual, others {shares[1]:.2f}"


def main() -> None:
    """Every set of the bench."""
    for name, read in (("cdnow", cdnow), ("online_retail", retail), ("complete_journey", journey)):
        print(measured(name, read), flush=True)


if __name__ == "__main__":
    main()
