"""How far figures may be off: bootstrap intervals of 95 %, and whether two models really differ.

The bootstrap draws messages with replacement. Here the counts that such draws give are drawn
directly (binomial, multinomial): the same distribution, at no cost in messages.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import binomtest

from classifier.arrays import AnyArray
from classifier.evaluation import Report

RESAMPLES = 2000
TAILS = (0.025, 0.975)
SEED = 0


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where the share of right topics and macro-F1 lie."""

    low: float
    high: float
    macro_low: float
    macro_high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """How many messages only the candidate has right, or only the other; what that means.

    `mean` is candidate minus other in shares of right topics, `p_value` that of McNemar's exact
    test: how often chance alone would part two equally good models so far.
    """

    better: int
    worse: int
    mean: float
    low: float
    high: float
    p_value: float


def bounds(report: Report) -> Bounds:
    """Intervals of a report's accuracy and macro-F1."""
    counts = np.array(report.confusion, float)
    drawn = _drawn(counts.ravel()).reshape(RESAMPLES, *counts.shape)
    right = np.trace(drawn, axis1=1, axis2=2) / counts.sum()
    macro = _macro(drawn, counts.sum(axis=1) > 0)
    return Bounds(*_tails(right), *_tails(macro))


def _macro(drawn: AnyArray, present: AnyArray) -> AnyArray:
    hits = np.diagonal(drawn, axis1=1, axis2=2)
    total = drawn.sum(axis=1) + drawn.sum(axis=2)
    scores = 2 * hits / np.maximum(total, 1)
    result: AnyArray = scores[:, present].mean(axis=1)
    return result


def differ(candidate: Sequence[bool], other: Sequence[bool]) -> Difference:
    """Two models on the same messages; each says of every message whether it was right."""
    now, was = np.array(candidate, bool), np.array(other, bool)
    better, worse = int((now & ~was).sum()), int((~now & was).sum())
    counts = np.array([better, worse, len(now) - better - worse], float)
    drawn = _drawn(counts)
    low, high = _tails((drawn[:, 0] - drawn[:, 1]) / counts.sum())
    mean = (better - worse) / len(now)
    return Difference(better, worse, mean, low, high, mcnemar(better, worse))


def mcnemar(better: int, worse: int) -> float:
    """The exact two-sided p-value of so many changes each way."""
    if not better + worse:
        return 1.0
    return float(binomtest(min(better, worse), better + worse).pvalue)


def _drawn(counts: AnyArray) -> AnyArray:
    total = int(counts.sum())
    return np.random.default_rng(SEED).multinomial(total, counts / total, RESAMPLES)


def _tails(values: AnyArray) -> tuple[float, float]:
    low, high = np.quantile(values, TAILS)
    return float(low), float(high)
