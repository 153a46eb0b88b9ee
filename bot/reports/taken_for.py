"""Who is taken for whom: a matrix with numbered topics, and the commonest confusions in words."""

from pathlib import Path

import numpy as np
from matplotlib.axes import Axes

from bot.reports.canvas import SMALL, Words, sheet, store
from classifier.arrays import AnyArray
from classifier.evaluation import Report

MOST = 20
NAMED = 6
ROW, LINE = 0.34, 0.25
NAME, SHORT = 28, 24


def draw_confusion(report: Report, words: Words, path: Path) -> None:
    """One picture of at most MOST topics, those with the most mistakes."""
    counts = np.array(report.confusion)
    wrong = counts * (1 - np.eye(len(counts), dtype=int))
    chosen = np.sort(np.argsort(-(wrong.sum(axis=0) + wrong.sum(axis=1)), kind="stable")[:MOST])
    labels = [report.labels[number] for number in chosen]
    lines = _commonest(wrong, report.labels, words)
    hints = [words.say("picture-confusion-hint")]
    if len(labels) < len(counts):
        hints.append(words.say("picture-weakest", count=len(labels), total=len(counts)))
    foot = LINE * len(lines) + 0.15
    figure, axes = sheet(
        ROW * len(labels) + 0.5 + foot, words.say("picture-confusion"), *hints, foot=foot
    )
    _matrix(axes, counts[np.ix_(chosen, chosen)], labels, words)
    text = "\n".join(lines)
    figure.text(0.03, 0.015, text, size=SMALL, va="bottom", linespacing=1.4)
    store(figure, path)


def _matrix(axes: Axes, counts: AnyArray, labels: list[str], words: Words) -> None:
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    wrong = 1 - np.eye(len(labels))
    mistakes = np.ma.masked_equal(np.sqrt(shares * wrong), 0)
    axes.imshow(mistakes, cmap="Oranges", vmin=-0.1, vmax=1.4, aspect="auto")
    for row, column in np.argwhere(counts > 0):
        diagonal = row == column
        axes.text(
            column,
            row,
            counts[row, column],
            ha="center",
            va="center",
            size=8 if diagonal else SMALL,
            color="#7a8794" if diagonal else "black",
            weight="normal" if diagonal else "bold",
        )
    numbers = [str(number + 1) for number in range(len(labels))]
    names = [f"{words.title(label, NAME)}  {n}" for label, n in zip(labels, numbers, strict=True)]
    staggered = [f"{n}\n" if place % 2 else n for place, n in enumerate(numbers)]
    axes.set_xticks(range(len(labels)), staggered, size=10)
    axes.set_yticks(range(len(labels)), names, size=SMALL)
    axes.xaxis.tick_top()
    axes.set_xticks(np.arange(len(labels)) + 0.5, minor=True)
    axes.set_yticks(np.arange(len(labels)) + 0.5, minor=True)
    axes.grid(which="minor", color="#e3e6ea")
    axes.tick_params(which="minor", length=0)


def _commonest(wrong: AnyArray, labels: tuple[str, ...], words: Words) -> list[str]:
    pairs = np.argwhere(wrong > 0)
    if not len(pairs):
        return [words.say("picture-confusion-none")]
    ordered = sorted(pairs.tolist(), key=lambda pair: (-wrong[pair[0], pair[1]], pair))
    names = [words.title(label, SHORT) for label in labels]
    chosen = ordered[:NAMED]
    found = [f"{wrong[meant, said]} × {names[meant]} → {names[said]}" for meant, said in chosen]
    return [words.say("picture-confusion-most"), *found]
