"""Trains a TopicModel from labelled messages and says how good it is on strangers' words."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from classifier.arrays import Floats
from classifier.corpus import Example
from classifier.decision import Thresholds, decide, number_queues, ranked
from classifier.encoder import Encoder, embed
from classifier.estimator import TopicClassifier
from classifier.evaluation import Answer, Report, measure
from classifier.fitting import Fitted
from classifier.lesson import Lesson
from classifier.mass import Mass
from classifier.mistaken import mistakes_of
from classifier.model import RUNNERS_UP, TopicModel
from classifier.model_file import digest
from classifier.progress import Progress, silent
from classifier.readings import read
from classifier.storage import arrays_of, header_of
from classifier.thresholds import choose, served

SHOWN = ("messages", "accuracy", "macro_f1", "top3", "queue_accuracy", "routed", "routed_right")
SHOWN_TOO = ("ece", "auroc", "fpr95", "lost", "caught")


@dataclass(frozen=True)
class Trained:
    """The model, and its figures on messages of voices it had not seen while predicting them."""

    model: TopicModel
    report: Report


def train(
    examples: Sequence[Example],
    encoder: Encoder | None,
    queues: Mapping[str, str | None],
    progress: Progress = silent,
    cache: Path | None = None,
    date: str = "",
    seed: int = 0,
    titles: Mapping[str, Sequence[str]] | None = None,
    mass: Mass | None = None,
) -> Trained:
    """Train, calibrate and choose thresholds; ValueError without messages of a topic.

    `progress(stage, done, total)` hears the stages "embed", "ngrams", "encoder"; `cache` is a
    folder for embeddings; `date` begins the model's version; `titles` say in words what topics
    are about. Under a minute for 8,000 messages. With a `mass`, the examples are its sample.
    """
    texts = [example.text for example in examples]
    vectors = _meanings(texts, encoder, cache, progress)
    learner = TopicClassifier(encoder, random_state=seed)
    labels, voices = [e.label for e in examples], [e.voice for e in examples]
    learner.fit(texts, labels, voices, vectors, progress, titles, mass)
    lesson, fitted = learner.lesson_, learner.fitted_
    thresholds = choose(fitted, lesson, number_queues(lesson.topics, queues))
    report = measure(_answers(fitted, lesson, queues, thresholds), examples, queues)
    known = {topic: queues.get(topic) for topic in lesson.topics}
    metrics = {name: getattr(report, name) for name in (*SHOWN, *SHOWN_TOO)}
    metrics["mistakes"] = mistakes_of(report).as_dict()
    name = encoder.name if encoder else None
    marked = mass.fingerprint if mass else fingerprint(examples)
    model = TopicModel(fitted.scorer, thresholds, known, "", metrics, marked, name, encoder)
    return Trained(named(model, date), report)


def _meanings(
    texts: Sequence[str], encoder: Encoder | None, cache: Path | None, progress: Progress
) -> Floats | None:
    if encoder is None:
        return None
    readings = [read(text) for text in texts]
    return embed(encoder, readings, cache, lambda d, t: progress("embed", d, t))


def named(model: TopicModel, date: str) -> TopicModel:
    """The model with a version made of the date and its content's checksum."""
    short = digest(header_of(model), arrays_of(model.scorer))[:8]
    return replace(model, version="-".join(filter(None, (date, short))))


def fingerprint(examples: Sequence[Example]) -> str:
    """A checksum of the training messages and labels, whatever their order."""
    rows = sorted(f"{example.label}\t{example.text}" for example in examples)
    return hashlib.sha256("\n".join(rows).encode("utf-8", "replace")).hexdigest()


def _answers(
    fitted: Fitted, lesson: Lesson, queues: Mapping[str, str | None], thresholds: Thresholds
) -> list[Answer]:
    numbers = number_queues(lesson.topics, queues)
    answers = []
    for chances, in_scope in zip(*served(fitted, thresholds.sure), strict=True):
        order = ranked(chances, numbers)[: RUNNERS_UP + 1]
        topics = tuple(lesson.topics[number] for number in order)
        decision = decide(chances, float(in_scope), numbers, thresholds)
        answers.append(Answer(topics, float(chances[order[0]]), float(in_scope), decision))
    return answers
