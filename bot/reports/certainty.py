"""The reliability diagram: how often the model is right when it is so and so sure."""

import math
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes

from bot.reports.canvas import GRID, INK, PALE, PLAIN, SMALL, Words, sheet, store
from classifier.arrays import AnyArray
from classifier.bench import Bench
from classifier.scorer import REJECTED
from classifier.trial import Heard

BINS = 10
FEWEST = 5
EDGE = 85


def draw_reliability(heard: Heard, bench: Bench, words: Words, path: Path) -> None:
    """One picture; a dot stands for at least FEWEST messages."""
    pairs = [
        (said.probability, said.ranked[0] == true.label)
        for said, true in zip(heard.answers, bench.heldout, strict=True)
        if true.label != REJECTED
    ]
    chances = np.array([chance for chance, _ in pairs])
    right = np.array([is_right for _, is_right in pairs], float)
    places = np.minimum((chances * BINS).astype(int), BINS - 1)
    figure, axes = sheet(
        5.4,
        words.say("picture-reliability"),
        words.say("picture-reliability-hint"),
        words.say("picture-reliability-numbers"),
        words.say("picture-ece", points=words.number(100 * heard.report.ece)),
    )
    axes.plot([0, 100], [0, 100], color=PALE, linewidth=3, zorder=1)
    for place in range(BINS):
        chosen = places == place
        if chosen.sum() < FEWEST:
            continue
        _dot(axes, 100 * float(chances[chosen].mean()), right[chosen])
    axes.set_xlim(0, 100)
    axes.set_ylim(0, 100)
    axes.grid(color=GRID)
    axes.set_xlabel(words.say("picture-said"), size=PLAIN)
    axes.set_ylabel(words.say("picture-true"), size=PLAIN)
    store(figure, path)


def _dot(axes: Axes, said: float, right: AnyArray) -> None:
    """A dot, its interval (Wilson) and the number of messages, to the left at the right edge."""
    true, many = float(right.mean()), len(right)
    pull = 1.96**2 / many
    centre = (true + pull / 2) / (1 + pull)
    half = 1.96 * math.sqrt(true * (1 - true) / many + pull / (4 * many)) / (1 + pull)
    low, high = 100 * (centre - half), 100 * (centre + half)
    axes.plot([said, said], [low, high], color=INK, linewidth=4, alpha=0.35, zorder=2)
    axes.plot(said, 100 * true, "o", color=INK, markersize=12, zorder=3, clip_on=False)
    near_edge = said > EDGE
    axes.annotate(
        str(many),
        (said, 100 * true),
        (-12 if near_edge else 12, 8 if near_edge else -14),
        textcoords="offset points",
        size=SMALL,
        ha="right" if near_edge else "left",
    )
