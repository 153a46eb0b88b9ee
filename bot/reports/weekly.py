"""What pictures by week share: a file in place at once, axes by week, lines with intervals."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes

from bot.reports.canvas import GRID, PLAIN, SMALL, Words
from services.drift import Share, interval
from services.voice.reports.scores import FEW

EVERY = 2


def in_place(path: Path, paint: Callable[[Path], None]) -> None:
    """Paint beside the file, then put it there at once; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new.png")
    try:
        paint(fresh)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def plain(axes: Axes, title: str) -> None:
    """A title at the left, a light grid, no frame."""
    axes.set_title(title, size=PLAIN, loc="left")
    axes.grid(axis="y", color=GRID)
    axes.set_axisbelow(True)
    axes.tick_params(labelsize=SMALL, length=0)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def ticks(axes: Axes, mondays: Sequence[date], words: Words) -> None:
    """Every other Monday, the last one always."""
    places = list(range(len(mondays) - 1, -1, -EVERY))[::-1]
    said = [words.day(mondays[place]) for place in places]
    axes.set_xticks(places, said, size=SMALL)
    axes.set_xlim(-0.6, len(mondays) - 0.4)


def legend(axes: Axes) -> None:
    """Below the axes, in one row."""
    axes.legend(
        loc="upper center",
        bbox_to_anchor=(0.47, -0.14),
        ncol=3,
        frameon=False,
        fontsize=SMALL,
        handlelength=1.4,
    )


def share_line(
    axes: Axes, shares: Sequence[Share], color: str, label: str, *, shift: float, low: bool
) -> None:
    """Shares in per cent with their intervals and counts; a week with fewer than FEW is a gap."""
    values = np.full(len(shares), np.nan)
    for place, share in enumerate(shares):
        if share.whole < FEW:
            continue
        values[place] = 100 * share.part / share.whole
        ends = [100 * one for one in interval(share)]
        axes.plot([place + shift] * 2, ends, color=color, linewidth=5, alpha=0.3, zorder=1)
        axes.annotate(
            str(share.whole),
            (place + shift, ends[0] if low else ends[1]),
            (0, -17 if low else 8),
            textcoords="offset points",
            size=SMALL - 2,
            ha="center",
            color=color,
        )
    places = np.arange(len(shares)) + shift
    axes.plot(places, values, "o-", color=color, linewidth=3, markersize=7, label=label, zorder=2)
