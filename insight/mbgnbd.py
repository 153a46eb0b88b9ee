"""How often people come back and when they stop: BG/NBD and MBG/NBD, by maximum likelihood.

Fader, Hardie and Lee, Marketing Science 24 (2005); Batislam, Denizel and Filiztekin, IJRM 24
(2007): as the former, but a person may stop after the very first order.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import betaln, digamma, expit, gammaln, hyp2f1

Floats = NDArray[np.float64]
BG, MBG = "bg", "mbg"
BOUNDS = (-9.0, 9.0)  # of the logarithms: e^9 days between orders is a lifetime
MOST = 100_000
NEAR_ONE = 1e-4


@dataclass(frozen=True, slots=True)
class Habit:
    """Rates of order are Gamma(`r`, `alpha`), the chance to stop after one is Beta(`a`, `b`).

    `alpha` is in the unit of time that was fitted; `log_likelihood` is of the customers fitted.
    """

    r: float
    alpha: float
    a: float
    b: float
    log_likelihood: float = 0.0
    kind: str = MBG

    def again(self, x: Floats, t_x: Floats, age: Floats, horizon: float) -> Floats:
        """The chance of at least one order within the horizon; in closed form.

        Who is still there orders at a rate that is Gamma(r + x, alpha + age) by now.
        """
        there = self._there(x, t_x, age)
        quiet = np.exp((self.r + x) * np.log((self.alpha + age) / (self.alpha + age + horizon)))
        found: Floats = there * (1.0 - quiet)
        return found

    def orders(self, x: Floats, t_x: Floats, age: Floats, horizon: float) -> Floats:
        """How many orders are to be expected within the horizon."""
        a = self.a if abs(self.a - 1) > NEAR_ONE else 1 + NEAR_ONE
        b = self.b + x + (self.kind == MBG)
        rate, until = self.r + x, self.alpha + age
        kept = (until / (until + horizon)) ** rate
        shape = hyp2f1(rate, b, a + b - 1, horizon / (until + horizon))
        found = (a + b - 1) / (a - 1) * (1 - kept * shape)
        there = self._there(x, t_x, age)
        many: Floats = there * np.clip(np.nan_to_num(found), 0.0, rate / until * horizon)
        return many

    def _there(self, x: Floats, t_x: Floats, age: Floats) -> Floats:
        """Not to be shown to anybody as a chance to order: it falls with every order made."""
        stays, stops = _branches(
            np.log([self.r, self.alpha, self.a, self.b]), x, t_x, age, self.kind
        )
        return np.asarray(expit(stays - stops), np.float64)


def fit(
    x: Floats, t_x: Floats, age: Floats, *, kind: str = MBG, most: int = MOST, seed: int = 0
) -> Habit:
    """The likeliest habit; of more than `most` customers, of so many drawn by chance.

    Time is in any one unit; days are divided by 7 within, so that the search starts near.
    """
    if len(x) > most:
        drawn = np.random.default_rng(seed).choice(len(x), most, replace=False)
        x, t_x, age = x[drawn], t_x[drawn], age[drawn]
    scale = max(float(np.median(age)) / 30, 1e-9)
    t, end = t_x / scale, age / scale
    found = minimize(
        lambda at: _loss(at, x, t, end, kind),
        np.zeros(4),
        jac=True,
        method="L-BFGS-B",
        bounds=[BOUNDS] * 4,
        options={"maxiter": 500, "ftol": 1e-12, "gtol": 1e-8},
    )
    r, alpha, a, b = np.exp(found.x)
    likely = log_likelihood(Habit(r, alpha * scale, a, b, kind=kind), x, t_x, age)
    return Habit(float(r), float(alpha * scale), float(a), float(b), likely, kind)


def log_likelihood(habit: Habit, x: Floats, t_x: Floats, age: Floats) -> float:
    """Of customers under a habit, in its unit of time."""
    at = np.log([habit.r, habit.alpha, habit.a, habit.b])
    r, alpha = habit.r, habit.alpha
    base = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    return float(np.sum(base + np.logaddexp(*_branches(at, x, t_x, age, habit.kind))))


def _branches(at: Floats, x: Floats, t_x: Floats, age: Floats, kind: str) -> tuple[Floats, Floats]:
    """The logarithms of both ways to have come here: still there, and stopped at the last order."""
    r, alpha, a, b = np.exp(at)
    more = 1.0 if kind == MBG else 0.0
    whole = betaln(a, b)
    stays = betaln(a, b + x + more) - whole - (r + x) * np.log(alpha + age)
    stops = betaln(a + 1, _stopped(b, x, more)) - whole - (r + x) * np.log(alpha + t_x)
    return stays, stops if kind == MBG else np.where(x > 0, stops, -np.inf)


def _stopped(b: float, x: Floats, more: float) -> Floats:
    return b + x if more else b + np.maximum(x, 1.0) - 1.0


def _loss(at: Floats, x: Floats, t_x: Floats, age: Floats, kind: str) -> tuple[float, Floats]:
    """The mean loss and its gradient by the logarithms of the four."""
    r, alpha, a, b = np.exp(at)
    more = 1.0 if kind == MBG else 0.0
    stays, stops = _branches(at, x, t_x, age, kind)
    both = np.logaddexp(stays, stops)
    stay = np.exp(stays - both)
    stop = 1.0 - stay
    base = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    by_r = digamma(r + x) - digamma(r) + np.log(alpha)
    by_r -= stay * np.log(alpha + age) + stop * np.log(alpha + t_x)
    by_alpha = r / alpha - (r + x) * (stay / (alpha + age) + stop / (alpha + t_x))
    whole, left = digamma(a + b), _stopped(b, x, more)
    ends = digamma(a + b + x + more), digamma(a + 1 + left)
    by_a = stay * (digamma(a) - ends[0]) + stop * (digamma(a + 1) - ends[1]) - digamma(a) + whole
    by_b = stay * (digamma(b + x + more) - ends[0]) + stop * (digamma(left) - ends[1])
    by_b += whole - digamma(b)
    slope = np.array([by_r.mean() * r, by_alpha.mean() * alpha, by_a.mean() * a, by_b.mean() * b])
    return -float(np.mean(base + both)), -slope
