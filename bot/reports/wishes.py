"""What customers wish for, in one picture: the groups most wished for, week by week."""

from pathlib import Path

import numpy as np
from matplotlib import colormaps

from bot.reports.canvas import PLAIN, SMALL, Words, sheet, store
from bot.reports.weekly import in_place, ticks
from services.voice.wish_views import WishWeeks

MOST, NAME, ROW = 6, 40, 0.8
CELL = 0.52  # of a row; its name stands above


def draw(found: WishWeeks, language: str, path: Path) -> None:
    """A PNG file for a phone; raises OSError."""
    rows = found.groups[:MOST]
    words = Words(language, {one.group.ref: one.title for one, _ in rows})
    in_place(path, lambda fresh: _paint(found, words, fresh))


def _paint(found: WishWeeks, words: Words, path: Path) -> None:
    rows = found.groups[:MOST]
    counts = np.array([many for _, many in rows])
    hints = [words.say("picture-wishes-hint"), words.say("picture-mondays")]
    figure, axes = sheet(ROW * len(rows) + 0.5, words.say("picture-wishes"), *hints)
    most = max(1, int(counts.max()))
    shades = colormaps["Blues"]
    for (row, place), count in np.ndenumerate(counts):
        axes.bar(place, CELL, 0.96, bottom=row - CELL / 2, color=shades(0.05 + 0.85 * count / most))
        if count:
            color = "white" if count > 0.6 * most else "black"
            axes.text(place, row, str(count), size=SMALL, ha="center", va="center", color=color)
    for row, (one, _) in enumerate(rows):
        name = words.title(one.group.ref, NAME)
        axes.text(-0.45, row - CELL / 2 - 0.06, name, size=PLAIN, va="bottom")
    axes.set_yticks([])
    ticks(axes, found.mondays, words)
    axes.set_xlim(-0.5, len(found.mondays) - 0.5)
    axes.set_ylim(len(rows) - 0.7, -0.8)
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)
    store(figure, path)
