"""Who orders again within a horizon: logistic regression on past windows, judged on the last."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit
from scipy.stats import rankdata

from insight.counts import Customers, Orders, bought_between, since, summarise
from insight.mbgnbd import Habit, fit

Floats = NDArray[np.float64]
Truth = NDArray[np.bool_]
WINDOWS = (0.33, 1.0, 2.0, 4.0)  # of the horizon: how much was ordered lately
RIDGE, TURNS, CLOSE = 1.0, 50, 1e-8
LEAST = 50  # who came again, and who did not, before anything is learned from them
REPEATS = 30  # orders after the first, before a habit is fitted
SURE = 1e-4
BINS = 10
MOST = 200_000


@dataclass(frozen=True, slots=True)
class Quality:
    """How the chances did: area under the ROC curve, mean distance of chance and truth in tenths
    of the customers (ECE), how many were judged and what share of them came again."""

    auc: float
    ece: float
    people: int
    share: float


@dataclass(frozen=True, slots=True)
class Learned:
    """What was fitted: `how` is "logistic", "mbgnbd", or "none" when orders are too few.

    `quality` is of the last window, foretold from the one before it; None when too few.
    """

    how: str
    habit: Habit | None
    weights: Floats | None = None
    middle: Floats | None = None
    spread: Floats | None = None
    quality: Quality | None = None

    def chances(self, given: Orders, known: Customers, now: float, horizon: float) -> Floats | None:
        """The chance of each customer to order within the horizon; None when nothing is fitted."""
        if self.habit is None:
            return None
        if self.weights is None or self.middle is None or self.spread is None:
            return self.habit.again(known.x, known.t_x, known.age, horizon)
        rows = features(given, known, self.habit, now, horizon)
        found: Floats = expit(_with_one((rows - self.middle) / self.spread) @ self.weights)
        return found


def learn(given: Orders, now: float, horizon: float) -> Learned:
    """Fitted on the last whole window; its quality is that of the same, fitted a window before."""
    known = summarise(given, now)
    if known.x.sum() < REPEATS:
        return Learned("none", None)
    fitted = _fitted(given, now, horizon)
    if fitted is None:
        return Learned("mbgnbd", fit(known.x, known.t_x, known.age))
    return Learned(*_parts(fitted), quality=judge(given, now, horizon))


def judge(given: Orders, now: float, horizon: float) -> Quality | None:
    """Chances as they would have been told a horizon ago, held against what happened since."""
    then = now - horizon
    earlier = _fitted(given, then, horizon)
    if earlier is None:
        return None
    known = summarise(given, then)
    said = earlier.chances(given, known, then, horizon)
    truth = bought_between(given, known, then, now)
    if said is None or not LEAST <= truth.sum() <= len(truth) - LEAST:
        return None
    return Quality(auc(said, truth), ece(said, truth), len(truth), float(truth.mean()))


def _fitted(given: Orders, now: float, horizon: float) -> Learned | None:
    """What was known a horizon before `now` against what happened until `now`."""
    then = now - horizon
    known = summarise(given, then)
    truth = bought_between(given, known, then, now)
    if not LEAST <= truth.sum() <= len(truth) - LEAST or known.x.sum() < REPEATS:
        return None
    habit = fit(known.x, known.t_x, known.age)
    rows = features(given, known, habit, then, horizon)
    if len(rows) > MOST:
        drawn = np.random.default_rng(0).choice(len(rows), MOST, replace=False)
        rows, truth = rows[drawn], truth[drawn]
    middle, spread = rows.mean(0), np.maximum(rows.std(0), 1e-9)
    weights = logistic(_with_one((rows - middle) / spread), truth)
    return Learned("logistic", habit, weights, middle, spread)


def _parts(
    fitted: Learned,
) -> tuple[str, Habit | None, Floats | None, Floats | None, Floats | None]:
    return fitted.how, fitted.habit, fitted.weights, fitted.middle, fitted.spread


def features(given: Orders, known: Customers, habit: Habit, now: float, horizon: float) -> Floats:
    """Recency, frequency, money, the rhythm, and the habit's own chance; a row a customer."""
    said = habit.again(known.x, known.t_x, known.age, horizon)
    gap = (known.t_x + horizon / 4) / (known.x + 1)
    columns = [
        logit(np.clip(said, SURE, 1 - SURE)),
        np.log1p(np.maximum(known.idle, 0)),
        np.log1p(known.x),
        np.log1p(known.age),
        np.log1p(np.maximum(known.spent, 0) / known.orders),
        np.log((known.idle + 1) / (gap + 1)),
        np.log((known.idle + 1) / (known.gap_before + horizon / 4)),
        (known.x == 0).astype(np.float64),
    ]
    for part in WINDOWS:
        columns.append(np.log1p(since(given, known, now - part * horizon, now)))
    return np.column_stack(columns)


def logistic(rows: Floats, truth: Truth) -> Floats:
    """Weights by Newton's steps with a ridge on all but the first, which stands for one."""
    weights = np.zeros(rows.shape[1])
    ridge = np.full(rows.shape[1], RIDGE)
    ridge[0] = 0.0
    for _ in range(TURNS):
        said = expit(rows @ weights)
        slope = rows.T @ (truth - said) - ridge * weights
        curve = (rows * (said * (1 - said))[:, None]).T @ rows + np.diag(ridge + 1e-9)
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if np.abs(step).max() < CLOSE:
            break
    return weights


def auc(said: Floats, truth: Truth) -> float:
    """The chance that who came again was given more than who did not; ties count half."""
    good, bad = int(truth.sum()), int((~truth).sum())
    ranks = rankdata(said)
    return float((ranks[truth].sum() - good * (good + 1) / 2) / (good * bad))


def ece(said: Floats, truth: Truth, bins: int = BINS) -> float:
    """The mean distance of what was said and what happened, in groups of equal size."""
    groups = np.array_split(np.argsort(said, kind="stable"), bins)
    parts = [abs(said[one].mean() - truth[one].mean()) * len(one) for one in groups if len(one)]
    return float(sum(parts) / len(said))


def _with_one(rows: Floats) -> Floats:
    return np.hstack([np.ones((len(rows), 1)), rows])
