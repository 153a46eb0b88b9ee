"""Where customers stand, in one picture: people and money by stage, and who moved where."""

from pathlib import Path

from matplotlib.axes import Axes

from bot.reports.canvas import BAD, INK, OLD, PALE, PLAIN, SMALL, Words, sheet, store
from bot.reports.weekly import in_place
from services.segments.report import DAYS, CustomerFigures

ROW, MOVES = 0.42, 8
COLOURS = {"at_risk": OLD, "lapsed": BAD}


def draw(found: CustomerFigures, language: str, path: Path) -> None:
    """A PNG file for a phone; raises OSError."""
    in_place(path, lambda fresh: _paint(found, Words(language, {}), fresh))


def _paint(found: CustomerFigures, words: Words, path: Path) -> None:
    hints = [words.say("picture-customers-hint")]
    if found.before:
        hints.append(words.say("picture-customers-before", days=DAYS))
    moves = found.moves[:MOVES]
    heights = [ROW * len(found.stages) + 0.5] * 2 + ([ROW * len(moves) + 0.5] if moves else [])
    figure, axes = sheet(sum(heights), words.say("picture-customers"), *hints)
    figure.delaxes(axes)
    parts = figure.subplots(len(heights), 1, height_ratios=heights)
    _people(parts[0], found, words)
    _money(parts[1], found, words)
    if moves:
        names = [f"{_stage(words, one)} → {_stage(words, other)}" for one, other, _ in moves]
        counts = [float(many) for *_, many in moves]
        _bars(parts[2], names, counts, [str(many) for *_, many in moves], [INK] * len(moves))
        title = words.say("picture-customers-moves", days=DAYS)
        parts[2].set_title(title, size=PLAIN, loc="left")
    store(figure, path)


def _people(axes: Axes, found: CustomerFigures, words: Words) -> None:
    counts = [float(one["people"]) for one in found.stages.values()]
    if found.before:
        past = [float(found.before[name]) for name in found.stages]
        axes.barh(range(len(past)), past, 0.8, color=PALE, alpha=0.5)
    said = [str(int(one)) for one in counts]
    most = max([*counts, *map(float, found.before.values())])
    _bars(axes, _names(found, words), counts, said, _colours(found), most)
    axes.set_title(words.say("picture-customers-people"), size=PLAIN, loc="left")


def _money(axes: Axes, found: CustomerFigures, words: Words) -> None:
    whole = max(sum(one["spent"] for one in found.stages.values()), 1)
    shares = [100 * one["spent"] / whole for one in found.stages.values()]
    said = [words.number(one, 0) for one in shares]
    _bars(axes, _names(found, words), shares, said, _colours(found))
    axes.set_title(words.say("picture-customers-money"), size=PLAIN, loc="left")


def _bars(
    axes: Axes,
    names: list[str],
    values: list[float],
    said: list[str],
    colours: list[str],
    most: float = 0.0,
) -> None:
    axes.barh(range(len(values)), values, 0.5, color=colours)
    most = max(most, *values, 1.0)
    for place, value in enumerate(values):
        axes.text(value + most * 0.02, place, said[place], size=SMALL, va="center")
    axes.set_yticks(range(len(names)), names, size=SMALL)
    axes.set_xticks([])
    axes.set_xlim(0, most * 1.18)
    axes.set_ylim(len(values) - 0.4, -0.6)
    axes.tick_params(length=0)
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)


def _names(found: CustomerFigures, words: Words) -> list[str]:
    return [_stage(words, name) for name in found.stages]


def _colours(found: CustomerFigures) -> list[str]:
    return [COLOURS.get(name, INK) for name in found.stages]


def _stage(words: Words, name: str) -> str:
    return words.say(f"picture-stage-{name}")
