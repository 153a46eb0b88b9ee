"""How customers are served, in one picture: first answers, volume and backlog, topics by week."""

import math
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from bot.reports.canvas import BAD, INK, PALE, PLAIN, SMALL, Words, sheet, store
from bot.reports.weekly import in_place, legend, plain, ticks
from services.voice.reports.service_figures import ServiceFigures

MOST, NAME, ROW = 10, 20, 0.36
NONE, REST = "none", "rest"
UNITS = ((2.0, "seconds", 60.0), (120.0, "minutes", 1.0), (math.inf, "hours", 1 / 60))
LEAST = 5


def draw(found: ServiceFigures, language: str, path: Path) -> None:
    """A PNG file for a phone; raises OSError."""
    known = [*found.shop.former.values(), *found.shop.topics.values()]
    spoken = Words(language, {})
    names = {str(one.id): one.titles[language] for one in known}
    names |= {NONE: spoken.say("quality-no-topic"), REST: spoken.say("picture-drift-rest")}
    in_place(path, lambda fresh: _paint(found, Words(language, names), fresh))


def _paint(found: ServiceFigures, words: Words, path: Path) -> None:
    keys = _most_asked(found)
    last = ROW * len(keys) + 0.5
    hints = [words.say("picture-service-hint"), words.say("picture-mondays")]
    figure, axes = sheet(5.6 + last, words.say("picture-service"), *hints)
    figure.delaxes(axes)
    first, volume, topics = figure.subplots(3, 1, height_ratios=(2.9, 2.7, last))
    _first(first, found, words)
    _volume(volume, found, words)
    _topics(topics, found, keys, words)
    store(figure, path)


def _first(axes: Axes, found: ServiceFigures, words: Words) -> None:
    spreads = [week.times.first for week in found.weeks]
    pairs = np.array([one or (np.nan, np.nan) for one in spreads])
    longest = float(np.nanmax(pairs, initial=0))
    name, times = unit_of(longest)
    pairs, unit = pairs * times, words.say(f"picture-unit-{name}")
    for column, color, name in ((1, PALE, "tail"), (0, INK, "middle")):
        label = words.say(f"picture-service-{name}")
        axes.plot(pairs[:, column], "o-", color=color, linewidth=3, markersize=7, label=label)
    plain(axes, words.say("picture-service-first", unit=unit))
    axes.set_ylim(0, max(LEAST, 1.1 * longest * times))
    axes.yaxis.set_major_locator(MaxNLocator(5, integer=True))
    ticks(axes, [week.monday for week in found.weeks], words)
    legend(axes)


def unit_of(longest: float) -> tuple[str, float]:
    """In what waits of up to so many minutes are drawn, and how many of it a minute has."""
    return next((name, times) for most, name, times in UNITS if longest <= most)


def _volume(axes: Axes, found: ServiceFigures, words: Words) -> None:
    many = [week.times.tickets for week in found.weeks]
    left = [week.backlog for week in found.weeks]
    axes.bar(range(len(many)), many, 0.66, color=PALE, label=words.say("picture-service-new"))
    label = words.say("picture-service-backlog")
    axes.plot(left, "o-", color=BAD, linewidth=3, markersize=7, label=label)
    for place, count in enumerate(many):
        if count:
            axes.text(place, count, str(count), size=SMALL - 2, ha="center", va="bottom")
    plain(axes, words.say("picture-service-volume"))
    axes.set_ylim(0, 1.15 * max(1, *many, *left))
    axes.yaxis.set_major_locator(MaxNLocator(5, integer=True))
    ticks(axes, [week.monday for week in found.weeks], words)
    legend(axes)


def _topics(axes: Axes, found: ServiceFigures, keys: list[str], words: Words) -> None:
    counts = np.array([_row(found, key, keys) for key in keys])
    most = max(1, counts.max())
    axes.imshow(counts, cmap="Blues", aspect="auto", vmin=0, vmax=most)
    for (row, place), count in np.ndenumerate(counts):
        if count:
            color = "white" if count > 0.6 * most else "black"
            axes.text(place, row, str(count), size=SMALL - 2, ha="center", va="center", color=color)
    axes.set_title(words.say("picture-service-topics"), size=PLAIN, loc="left")
    axes.set_yticks(range(len(keys)), [words.title(key, NAME) for key in keys], size=SMALL)
    ticks(axes, [week.monday for week in found.weeks], words)
    axes.set_xlim(-0.5, len(found.weeks) - 0.5)
    axes.tick_params(length=0)
    for side in ("left", "bottom", "top", "right"):
        axes.spines[side].set_visible(False)


def _most_asked(found: ServiceFigures) -> list[str]:
    """The topics asked most; the others share a row."""
    known = sorted(found.topics.items(), key=lambda one: (-one[1].tickets, one[0] or 0))
    keys = [str(key) if key else NONE for key, _ in known]
    return (keys if len(keys) <= MOST else [*keys[: MOST - 1], REST]) or [NONE]


def _row(found: ServiceFigures, key: str, keys: list[str]) -> list[int]:
    named = [
        {str(one) if one else NONE: many for one, many in week.topics.items()}
        for week in found.weeks
    ]
    if key != REST:
        return [of.get(key, 0) for of in named]
    return [sum(many for one, many in of.items() if one not in keys) for of in named]
