"""How good the answers are: figures for topics, queues, certainty and scope, by language."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from sklearn.metrics import (
    f1_score,
    precision_recall_fscore_support,
    roc_auc_score,
)

from classifier.arrays import AnyArray
from classifier.corpus import Example
from classifier.model import TopicModel
from classifier.scorer import REJECTED
from classifier.verdict import Decision, Verdict

BINS = 15
RESAMPLES = 1000
Queues = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said of one message: likeliest topics first, the first one's chance, the rest."""

    ranked: tuple[str, ...]
    probability: float
    in_scope: float
    decision: Decision


@dataclass(frozen=True, slots=True)
class Interval:
    """Share of right topics among `messages`, with a 95 % bootstrap interval."""

    messages: int
    accuracy: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TopicFigures:
    """Figures of one topic."""

    topic: str
    messages: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True)
class Report:
    """Figures over messages in scope, unless their name says otherwise; None where undefined.

    `routed` is the share routed without asking, `routed_right` how many of all routed messages,
    strangers' (out of scope) included, reached the right queue; `lost` the share of messages in
    scope sent to triage, `caught` that of messages out of scope. `confusion[i][j]` counts
    messages of `labels[i]` answered `labels[j]`.
    """

    messages: int
    out_of_scope: int
    accuracy: float
    macro_f1: float
    top3: float
    queue_accuracy: float
    routed: float
    routed_right: float
    routed_right_in_scope: float
    ece: float
    lost: float
    caught: float | None
    auroc: float | None
    fpr95: float | None
    languages: Mapping[str, Interval]
    topics: tuple[TopicFigures, ...]
    labels: tuple[str, ...]
    confusion: tuple[tuple[int, ...], ...]

    def as_dict(self) -> dict[str, Any]:
        """Plain values, ready for JSON."""
        return asdict(self)


def evaluate(model: TopicModel, examples: Sequence[Example]) -> Report:
    """The served path on labelled messages, with the queues the model was trained for."""
    verdicts = model.classify_many([example.text for example in examples])
    return measure(list(map(answer, verdicts)), examples, model.queues)


def answer(verdict: Verdict) -> Answer:
    """The part of a verdict that is measured."""
    ranked = (verdict.topic, *(topic for topic, _ in verdict.runners_up))
    return Answer(ranked, verdict.probability, verdict.in_scope, verdict.decision)


def measure(answers: Sequence[Answer], examples: Sequence[Example], queues: Queues) -> Report:
    """Figures of answers to labelled messages; ValueError when none of them is in scope."""
    pairs = list(zip(answers, examples, strict=True))
    inside = [(said, true) for said, true in pairs if true.label != REJECTED]
    outside = [said for said, true in pairs if true.label == REJECTED]
    if not inside:
        raise ValueError("no message with a topic to measure on")
    truth = [true.label for _, true in inside]
    top = [said.ranked[0] for said, _ in inside]
    right = np.array([a == b for a, b in zip(top, truth, strict=True)])
    queue_right = np.array(
        [_queue(a, queues) == _queue(b, queues) for a, b in zip(top, truth, strict=True)]
    )
    routed = np.array([said.decision == "route" for said, _ in inside])
    strangers = sum(said.decision == "route" for said in outside)
    chances = np.array([said.probability for said, _ in inside])
    labels = tuple(sorted(set(truth) | set(top)))
    return Report(
        messages=len(inside),
        out_of_scope=len(outside),
        accuracy=float(right.mean()),
        macro_f1=float(f1_score(truth, top, average="macro", labels=sorted(set(truth)))),
        top3=float(np.mean([true.label in said.ranked[:3] for said, true in inside])),
        queue_accuracy=float(queue_right.mean()),
        routed=float(routed.mean()),
        routed_right=_share(int(queue_right[routed].sum()), int(routed.sum()) + strangers),
        routed_right_in_scope=_share(int(queue_right[routed].sum()), int(routed.sum())),
        ece=calibration_error(chances, right),
        lost=float(np.mean([said.decision == "triage" for said, _ in inside])),
        languages=_languages([true.language for _, true in inside], right),
        topics=_topics(truth, top),
        labels=labels,
        confusion=_confusion(truth, top, labels),
        **_scope(np.array([said.in_scope for said, _ in inside]), outside),
    )


def _queue(topic: str, queues: Queues) -> str:
    return queues.get(topic) or f"\t{topic}"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def calibration_error(chances: AnyArray, right: AnyArray) -> float:
    """Expected calibration error over BINS equal bins (Naeini et al. 2015)."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    gaps = [abs((chances - right)[bins == number].sum()) for number in range(BINS)]
    return float(sum(gaps) / len(chances))


def _scope(inside: AnyArray, outside: Sequence[Answer]) -> dict[str, float | None]:
    if not outside:
        return {"caught": None, "auroc": None, "fpr95": None}
    strangers = np.array([said.in_scope for said in outside])
    truth = np.r_[np.ones(len(inside)), np.zeros(len(strangers))]
    return {
        "caught": float(np.mean([said.decision == "triage" for said in outside])),
        "auroc": float(roc_auc_score(truth, np.r_[inside, strangers])),
        "fpr95": float((strangers >= np.quantile(inside, 0.05)).mean()),
    }


def _languages(languages: Sequence[str], right: AnyArray) -> dict[str, Interval]:
    names = np.array(languages)
    return {str(name): _interval(right[names == name]) for name in np.unique(names) if name}


def _interval(right: AnyArray) -> Interval:
    draws = np.random.default_rng(0).integers(0, len(right), (RESAMPLES, len(right)))
    low, high = np.quantile(right[draws].mean(axis=1), (0.025, 0.975))
    return Interval(len(right), float(right.mean()), float(low), float(high))


def _topics(truth: Sequence[str], top: Sequence[str]) -> tuple[TopicFigures, ...]:
    names = sorted(set(truth))
    table = precision_recall_fscore_support(truth, top, labels=names, zero_division=0)
    return tuple(
        TopicFigures(name, int(count), float(precision), float(recall), float(f1))
        for name, precision, recall, f1, count in zip(names, *table, strict=True)
    )


def _confusion(
    truth: Sequence[str], top: Sequence[str], labels: Sequence[str]
) -> tuple[tuple[int, ...], ...]:
    counts = Counter(zip(truth, top, strict=True))
    return tuple(tuple(counts[row, column] for column in labels) for row in labels)
