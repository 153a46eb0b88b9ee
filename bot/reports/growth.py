"""The learning curve: accuracy by the number of training messages, and where it leads."""

from pathlib import Path

import numpy as np
from matplotlib.ticker import MaxNLocator

from bot.reports.canvas import GRID, INK, PALE, PLAIN, Words, sheet, store
from classifier.curve import Curve

FURTHER = 2.0


def draw_growth(curve: Curve, words: Words, path: Path) -> None:
    """One picture, up to FURTHER times the messages there are."""
    sizes = np.array([point.messages for point in curve.points], float)
    figure, axes = sheet(4.6, words.say("picture-curve"), words.say("picture-curve-hint"))
    ahead = np.geomspace(sizes[0], FURTHER * sizes[-1], 60)
    axes.plot(ahead, [100 * curve.at(size) for size in ahead], "--", color=PALE, linewidth=3)
    for point in curve.points:
        low, high, value = 100 * point.low, 100 * point.high, 100 * point.accuracy
        axes.plot([point.messages] * 2, [low, high], color=INK, linewidth=4, alpha=0.4)
        axes.plot(point.messages, value, "o", color=INK, markersize=11)
        axes.annotate(
            words.number(value),
            (point.messages, value),
            (10, -16),
            textcoords="offset points",
            size=PLAIN,
            weight="bold",
        )
    axes.set_xscale("log")
    axes.minorticks_off()
    ticks = [*sizes.astype(int), int(FURTHER * sizes[-1])]
    axes.set_xticks(ticks, [f"{tick:,}".replace(",", " ") for tick in ticks])
    axes.set_xlim(sizes[0] * 0.85, FURTHER * sizes[-1] * 1.1)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(color=GRID)
    axes.set_xlabel(words.say("picture-examples"), size=PLAIN)
    axes.set_ylabel(words.say("picture-right-share"), size=PLAIN)
    store(figure, path)
