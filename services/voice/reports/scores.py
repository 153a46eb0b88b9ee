"""Shares, NPS and means with what they may be by chance: pure figures of counted answers."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from services.drift import Share

FEW = 5  # below this no percentage is said: one answer more would turn it over
SATISFIED = 4
Z = 1.959964


@dataclass(frozen=True, slots=True)
class Scores:
    """Answers from one to five: `counts[0]` ones, `counts[4]` fives; of so many `asked`."""

    asked: int = 0
    counts: tuple[int, ...] = (0, 0, 0, 0, 0)

    @property
    def answered(self) -> int:
        """How many scores were given."""
        return sum(self.counts)

    @property
    def satisfied(self) -> Share:
        """Four or five, of the answered."""
        return Share(sum(self.counts[SATISFIED - 1 :]), self.answered)

    @property
    def rate(self) -> Share:
        """Answered, of the asked."""
        return Share(min(self.answered, self.asked), self.asked)

    def __add__(self, other: "Scores") -> "Scores":
        counts = tuple(a + b for a, b in zip(self.counts, other.counts, strict=True))
        return Scores(self.asked + other.asked, counts)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its interval: of a hundred made so, about five miss the true value."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Answers by score, None for those who did not answer."""

    counts: Mapping[int | None, int] = field(default_factory=dict)

    @property
    def asked(self) -> int:
        """How many were asked."""
        return sum(self.counts.values())

    @property
    def answered(self) -> int:
        """How many answered."""
        return self.asked - self.counts.get(None, 0)

    @property
    def rate(self) -> Share:
        """Answered, of the asked."""
        return Share(self.answered, self.asked)

    def between(self, low: int, high: int) -> int:
        """Answers from one score to another."""
        return sum(
            many for one, many in self.counts.items() if one is not None and low <= one <= high
        )


def nps(scale: Scale) -> Estimate | None:
    """Promoters (9, 10) less detractors (0 to 6), in points from -100 to 100; None below FEW.

    The interval is the adjusted Wald of Bonett and Price: three answers are added, half of them
    passive; it holds for few answers where the plain one is empty.
    """
    many = scale.answered
    if many < FEW:
        return None
    good, bad = scale.between(9, 10), scale.between(0, 6)
    up, down, whole = good + 0.75, bad + 0.75, many + 3
    middle = (up - down) / whole
    half = Z * math.sqrt((up / whole + down / whole - middle**2) / whole)
    low, high = (max(-1.0, min(1.0, middle + side)) for side in (-half, half))
    return Estimate(100 * (good - bad) / many, 100 * low, 100 * high)


def mean(scale: Scale) -> Estimate | None:
    """The mean score with Student's interval; None below FEW."""
    many = scale.answered
    if many < FEW:
        return None
    pairs = [(score, count) for score, count in scale.counts.items() if score is not None]
    middle = sum(score * count for score, count in pairs) / many
    spread = sum(count * (score - middle) ** 2 for score, count in pairs) / (many - 1)
    half = _student(many - 1) * math.sqrt(spread / many)
    return Estimate(middle, middle - half, middle + half)


def _student(freedom: int) -> float:
    """The 97.5 % point of Student's t (Cornish and Fisher): within 0.5 % from four degrees on."""
    first = (Z**3 + Z) / (4 * freedom)
    second = (5 * Z**5 + 16 * Z**3 + 3 * Z) / (96 * freedom**2)
    third = (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / (384 * freedom**3)
    return Z + first + second + third


def together(many: Iterable[Scores]) -> Scores:
    """Several as one."""
    return sum(many, Scores())


def ranked(found: Mapping[int | None, Scores]) -> Sequence[tuple[int | None, Scores]]:
    """By how many answered, then by how many were asked."""
    return sorted(found.items(), key=lambda one: (-one[1].answered, -one[1].asked, one[0] or 0))
