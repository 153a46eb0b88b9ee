"""Orders to count: made by chance under a known habit, and those of the shared bench."""

import csv
import gzip
import os
from datetime import date
from pathlib import Path

import numpy as np

from insight.counts import Orders, in_order

ROOT = Path(__file__).parent.parent.parent
BENCH = Path(os.environ.get("BENCH_ORDERS", ROOT.parent / "shared/bench/orders"))
SAMPLE = Path(__file__).parent / "cdnow_sample.txt"


def made(people: int, days: float, seed: int = 1) -> Orders:
    """Customers as MBG/NBD has them: r 0.8, alpha 40 days, a 0.6, b 2.5; first orders by chance."""
    chance = np.random.default_rng(seed)
    who, day = [], []
    for one in range(people):
        rate, ends = chance.gamma(0.8, 1 / 40), chance.beta(0.6, 2.5)
        at = chance.uniform(0, days * 0.7)
        while at < days:
            who.append(one)
            day.append(at)
            if chance.random() < ends:
                break
            at += max(chance.exponential(1 / rate), 1.0)
    money = np.rint(chance.lognormal(8, 0.5, len(who))).astype(np.int64)
    return in_order(np.array(who, np.int64), np.array(day, np.float64), money)


def cdnow() -> Orders:
    """All of CDNOW; days are ordinals, money in cents."""
    with gzip.open(BENCH / "cdnow.csv.gz", "rt") as file:
        rows = [
            (int(row["customer"]), date.fromisoformat(row["date"]), float(row["dollars"]))
            for row in csv.DictReader(file)
        ]
    who, day, money = zip(*rows, strict=True)
    days = np.array([one.toordinal() for one in day], np.float64)
    return in_order(np.array(who, np.int64), days, np.rint(np.array(money) * 100).astype(np.int64))


def sample() -> list[int]:
    """The customers of the published tenth."""
    return [int(one) for one in SAMPLE.read_text().split()]
