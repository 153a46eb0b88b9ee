"""Bars of quality by topic, the weakest first."""

from pathlib import Path

from bot.reports.canvas import BAD, INK, OLD, PLAIN, SMALL, Words, sheet, store
from classifier.trial import TopicRow, Trial

MOST = 30
ROW = 0.36
FELL = 0.03
NAME = 28


def draw_topics(trial: Trial, words: Words, path: Path) -> None:
    """One picture of at most MOST topics."""
    rows = sorted(trial.topics, key=lambda row: row.f1)[:MOST]
    hints = [words.say("picture-topics-hint" if trial.current else "picture-topics-hint-alone")]
    if len(rows) < len(trial.topics):
        hints.append(words.say("picture-weakest", count=len(rows), total=len(trial.topics)))
    figure, axes = sheet(ROW * len(rows) + 0.2, words.say("picture-topics"), *hints)
    places = range(len(rows))
    axes.barh(places, [100 * row.f1 for row in rows], 0.66, color=[_color(row) for row in rows])
    for place, row in zip(places, rows, strict=True):
        if row.was_f1 is not None:
            axes.plot([100 * row.was_f1] * 2, [place - 0.42, place + 0.42], color=OLD, linewidth=3)
        axes.text(103, place, words.percent(row.f1, 0), size=PLAIN, va="center", weight="bold")
    axes.set_yticks(places, [words.title(row.topic, NAME) for row in rows], size=SMALL)
    axes.set_xlim(0, 112)
    axes.set_xticks([])
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.spines["bottom"].set_visible(False)
    store(figure, path)


def _color(row: TopicRow) -> str:
    return BAD if row.was_f1 is not None and row.was_f1 - row.f1 > FELL else INK
