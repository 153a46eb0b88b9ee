"""The candidate beside the model that serves: a line for each figure, whiskers where known."""

from collections.abc import Mapping
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from bot.reports.canvas import INK, OLD, PLAIN, SMALL, Words, sheet, store
from classifier.trial import Figures, Trial

SHOWN = ("accuracy", "macro_f1", "queue_accuracy", "top3", "routed", "routed_right", "caught")
WHISKERS = {"accuracy": ("low", "high"), "macro_f1": ("macro_low", "macro_high")}
ROW = 0.72


def draw_beside(trial: Trial, counts: Mapping[str, int], words: Words, path: Path) -> None:
    """One picture."""
    now = trial.candidate.figures
    was = trial.current.figures if trial.current else None
    shown = [name for name in SHOWN if getattr(now, name) is not None]
    figure, axes = sheet(
        ROW * len(shown) + 0.7,
        words.say("picture-beside" if was else "picture-alone"),
        words.say("picture-heldout", count=counts["messages"], own=counts["own"]),
        words.say("picture-band"),
    )
    for row, name in enumerate(shown):
        _line(axes, row, name, now, was, words)
    _frame(axes, shown, [now, *([was] if was else [])])
    if was:
        axes.plot([], [], "o", color=OLD, markersize=9, label=words.say("picture-old"))
        axes.plot([], [], "o", color=INK, markersize=11, label=words.say("picture-new"))
        axes.legend(
            loc="upper center", bbox_to_anchor=(0.5, -0.06), ncol=2, frameon=False, fontsize=PLAIN
        )
    store(figure, path)


def _line(axes: Axes, row: int, name: str, now: Figures, was: Figures | None, words: Words) -> None:
    if was:
        _dot(axes, row + 0.1, name, was, OLD, 9)
    _dot(axes, row - 0.1 if was else row, name, now, INK, 11)
    said = words.percent(getattr(now, name))
    if was and getattr(was, name) is not None:
        said = f"{words.percent(getattr(was, name))} → {said}"
    label = words.say(f"picture-{name.replace('_', '-')}")
    axes.text(0, row - 0.27, label, size=PLAIN, va="bottom", transform=axes.get_yaxis_transform())
    axes.text(
        1,
        row - 0.27,
        said,
        size=PLAIN,
        va="bottom",
        ha="right",
        weight="bold",
        transform=axes.get_yaxis_transform(),
    )


def _dot(axes: Axes, row: float, name: str, figures: Figures, color: str, size: int) -> None:
    value = getattr(figures, name)
    if value is None:
        return
    if name in WHISKERS:
        low, high = (100 * getattr(figures, side) for side in WHISKERS[name])
        axes.plot([low, high], [row, row], color=color, linewidth=4, alpha=0.45)
    axes.plot(100 * value, row, "o", color=color, markersize=size)


def _frame(axes: Axes, shown: list[str], told: list[Figures]) -> None:
    values = [getattr(one, name) for one in told for name in shown]
    values += [getattr(one, low) for one in told for low, _ in WHISKERS.values()]
    least = 100 * min(value for value in values if value is not None)
    axes.set_xlim(max(0, 5 * (least // 5) - 5), 101)
    axes.set_ylim(len(shown) - 0.6, -0.75)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    for row in range(len(shown)):
        axes.axhline(row, color="#e3e6ea", zorder=0)
    axes.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.tick_params(axis="x", labelsize=SMALL)
