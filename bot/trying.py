"""One retraining from end to end: learn, compare with what serves, judge, draw, write it down."""

import asyncio
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bot import clock
from bot.lessons import Material, gather
from bot.reports.canvas import Words
from bot.reports.retraining import draw
from classifier import gate, storage
from classifier.bench import Bench, bench
from classifier.corpus import Example
from classifier.curve import Curve, draw_curve, shares
from classifier.encoder import Encoder, keep_only, load_encoder
from classifier.mass import Mass
from classifier.mistaken import mistakes_of
from classifier.model import TopicModel
from classifier.model_file import ModelRefused
from classifier.progress import Progress, silent
from classifier.readings import read
from classifier.scorer import REJECTED
from classifier.training import train
from classifier.trial import Trial, compare
from classifier.wordless import only_words_of

MODEL, TRIAL = "candidate.model", "trial.json"
CURVE_SECONDS = 900.0
FEWEST = 2


class CantLearn(Exception):
    """There is nothing to learn or to measure on; `key` names the reason for people."""

    def __init__(self, key: str, **args: object) -> None:
        super().__init__(key)
        self.key = key
        self.args_of_text = args


@dataclass(frozen=True)
class Order:
    """Where everything is: `current` is the serving model's file, None where there is none."""

    database: str
    shop: Path
    data_dir: Path
    current: Path | None
    date: str
    language: str | None = None


def make(order: Order, folder: Path, progress: Progress = silent) -> None:
    """Fill the folder with the candidate, its trial and the pictures.

    Raises CantLearn, DatabaseUnusable, ShopFileError, OSError.
    """
    progress("read", 0, 1)
    material = asyncio.run(gather(order.database, order.shop, partial(progress, "read")))
    _check(material)
    progress("read", 1, 1)
    encoder = load_encoder()
    course = _Course(order, material, encoder, progress)
    started = clock.ticking()
    version = course.learn(material.teaching.train, folder / MODEL)
    spent = clock.ticking() - started
    candidate = storage.load(folder / MODEL, encoder)
    current, refused = _current(order.current, encoder)
    stand = bench(material.teaching.heldout, material.queues, material.rules, encoder)
    trial = compare(candidate, current, stand, partial(progress, "compare"))
    size = (folder / MODEL).stat().st_size
    objections = gate.judge(trial, candidate, stand, size)
    if refused:
        objections.append(gate.uncompared())
    curve = course.curve(trial, stand, spent)
    own, words = material.teaching.shop_heldout, _words(order, material)
    pictures = draw(trial, curve, stand, own, words, folder, partial(progress, "draw"))
    told = {
        **_facts(version, folder / MODEL, material, stand, trial),
        **trial.as_dict(),
        "mistakes": mistakes_of(trial.candidate.report).as_dict(),
        "objections": [objection.as_dict() for objection in objections],
        "advice": [asdict(advice) for advice in curve.advice] if curve else [],
        "curve": [asdict(point) for point in curve.points] if curve else [],
        "pictures": pictures,
    }
    (folder / TRIAL).write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")


@dataclass(frozen=True)
class _Course:
    """How this run trains."""

    order: Order
    material: Material
    encoder: Encoder | None
    progress: Progress

    def learn(self, lessons: Sequence[Example], path: Path) -> str:
        """Train the candidate and store it; its version."""
        model = self._train(lessons, self.progress, self.material.teaching.mass)
        storage.save(only_words_of(model, self.material.nobodys), path)
        if self.encoder is not None:
            readings = [read(lesson.text) for lesson in lessons]
            keep_only(readings, self.encoder, self.order.data_dir / "cache")
        return model.version

    def curve(self, trial: Trial, stand: Bench, spent: float) -> Curve | None:
        """Trainings on parts of the data, where there is time for them."""
        answered = [said.ranked[0] for said in trial.candidate.answers]
        learn = partial(self._train, progress=silent)
        parts = shares(spent, CURVE_SECONDS)
        teaching, advance = self.material.teaching, partial(self.progress, "curve")
        return draw_curve(teaching.train, answered, stand, learn, parts, advance, teaching.counts)

    def _train(
        self, lessons: Sequence[Example], progress: Progress, mass: Mass | None = None
    ) -> TopicModel:
        cache = self.order.data_dir / "cache"
        queues, date, said = self.material.queues, self.order.date, self.material.said
        return train(lessons, self.encoder, queues, progress, cache, date, 0, said, mass).model


def _words(order: Order, material: Material) -> Words:
    language = order.language or material.language
    return Words(language, material.titles["en" if language == "en" else "ru"])


def _check(material: Material) -> None:
    teaching = material.teaching
    if not {example.label for example in teaching.train} - {REJECTED}:
        raise CantLearn("no-topic")
    measured = sum(example.label != REJECTED for example in teaching.heldout)
    if min(measured, len(teaching.train)) < FEWEST:
        raise CantLearn("too-few", messages=len(teaching.train), heldout=measured)


def _current(path: Path | None, encoder: Encoder | None) -> tuple[TopicModel | None, bool]:
    """The model that serves, and whether its file was refused."""
    if path is None:
        return None, False
    try:
        return storage.load(path, encoder), False
    except ModelRefused:
        return None, True


def _facts(
    version: str, model: Path, material: Material, stand: Bench, trial: Trial
) -> dict[str, Any]:
    teaching, figures = material.teaching, trial.candidate.figures
    sizes = Counter(example.label for example in stand.heldout if example.label != REJECTED)
    smallest = min(sizes, key=lambda topic: (sizes[topic], topic))
    return {
        "version": version,
        "sha256": hashlib.sha256(model.read_bytes()).hexdigest(),
        "size_bytes": model.stat().st_size,
        "trained_on": {
            "messages": sum(teaching.counts.values()),
            "by_origin": dict(teaching.by_origin),
            "topics": len(teaching.counts.keys() - {REJECTED}),
        },
        "heldout": {
            "messages": len(stand.heldout),
            "shop_messages": teaching.shop_heldout,
            "smallest_topic": sizes[smallest],
            "smallest_topic_key": smallest,
            "half_width": round((figures.high - figures.low) / 2, 4),
        },
    }
