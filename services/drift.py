"""What differs by more than chance: shares, and what tickets are about."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

SURE_OF = 0.01
POINTS = 0.05
ENOUGH = 50
DRIFTED = 0.2
MOST = 3
_NORMAL = NormalDist()

Trend = Literal["fell", "rose", "even", "few"]


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """In 0..1; None of nothing."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Shift:
    """A kind whose share has changed, from and to in 0..1."""

    key: str
    was: float
    now: float


@dataclass(frozen=True, slots=True)
class Drift:
    """How far two weeks are apart in what was asked: `index` is the population stability index.

    `limit` is what it must exceed to be told of; `shifts` make it up, the largest first.
    """

    index: float
    limit: float
    shifts: tuple[Shift, ...]

    @property
    def is_told(self) -> bool:
        """Whether customers ask other things than before, and not by chance."""
        return self.index > self.limit


def chance(was: Share, now: Share) -> float:
    """How likely two shares differ at least so much by chance: the two-proportion test, p."""
    whole = was.whole + now.whole
    if not was.whole or not now.whole:
        return 1.0
    pooled = (was.part + now.part) / whole
    error = math.sqrt(pooled * (1 - pooled) * (1 / was.whole + 1 / now.whole))
    if error == 0:
        return 1.0
    z = abs(now.part / now.whole - was.part / was.whole) / error
    return 2 * _NORMAL.cdf(-z)


def trend(was: Share, now: Share) -> Trend:
    """Fell or rose: by POINTS or more, p below SURE_OF, ENOUGH on both sides; else even, or few."""
    if was.whole < ENOUGH or now.whole < ENOUGH:
        return "few"
    change = (now.value or 0.0) - (was.value or 0.0)
    if round(abs(change), 9) < POINTS or chance(was, now) >= SURE_OF:
        return "even"
    return "rose" if change > 0 else "fell"


def drift(was: Mapping[str, int], now: Mapping[str, int]) -> Drift | None:
    """How far two counts by kind are apart; None when either has fewer than ENOUGH.

    The population stability index, half a ticket added to every kind so that none is empty. It
    is told of above DRIFTED and above what chance alone makes of so many kinds and tickets.
    """
    kinds = sorted(key for key in was.keys() | now.keys() if was.get(key) or now.get(key))
    before, after = sum(was.values()), sum(now.values())
    if min(before, after) < ENOUGH:
        return None
    parts: list[tuple[float, Shift]] = []
    for key in kinds:
        one = (was.get(key, 0) + 0.5) / (before + 0.5 * len(kinds))
        other = (now.get(key, 0) + 0.5) / (after + 0.5 * len(kinds))
        shift = Shift(key, was.get(key, 0) / before, now.get(key, 0) / after)
        parts.append(((other - one) * math.log(other / one), shift))
    parts.sort(key=lambda part: -part[0])
    by_chance = _chi_square(len(kinds) - 1) * (1 / before + 1 / after)
    return Drift(
        sum(part for part, _ in parts),
        max(DRIFTED, by_chance),
        tuple(shift for _, shift in parts[:MOST]),
    )


def interval(share: Share) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson); everything from 0 to 1 when nothing is known.

    Of a hundred intervals made so, about five miss the true share.
    """
    if not share.whole:
        return 0.0, 1.0
    z = _NORMAL.inv_cdf(0.975)
    pull = z * z / share.whole
    value = share.part / share.whole
    half = z * math.sqrt(value * (1 - value) / share.whole + pull / (4 * share.whole))
    low, high = ((value + pull / 2 + side) / (1 + pull) for side in (-half, half))
    return max(0.0, low), min(1.0, high)


def _chi_square(freedom: int) -> float:
    """What a chi-square value exceeds with a chance of SURE_OF (Wilson and Hilferty, 1931)."""
    if freedom <= 0:
        return 0.0
    spread = 2 / (9 * freedom)
    return float(freedom * (1 - spread + _NORMAL.inv_cdf(1 - SURE_OF) * math.sqrt(spread)) ** 3)
