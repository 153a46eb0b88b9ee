"""How far figures may be off: bootstrap intervals of 95 %, and whether two models really differ.

The bootstrap draws messages with replacement. Here the counts that such draws give are drawn
directly (multinomial): the same distribution, at no cost in messages. HALF a message is added to
each outcome, so that few messages without a mistake do not pass for certainty (Agresti & Min 2005).
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
HALF = 0.5


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
    right, total = np.trace(counts), counts.sum()
    drawn = _drawn(np.array([right, total - right]) + HALF, total)[:, 0] / total
    cells = _drawn(counts.ravel(), total).reshape(RESAMPLES, *counts.shape)
    return Bounds(*_tails(drawn), *_tails(_macro(cells)))


def _macro(drawn: AnyArray) -> AnyArray:
    """Macro-F1 of each draw, over the topics of which it has messages."""
    hits, meant = np.diagonal(drawn, axis1=1, axis2=2), drawn.sum(axis=2)
    scores = 2 * hits / np.maximum(meant + drawn.sum(axis=1), 1)
    result: AnyArray = (scores * (meant > 0)).sum(axis=1) / (meant > 0).sum(axis=1)
    return result


def differ(candidate: Sequence[bool], other: Sequence[bool]) -> Difference:
    """Two models on the same messages; each says of every message whether it was right."""
    now, was = np.array(candidate, bool), np.array(other, bool)
    better, worse = int((now & ~was).sum()), int((~now & was).sum())
    counts = np.array([better, worse, len(now) - better - worse]) + HALF
    drawn = _drawn(counts, len(now))
    low, high = _tails((drawn[:, 0] - drawn[:, 1]) / len(now))
    mean = (better - worse) / len(now)
    return Difference(better, worse, mean, low, high, mcnemar(better, worse))


def mcnemar(better: int, worse: int) -> float:
    """The exact two-sided p-value of so many changes each way."""
    if not better + worse:
        return 1.0
    return float(binomtest(min(better, worse), better + worse).pvalue)


def _drawn(counts: AnyArray, total: int) -> AnyArray:
    """How often each outcome comes in each draw of `total` messages."""
    return np.random.default_rng(SEED).multinomial(total, counts / counts.sum(), RESAMPLES)


def _tails(values: AnyArray) -> tuple[float, float]:
    low, high = np.quantile(values, TAILS)
    return float(low), float(high)
