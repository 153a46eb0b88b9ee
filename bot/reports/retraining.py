"""A retraining in pictures."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from bot.reports.beside import draw_beside
from bot.reports.by_topic import draw_topics
from bot.reports.canvas import Words
from bot.reports.certainty import draw_reliability
from bot.reports.growth import draw_growth
from bot.reports.taken_for import draw_confusion
from classifier.bench import Advance, Bench
from classifier.curve import Curve
from classifier.trial import Trial


def draw(
    trial: Trial,
    curve: Curve | None,
    bench: Bench,
    own: int,
    words: Words,
    folder: Path,
    advance: Advance = lambda done, total: None,
) -> list[dict[str, str]]:
    """PNG files for a phone, in the folder; their names, and the key of what each is called.

    `own` is how many of the held-out messages are the shop's.
    """
    counts = {"messages": len(bench.heldout), "own": own}
    painters: dict[str, Callable[[Path], None]] = {
        "summary": partial(draw_beside, trial, counts, words),
        "topics": partial(draw_topics, trial, words),
        "confusion": partial(draw_confusion, trial.candidate.report, words),
        "reliability": partial(draw_reliability, trial.candidate, bench, words),
    }
    if curve is not None:
        painters["curve"] = partial(draw_growth, curve, words)
    found: list[dict[str, str]] = []
    for name, paint in painters.items():
        advance(len(found), len(painters))
        paint(folder / f"{name}.png")
        found.append({"file": f"{name}.png", "caption_key": f"caption-{name}"})
    advance(len(found), len(painters))
    return found
