"""The model's work by week, in two pictures: how much was right, and what was asked."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes

from bot.reports.canvas import BAD, GRID, INK, OLD, PALE, PLAIN, SMALL, Words, sheet, store
from services.drift import Share, drift, interval
from services.weeks import BEFORE, NO_TOPIC, Week, Weeks, together

MOST, NAME, ROW = 14, 22, 0.4
EVERY, RARELY = 2, 3
REST = "…"
APART = 0.15
SHARES = (("routed", INK), ("asked", OLD), ("triage", BAD))


def draw(found: Weeks, titles: Mapping[str, str], language: str, folder: Path) -> None:
    """Two PNG files for a phone, each in place at once."""
    folder.mkdir(parents=True, exist_ok=True)
    words = Words(language, {**titles, **_names(language)})
    for name, paint in (("weeks", draw_weeks), ("drift", draw_drift)):
        fresh = folder / f"{name}.new.png"
        try:
            paint(found, words, fresh)
            fresh.replace(folder / f"{name}.png")
        finally:
            fresh.unlink(missing_ok=True)


def _names(language: str) -> dict[str, str]:
    plain = Words(language, {})
    return {NO_TOPIC: plain.say("quality-no-topic"), REST: plain.say("picture-drift-rest")}


def draw_weeks(found: Weeks, words: Words, path: Path) -> None:
    """Right the first time above, what was decided below; a week without tickets is a gap."""
    hints = [words.say("picture-weeks-hint"), *_partial(found, words)]
    hints.append(words.say("picture-mondays"))
    figure, axes = sheet(6.4, words.say("picture-weeks"), *hints)
    figure.delaxes(axes)
    above, below = figure.subplots(2, 1, height_ratios=(3, 2), sharex=True)
    _right(above, found.each, words.say("picture-weeks-right"))
    _shares(below, found.each, words)
    below.set_xticks(*_ticks(found.each, EVERY, words), size=SMALL)
    below.set_xlim(-0.6, len(found.each) - 0.4)
    store(figure, path)


def _partial(found: Weeks, words: Words) -> list[str]:
    return [] if found.is_over else [words.say("picture-drift-partial")]


def _right(axes: Axes, weeks: Sequence[Week], title: str) -> None:
    told = [(place, week.right) for place, week in enumerate(weeks) if week.right.whole]
    lows = []
    for place, share in told:
        low, high = interval(share)
        lows.append(low)
        axes.plot([place] * 2, [100 * low, 100 * high], color=PALE, linewidth=6, zorder=1)
        axes.annotate(
            str(share.whole),
            (place, 100 * high),
            (0, 8),
            textcoords="offset points",
            size=SMALL - 2,
            ha="center",
            color="#444",
        )
    _line(axes, len(weeks), told, INK)
    axes.set_ylim(max(0.0, 10 * (10 * min(lows, default=0.0) // 1) - 5), 110)
    axes.set_yticks([tick for tick in axes.get_yticks() if axes.get_ylim()[0] <= tick <= 100])
    _plain(axes, title)


def _shares(axes: Axes, weeks: Sequence[Week], words: Words) -> None:
    for shift, (name, color) in zip((-APART, 0.0, APART), SHARES, strict=True):
        found = [(place, getattr(week, name)) for place, week in enumerate(weeks)]
        told = [(place, share) for place, share in found if share.whole]
        label = words.say(f"picture-weeks-{name}")
        _line(axes, len(weeks), told, color, label, shift)
    axes.set_ylim(-4, 104)
    _plain(axes, words.say("picture-weeks-shares"))
    axes.legend(
        loc="upper center",
        bbox_to_anchor=(0.47, -0.16),
        ncol=3,
        frameon=False,
        fontsize=SMALL,
        columnspacing=1.0,
        handlelength=1.4,
    )


def _line(
    axes: Axes,
    places: int,
    told: Sequence[tuple[int, Share]],
    color: str,
    label: str | None = None,
    shift: float = 0.0,
) -> None:
    """`shift`: aside of its week, where the points of several lines would cover each other."""
    values = np.full(places, np.nan)
    for place, share in told:
        values[place] = 100 * share.part / share.whole
    where = np.arange(places) + shift
    axes.plot(where, values, "o-", color=color, linewidth=3, markersize=8, label=label, zorder=2)


def _plain(axes: Axes, title: str) -> None:
    axes.set_title(title, size=PLAIN, loc="left")
    axes.grid(axis="y", color=GRID)
    axes.set_axisbelow(True)
    axes.tick_params(labelsize=SMALL, length=0)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def draw_drift(found: Weeks, words: Words, path: Path) -> None:
    """A row for each topic, a column for each week, the topics asked most on top."""
    keys = _most_asked(found.each)
    shares = np.array([[_share(week, key, keys) for week in found.each] for key in keys])
    hints = [words.say("picture-drift-hint"), *_partial(found, words)]
    hints.append(words.say("picture-mondays"))
    drifted = [place for place in range(len(found.each)) if _drifted(found.each, place)]
    if drifted:
        hints.append(words.say("picture-drift-told"))
    figure, axes = sheet(ROW * len(keys) + 0.6, words.say("picture-drift"), *hints)
    axes.imshow(shares, cmap="Blues", aspect="auto", vmin=0, vmax=max(0.25, shares.max()))
    for (row, place), share in np.ndenumerate(shares):
        if found.each[place].topics and share >= 0.005:
            color = "white" if share > 0.6 * max(0.25, shares.max()) else "black"
            said = words.percent(share, 0)
            axes.text(place, row, said, size=SMALL - 2, ha="center", va="center", color=color)
    for place in drifted:
        axes.text(place, -0.62, "◆", size=PLAIN, ha="center", va="bottom", color=BAD)
    axes.set_xticks(*_ticks(found.each, RARELY, words), size=SMALL)
    axes.set_yticks(range(len(keys)), [words.title(key, NAME) for key in keys], size=SMALL)
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)
    store(figure, path)


def _most_asked(weeks: Sequence[Week]) -> list[str]:
    """The topics asked most; the others share a row."""
    topics = together(weeks).topics
    ranked = sorted((key for key in topics if key), key=lambda key: (-topics[key], key))
    few = ranked if len(ranked) <= MOST else [*ranked[: MOST - 1], REST]
    return [*few, NO_TOPIC] if topics.get(NO_TOPIC) else few


def _share(week: Week, key: str, keys: Sequence[str]) -> float:
    whole = sum(week.topics.values())
    if not whole:
        return 0.0
    if key == REST:
        return sum(many for one, many in week.topics.items() if one not in keys) / whole
    return week.topics.get(key, 0) / whole


def _drifted(weeks: Sequence[Week], place: int) -> bool:
    before = weeks[max(0, place - BEFORE) : place]
    apart = drift(together(before).topics, weeks[place].topics) if before else None
    return apart is not None and apart.is_told


def _ticks(weeks: Sequence[Week], every: int, words: Words) -> tuple[list[int], list[str]]:
    """Every so many Mondays, the last one always."""
    places = list(range(len(weeks) - 1, -1, -every))[::-1]
    return places, [words.day(weeks[place].monday) for place in places]
