"""The classifier on public data sets, beside its two branches alone."""

import gzip
import importlib.util
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from classifier.arrays import AnyArray, Floats, softmax
from classifier.encoder import Encoder, embed
from classifier.estimator import TopicClassifier
from classifier.evaluation import calibration_error
from classifier.readings import read
from classifier.scorer import REJECTED

Rows = list[dict[str, str]]
Table = Callable[[Sequence[str], Iterable[Sequence[object]]], str]
HEAD = ("messages", "TF-IDF + LR", "n-grams", "encoder", "both", "both, names", "ECE", "ECE, names")


class Bench:
    """Trains on rows of text and label, and scores with each branch and with both."""

    def __init__(self, encoder: Encoder | None, cache: Path) -> None:
        self.encoder, self.cache = encoder, cache

    def fit(self, rows: Rows, named: bool = False) -> TopicClassifier:
        """Trained on rows; `named`: the labels' own names are examples of them, too."""
        model, labels = TopicClassifier(self.encoder), _labels(rows)
        titles = {label: [label.replace("_", " ")] for label in labels if named}
        vectors = self._vectors(rows)
        return model.fit(_texts(rows), labels, embeddings=vectors, titles=titles)

    def _vectors(self, rows: Rows) -> Floats | None:
        if self.encoder is None:
            return None
        return embed(self.encoder, [read(row["text"]) for row in rows], self.cache)

    def figures(self, train: Rows, test: Rows) -> tuple[float, ...]:
        """The columns of HEAD behind the number of messages."""
        truth, models = np.array(_labels(test)), [self.fit(train), self.fit(train, named=True)]
        right, errors = [], []
        for model in models:
            chances = model.predict_proba(_texts(test))
            hits = model.classes_[chances.argmax(axis=1)] == truth
            right.append(float(hits.mean()))
            errors.append(calibration_error(chances.max(axis=1), hits))
        return _usual(train, test), *self._branches(models[0], test, truth), *right, *errors

    def _branches(self, model: TopicClassifier, test: Rows, truth: AnyArray) -> tuple[float, float]:
        scorer, vectors = model.fitted_.scorer, self._vectors(test)
        without = TopicClassifier()
        without.fitted_, without.classes_ = model.fitted_, model.classes_
        words = float((without.predict(_texts(test)) == truth).mean())
        if scorer.encoder is None or vectors is None:
            return words, float("nan")
        chances = softmax(scorer.encoder.linear(vectors)[:, : len(scorer.topics)])
        return words, float((model.classes_[chances.argmax(axis=1)] == truth).mean())


def _usual(train: Rows, test: Rows) -> float:
    """What is usually taken: TF-IDF of letters and a logistic regression, of scikit-learn."""
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    model = make_pipeline(letters, LogisticRegression(C=20, max_iter=200))
    return float(model.fit(_texts(train), _labels(train)).score(_texts(test), _labels(test)))


def public_tables(
    folder: Path, encoder: Encoder | None, cache: Path, table: Table
) -> Iterator[str]:
    """One table a data set; a line of words when the data are not there."""
    if not (folder / "measure.py").exists():
        yield f"No public data in {folder.name}; name their folder with --data or BENCH_DATA."
        return
    bench, harness = Bench(encoder, cache), _harness(folder)
    yield "## BANKING77\n\n" + table(("trained on", *HEAD), _banking(bench, folder))
    yield "## CLINC150\n\n" + table(("figure", "value"), _clinc(bench, folder, harness))
    yield "## banking_ru_mini\n\n" + table(("trained on", *HEAD), _russian(bench, folder, harness))
    noise = _noise(bench, folder, harness)
    yield "## Noise, accuracy\n\n" + table(("set", "as is", *NOISES), noise)


def _banking(bench: Bench, folder: Path) -> Iterator[Sequence[object]]:
    test = _read(folder, "banking77/test")
    for name in ("train", "train_10", "train_5"):
        rows = _read(folder, f"banking77/{name}")
        yield (name, len(rows), *bench.figures(rows, test))


def _clinc(bench: Bench, folder: Path, harness: ModuleType) -> Iterator[Sequence[object]]:
    train, test = _read(folder, "clinc150/train"), _read(folder, "clinc150/test")
    strangers = _read(folder, "clinc150/oos_test")
    for name, extra in (("", []), (" (100 strangers' messages learned)", _strangers(folder))):
        model = bench.fit([*train, *extra])
        said, out = model.scores(_texts(test)), model.scores(_texts(strangers))
        right = model.classes_[said.topics.argmax(axis=1)] == np.array(_labels(test))
        scope = harness.oos_metrics(said.in_scope, out.in_scope)
        yield f"accuracy in scope{name}", float(right.mean())
        yield f"AUROC{name}", float(scope["auroc"])
        yield f"false accepts at 95 % kept{name}", float(scope["fpr95"])
        chosen = _threshold(model, folder, harness, said.in_scope, right, out.in_scope)
        yield f"in-scope accuracy at the threshold{name}", float(chosen["in_acc_thr"])
        yield f"strangers found at the threshold{name}", float(chosen["oos_recall_thr"])


def _threshold(
    model: TopicClassifier,
    folder: Path,
    harness: ModuleType,
    inside: Floats,
    right: AnyArray,
    outside: Floats,
) -> Mapping[str, float]:
    """Larson et al. 2019: the threshold with the best accuracy on the validation part."""
    val, strangers = _read(folder, "clinc150/val"), _read(folder, "clinc150/oos_val")
    said, out = model.scores(_texts(val)), model.scores(_texts(strangers))
    good = model.classes_[said.topics.argmax(axis=1)] == np.array(_labels(val))
    result: Mapping[str, float] = harness.oos_threshold(
        said.in_scope, good, out.in_scope, inside, right, outside
    )
    return result


def _strangers(folder: Path) -> Rows:
    return [{**row, "label": REJECTED} for row in _read(folder, "clinc150/oos_train")]


def _russian(bench: Bench, folder: Path, harness: ModuleType) -> Iterator[Sequence[object]]:
    data = harness.load(folder / "banking_ru_mini")
    for count in (10, 5):
        parts = [harness.resample(data, count, seed) for seed in range(8)]
        figures = [bench.figures(part["train"], part["test"]) for part in parts]
        means = [float(value) for value in np.mean(figures, axis=0)]
        yield (f"{count} a topic, mean of 8 draws", 20 * count, *means)


NOISES = ("typo5", "typo10", "emoji", "upper", "layout", "translit")


def _noise(bench: Bench, folder: Path, harness: ModuleType) -> Iterator[Sequence[object]]:
    english = (_read(folder, "banking77/train"), _read(folder, "banking77/test")[::3])
    data = harness.resample(harness.load(folder / "banking_ru_mini"), 10, 0)
    russian = (data["train"], data["test"])
    for name, (train, test) in (("BANKING77", english), ("banking_ru_mini", russian)):
        model, truth = bench.fit(train), np.array(_labels(test))
        kinds = [_texts(test), *(harness.noisy(_texts(test), kind) for kind in NOISES)]
        yield (name, *(float((model.predict(texts) == truth).mean()) for texts in kinds))


def _harness(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("measure", folder / "measure.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "measure.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _read(folder: Path, name: str) -> Rows:
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _texts(rows: Rows) -> list[str]:
    return [row["text"] for row in rows]


def _labels(rows: Rows) -> list[str]:
    return [row["label"] for row in rows]
