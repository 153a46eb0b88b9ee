"""A model's evaluation in pictures: topics by quality, and who is taken for whom."""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import numpy as np
from matplotlib.figure import Figure

from classifier.evaluation import Report

INK = "#1f3a5f"


def draw(report: Report, folder: Path, stamp: str) -> list[Path]:
    """Two PNG files, readable on a phone; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    return [
        _topics(report, folder / f"topics-{stamp}.png"),
        _confusion(report, folder / f"confusion-{stamp}.png"),
    ]


def _topics(report: Report, path: Path) -> Path:
    rows = sorted(report.topics, key=lambda topic: topic.f1)
    figure = Figure(figsize=(6, 0.34 * len(rows) + 1.4), layout="constrained")
    axes = figure.subplots()
    axes.barh([row.topic for row in rows], [row.f1 for row in rows], color=INK)
    axes.set_xlim(0, 1)
    axes.set_xlabel("F1")
    axes.set_title(f"{report.messages} messages, macro-F1 {report.macro_f1:.2f}")
    figure.savefig(path, dpi=150)
    return path


def _confusion(report: Report, path: Path) -> Path:
    counts = np.array(report.confusion, float)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    size = 0.32 * len(report.labels) + 2.5
    figure = Figure(figsize=(size, size), layout="constrained")
    axes = figure.subplots()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.set_xticks(range(len(report.labels)), report.labels, rotation=90)
    axes.set_yticks(range(len(report.labels)), report.labels)
    axes.set_xlabel("answered")
    axes.set_ylabel("meant")
    figure.savefig(path, dpi=150)
    return path
