"""What more labels would bring: the same training on parts of the data, and a power law.

Error falls with the number n of messages about as a * n ** -b (Hestness et al. 2017). Two smaller
trainings and the candidate itself give three points; bootstrap draws of the held-out messages say
how far the law's prediction can be trusted.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from classifier.arrays import AnyArray
from classifier.bench import Advance, Bench
from classifier.corpus import Example, by_label
from classifier.intervals import SEED
from classifier.model import TopicModel
from classifier.readings import checksum, read
from classifier.scorer import REJECTED

SHARES = (0.25, 0.5)
SMALLER = (0.125, 0.25)
DRAWS = 400
MORE = (50, 100, 200, 500)
CAUTIOUS = 0.1
LEAST, SURELY = 0.01, 0.005
MOST_ADVICE = 5
Learn = Callable[[Sequence[Example]], TopicModel]


@dataclass(frozen=True, slots=True)
class Point:
    """A training on `messages`: its share of right topics, and where that lies."""

    messages: int
    accuracy: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Advice:
    """So many more labels of a topic would bring about so many points (hundredths) of its F1."""

    topic: str
    more: int
    points: float


@dataclass(frozen=True)
class Curve:
    """Points from small to large, the law's a and b, and what labels are worth asking for."""

    points: tuple[Point, ...]
    scale: float
    slope: float
    advice: tuple[Advice, ...]

    def at(self, messages: float) -> float:
        """The share of right topics that the law expects."""
        return float(1 - self.scale * messages**-self.slope)


def shares(spent: float, budget: float) -> tuple[float, ...]:
    """Which parts of the data to train on, when all of it took `spent` seconds; () for none."""
    for chosen in (SHARES, SMALLER):
        if sum(chosen) * spent <= budget:
            return chosen
    return ()


def thinned(examples: Sequence[Example], share: float) -> list[Example]:
    """The same share of every label, at least one message; smaller shares lie in larger ones."""
    kept: list[Example] = []
    for group in by_label(examples).values():
        ordered = sorted(group, key=lambda example: checksum(read(example.text)))
        kept += ordered[: max(1, round(share * len(group)))]
    return kept


def draw_curve(
    train: Sequence[Example],
    answered: Sequence[str],
    bench: Bench,
    learn: Learn,
    parts: Sequence[float],
    advance: Advance = lambda done, total: None,
    learned: Mapping[str, int] | None = None,
) -> Curve | None:
    """Train on each part; `answered` are the candidate's topics, in the bench's order.

    `learned` are the candidate's messages by label where `train` is but a sample of them. None
    when there is nothing to fit a law on.
    """
    if not parts or len({example.label for example in train} - {REJECTED}) < 2:
        return None
    counts, topics = [], []
    for step, share in enumerate(parts):
        advance(step, len(parts))
        part = thinned(train, share)
        counts.append(Counter(example.label for example in part))
        topics.append([said.ranked[0] for said in bench.ask(learn(part))])
    advance(len(parts), len(parts))
    counts.append(Counter(learned or (example.label for example in train)))
    topics.append(list(answered))
    return fit(bench, counts, topics)


def fit(bench: Bench, counts: Sequence[Counter[str]], answered: Sequence[Sequence[str]]) -> Curve:
    """The law from the answers of trainings on so many messages of each label."""
    inside = [n for n, example in enumerate(bench.heldout) if example.label != REJECTED]
    truth = [bench.heldout[n].label for n in inside]
    said = [[one[n] for n in inside] for one in answered]
    names = sorted(set(truth) & set(counts[0]))
    cells, drawn = _resampled(truth, said)
    right = np.array([[cell[0] == top for top in cell[1:]] for cell in cells])
    rates = drawn @ right / drawn.sum(axis=1, keepdims=True)
    sizes = np.array([sum(count.values()) for count in counts], float)
    points = tuple(
        Point(int(size), float(np.mean(np.equal(truth, one))), *np.quantile(rate, (0.025, 0.975)))
        for size, one, rate in zip(sizes, said, rates.T, strict=True)
    )
    errors = np.array([[1 - point.accuracy for point in points]])
    scale, slope = _law(np.log(sizes), np.maximum(errors, 0.5 / len(truth)))
    found = [_advice(name, cells, drawn, [count[name] for count in counts]) for name in names]
    worth = sorted(
        (one for one in found if one), key=lambda one: (one.more / one.points, one.topic)
    )
    return Curve(points, float(np.exp(scale[0])), float(slope[0]), tuple(worth[:MOST_ADVICE]))


def _resampled(
    truth: Sequence[str], said: Sequence[Sequence[str]]
) -> tuple[list[tuple[str, ...]], AnyArray]:
    """Each combination of truth and answers, and how often it comes in each bootstrap draw."""
    counted = Counter(zip(truth, *said, strict=True))
    shares = np.array(list(counted.values())) / len(truth)
    return list(counted), np.random.default_rng(SEED).multinomial(len(truth), shares, DRAWS)


def _law(sizes: AnyArray, errors: AnyArray) -> tuple[AnyArray, AnyArray]:
    """log a and b of each row of errors (rows, points), by least squares of logarithms."""
    centred = sizes - sizes.mean()
    logs = np.log(errors)
    slope = -(logs @ centred) / (centred @ centred)
    return logs.mean(axis=1) + slope * sizes.mean(), slope


def _advice(
    topic: str, cells: Sequence[tuple[str, ...]], drawn: AnyArray, counts: Sequence[int]
) -> Advice | None:
    """The fewest labels that bring LEAST; only where all but CAUTIOUS draws see SURELY of it."""
    if len(set(counts)) < len(counts):
        return None
    errors = _errors(topic, cells, drawn)
    scale, slope = _law(np.log(np.array(counts, float)), errors)
    for more in MORE:
        gains = np.exp(scale) * (counts[-1] ** -slope - (counts[-1] + more) ** -slope)
        points = float(np.median(gains))
        if points >= LEAST and np.quantile(gains, CAUTIOUS) >= SURELY:
            return Advice(topic, more, round(100 * points, 1))
    return None


def _errors(topic: str, cells: Sequence[tuple[str, ...]], drawn: AnyArray) -> AnyArray:
    """1 - F1 of a topic, shape (draws, points); never nought, which has no logarithm."""
    true = np.array([cell[0] == topic for cell in cells])
    meant = drawn @ true
    columns = []
    for point in range(1, len(cells[0])):
        said = np.array([cell[point] == topic for cell in cells])
        hits, answers = drawn @ (said & true), drawn @ said
        missed = 1 - 2 * hits / np.maximum(meant + answers, 1)
        columns.append(np.maximum(missed, 0.5 / np.maximum(meant, 1)))
    return np.stack(columns, axis=1)
