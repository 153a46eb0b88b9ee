"""What speaks against a candidate; docs/decisions/0010-retraining.md says why these numbers."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from classifier.bench import Bench
from classifier.corpus import STARTER, Example, read_examples
from classifier.model import TopicModel
from classifier.trial import Figures, Heard, TopicRow, Trial

MAY_BE_WORSE = 0.02
TOPIC_MAY_FALL = 0.10
ENOUGH_OF_A_TOPIC = 20
SCOPE_MAY_FALL = 0.02
SLOWER = 2.0
LARGEST = 8 * 1000 * 1000
NAMED = 5
SMOKE = STARTER / "smoke.csv"
Rule = Literal["accuracy", "topic", "scope", "latency", "size", "smoke", "encoder", "uncompared"]


@dataclass(frozen=True)
class Objection:
    """One broken rule with the numbers, and names, that it broke on."""

    rule: Rule
    numbers: dict[str, Any]

    def as_dict(self) -> dict[str, Any]:
        """Plain values, ready for JSON."""
        return {"rule": self.rule, **self.numbers}


def judge(trial: Trial, model: TopicModel, bench: Bench, size: int) -> list[Objection]:
    """Every objection to the candidate `model` of `size` bytes; none: it may serve."""
    found = [*_size(size), *_smoke(model, bench)]
    if trial.current is None or trial.difference is None:
        return found
    now, was = trial.candidate.figures, trial.current.figures
    return [
        *_accuracy(trial),
        *(objection for row in trial.topics for objection in _topic(row)),
        *_scope(now, was),
        *_latency(now, was),
        *_encoder(trial.candidate, trial.current),
        *found,
    ]


def uncompared() -> Objection:
    """There is a model that serves, but its file can't be read."""
    return Objection("uncompared", {})


def _accuracy(trial: Trial) -> list[Objection]:
    """Surely worse, or perhaps worse by more than may be."""
    between = trial.difference
    if between is None or (between.high >= 0 and between.low >= -MAY_BE_WORSE):
        return []
    numbers = {"difference": between.mean, "low": between.low, "high": between.high}
    return [Objection("accuracy", {**numbers, "p_value": between.p_value})]


def _topic(row: TopicRow) -> list[Objection]:
    few = row.messages < ENOUGH_OF_A_TOPIC or row.was_f1 is None
    if few or row.was_f1 is None or row.was_f1 - row.f1 <= TOPIC_MAY_FALL:
        return []
    return [Objection("topic", asdict(row))]


def _scope(now: Figures, was: Figures) -> list[Objection]:
    """Telling strangers' messages apart, and what the threshold makes of it."""
    pairs = {"auroc": (now.auroc, was.auroc), "balance": (_balance(now), _balance(was))}
    return [
        Objection("scope", {"figure": name, "was": before, "now": after})
        for name, (after, before) in pairs.items()
        if after is not None and before is not None and before - after > SCOPE_MAY_FALL
    ]


def _balance(figures: Figures) -> float | None:
    return None if figures.caught is None else (figures.caught + 1 - figures.lost) / 2


def _latency(now: Figures, was: Figures) -> list[Objection]:
    if now.ms <= SLOWER * was.ms:
        return []
    return [Objection("latency", {"was": was.ms, "now": now.ms})]


def _encoder(now: Heard, was: Heard) -> list[Objection]:
    if was.encoder is None or now.encoder is not None:
        return []
    return [Objection("encoder", {"was": was.encoder})]


def _size(size: int) -> list[Objection]:
    return [Objection("size", {"bytes": size, "allowed": LARGEST})] if size > LARGEST else []


def _smoke(model: TopicModel, bench: Bench) -> list[Objection]:
    """Messages so plain that a wrong queue means something is broken."""
    asked = Bench(list(smoke(bench)), bench.queues, bench.rules, bench.memory)
    wrong = [
        (true.text, asked.led(said), asked.queue(true.label))
        for said, true in zip(asked.ask(model), asked.heldout, strict=True)
        if asked.led(said) != asked.queue(true.label)
    ]
    return [
        Objection("smoke", {"text": text, "queue": queue, "right_queue": right})
        for text, queue, right in wrong[:NAMED]
    ]


def smoke(bench: Bench) -> Sequence[Example]:
    """The plain messages of the topics that the shop has."""
    found = [(one, bench.rules.topic(one.label)) for one in _shipped()]
    return [
        Example(one.text, topic, one.language)
        for one, topic in found
        if topic is not None and topic in bench.queues
    ]


@cache
def _shipped(path: Path = SMOKE) -> tuple[Example, ...]:
    return tuple(read_examples(path))
