"""A candidate beside the model that serves: both on the same held-out messages."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from classifier.bench import TRIAGE, Advance, Bench
from classifier.corpus import Example
from classifier.evaluation import Answer, Report, measure
from classifier.intervals import Difference, bounds, differ
from classifier.model import TopicModel
from classifier.pace import milliseconds
from classifier.scorer import REJECTED

MOST_CHANGED = 50
LONGEST_TEXT = 300
TIMED = 150


@dataclass(frozen=True)
class Figures:
    """One model's figures, as in `evaluation.Report`; `ms` is processor time for a message."""

    accuracy: float
    low: float
    high: float
    macro_f1: float
    macro_low: float
    macro_high: float
    top3: float
    queue_accuracy: float
    routed: float
    routed_right: float
    ece: float
    auroc: float | None
    fpr95: float | None
    lost: float
    caught: float | None
    ms: float


@dataclass(frozen=True)
class Heard:
    """What one model said of the held-out messages, in the shop's topics of now."""

    answers: Sequence[Answer]
    report: Report
    figures: Figures
    encoder: str | None


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic's figures, and the F1 of the model that serves."""

    topic: str
    messages: int
    precision: float
    recall: float
    f1: float
    was_f1: float | None


@dataclass(frozen=True, slots=True)
class Change:
    """A message that would go elsewhere; a queue is None where no ticket is made."""

    text: str
    was_queue: str | None
    now_queue: str | None
    right_queue: str | None


@dataclass(frozen=True)
class Trial:
    """Everything that was compared; without a model that serves there is no difference."""

    candidate: Heard
    current: Heard | None
    difference: Difference | None
    topics: tuple[TopicRow, ...]
    changes: tuple[Change, ...]

    def as_dict(self) -> dict[str, Any]:
        """Plain values, ready for JSON."""
        between = self.difference
        return {
            "current": asdict(self.current.figures) if self.current else None,
            "candidate": asdict(self.candidate.figures),
            "p_value": between.p_value if between else None,
            "better": between.better if between else 0,
            "worse": between.worse if between else 0,
            "difference": asdict(between) if between else None,
            "topics": [asdict(row) for row in self.topics],
            "changed": [asdict(change) for change in self.changes[:MOST_CHANGED]],
            "changed_total": len(self.changes),
        }


def compare(
    candidate: TopicModel,
    current: TopicModel | None,
    bench: Bench,
    advance: Advance = lambda done, total: None,
) -> Trial:
    """Ask both; ValueError when no held-out message has a topic."""
    models = [candidate, *([current] if current else [])]
    total = len(bench.heldout) * len(models)
    times = milliseconds(models, _evenly([example.text for example in bench.heldout]))
    heard: list[Heard] = []
    for model, ms in zip(models, times, strict=True):
        before = len(heard) * len(bench.heldout)
        answers = bench.ask(model, partial(_from, advance, before, total))
        heard.append(_heard(model, answers, bench, ms))
    now, was = heard[0], heard[1] if current else None
    return Trial(
        now,
        was,
        differ(_right(now, bench), _right(was, bench)) if was else None,
        _topics(now.report, was.report if was else None),
        _changes(now, was, bench) if was else (),
    )


def _from(advance: Advance, before: int, total: int, done: int, _: int) -> None:
    advance(before + done, total)


def _evenly(texts: Sequence[str]) -> Sequence[str]:
    return texts[:: max(1, len(texts) // TIMED)]


def _heard(model: TopicModel, answers: Sequence[Answer], bench: Bench, ms: float) -> Heard:
    report = measure(answers, bench.heldout, bench.queues)
    known = {name: getattr(report, name) for name in Figures.__annotations__ if name in _MEASURED}
    figures = Figures(**known, **asdict(bounds(report)), ms=ms)
    return Heard(answers, report, figures, model.encoder_name if model.encoder else None)


_MEASURED = frozenset(Report.__annotations__)


def _right(heard: Heard, bench: Bench) -> list[bool]:
    pairs = zip(heard.answers, bench.heldout, strict=True)
    return [said.ranked[0] == true.label for said, true in pairs if true.label != REJECTED]


def _topics(now: Report, was: Report | None) -> tuple[TopicRow, ...]:
    before = {row.topic: row.f1 for row in was.topics} if was else {}
    return tuple(TopicRow(**asdict(row), was_f1=before.get(row.topic)) for row in now.topics)


def _changes(now: Heard, was: Heard, bench: Bench) -> tuple[Change, ...]:
    """The messages that change their queue, those that would go wrong first."""
    found = [
        Change(true.text[:LONGEST_TEXT], bench.led(old), bench.led(new), _right_queue(true, bench))
        for new, old, true in zip(now.answers, was.answers, bench.heldout, strict=True)
        if bench.led(new) != bench.led(old)
    ]
    return tuple(sorted(found, key=lambda one: (one.now_queue == one.right_queue, one.text)))


def _right_queue(example: Example, bench: Bench) -> str | None:
    return TRIAGE if example.label == REJECTED else bench.queue(example.label)
