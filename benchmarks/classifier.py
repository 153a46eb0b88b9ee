"""Measures the classifier: held-out messages, learning curves, speed, and public data sets."""

import argparse
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from benchmarks.classifier_matters import noticed
from benchmarks.classifier_public import public_tables
from classifier.corpus import Example, by_label, examples
from classifier.encoder import Encoder, load_encoder
from classifier.evaluation import Report, evaluate
from classifier.model import TopicModel
from classifier.storage import load, save
from classifier.training import train

QUEUES: dict[str, str | None] = {
    **dict.fromkeys(("order_status", "order_change", "delivery", "payment"), "orders"),
    **dict.fromkeys(("account_data", "contacts_hours", "callback"), "orders"),
    **dict.fromkeys(("order_new", "product_question", "availability"), "sales"),
    **dict.fromkeys(("price_discount", "loyalty", "wholesale"), "sales"),
    **dict.fromkeys(("return_exchange", "refund", "warranty_repair"), "care"),
    **dict.fromkeys(("complaint", "feedback"), "care"),
    "smalltalk": None,
}
FIGURES = {
    "topic right": "accuracy",
    "macro F1": "macro_f1",
    "among the first three": "top3",
    "queue right": "queue_accuracy",
    "routed without asking": "routed",
    "of those, right queue (strangers' counted as wrong)": "routed_right",
    "expected calibration error": "ece",
    "in scope or not, AUROC": "auroc",
    "false accepts at 95 % kept": "fpr95",
    "in scope, sent to triage": "lost",
    "out of scope, sent to triage": "caught",
}
SHARES = (1 / 8, 1 / 4, 1 / 2, 1.0)
SHARED = Path(__file__).resolve().parents[2] / "shared" / "bench" / "classifier"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def thinned(messages: Sequence[Example], share: float, seed: int = 0) -> list[Example]:
    """A random share of each label's messages, at least one."""
    kept = []
    for rows in by_label(messages).values():
        picked = random.Random(seed).sample(rows, max(1, round(share * len(rows))))
        kept += picked
    return kept


def held_out(report: Report) -> str:
    """All figures, and topics by language."""
    rows: list[Sequence[object]] = [
        (words, getattr(report, name)) for words, name in FIGURES.items()
    ]
    rows += [
        (f"topic right, {name}", f"{one.accuracy:.3f} [{one.low:.3f}, {one.high:.3f}]")
        for name, one in report.languages.items()
    ]
    topics = [(t.topic, t.messages, t.precision, t.recall, t.f1) for t in report.topics]
    return (
        table(("figure", "held out"), rows)
        + "\n\n"
        + table(("topic", "messages", "precision", "recall", "F1"), topics)
    )


def curves(
    messages: Sequence[Example], heldout: Sequence[Example], learn: Callable[..., TopicModel]
) -> str:
    """Held-out figures by the share of each topic's messages, and by the number of voices."""
    voices = sorted({example.voice for example in messages})
    parts = [(f"{share:.3g} of each topic", thinned(messages, share)) for share in SHARES]
    for count in range(1, len(voices) + 1):
        part = [example for example in messages if example.voice in voices[:count]]
        parts.append((f"{count} voices", part))
    rows = []
    for name, part in parts:
        report = evaluate(learn(part), heldout)
        rows.append((name, len(part), report.accuracy, report.top3, report.queue_accuracy))
    return table(("trained on", "messages", "topic right", "first three", "queue right"), rows)


def speed(model: TopicModel, encoder: Encoder | None, texts: Sequence[str]) -> str:
    """Milliseconds of processor time for one message, by branch; size and loading of the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "starter.model"
        save(model, path)
        size = path.stat().st_size / 1e6
        start = time.perf_counter()
        load(path, encoder)
        loading = time.perf_counter() - start
    rows = [
        ("n-grams, one message, ms", *_percentiles(model.quick, texts)),
        ("both, one message, ms", *_percentiles(lambda text: model.full([text]), texts[:300])),
    ]
    return (
        table(("path", "p50", "p99"), rows)
        + f"\n\nModel file {size:.1f} MB, loaded in {loading:.2f} s."
    )


def _percentiles(ask: Callable[[str], object], texts: Sequence[str]) -> tuple[float, float]:
    spent = []
    for text in [*texts[:50], *texts]:
        start = time.thread_time()
        ask(text)
        spent.append((time.thread_time() - start) * 1000)
    return float(np.percentile(spent[50:], 50)), float(np.percentile(spent[50:], 99))


def starter(encoder: Encoder | None, cache: Path) -> None:
    """Figures of the starter model on the messages it never saw."""
    messages, heldout = examples("train"), examples("heldout")

    def learn(part: Sequence[Example]) -> TopicModel:
        return train(part, encoder, QUEUES, cache=cache).model

    start = time.process_time()
    model = learn(messages)
    spent = time.process_time() - start
    print(f"## The starter model\n\n{len(messages)} messages, {spent:.0f} s of processor time.\n")
    print(held_out(evaluate(model, heldout)), "\n")
    print(table(("two matters in one message", ""), noticed(model, heldout, QUEUES)), "\n")
    print(speed(model, encoder, [example.text for example in heldout]), "\n")
    print(curves(messages, heldout, learn), "\n")


def main() -> None:
    """Run the asked parts (both without a flag) and print markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("BENCH_DATA", SHARED)))
    parser.add_argument("--heldout", action="store_true", help="only the starter model")
    parser.add_argument("--public", action="store_true", help="only the public data sets")
    asked = parser.parse_args()
    encoder = load_encoder()
    with tempfile.TemporaryDirectory() as folder:
        if asked.heldout or not asked.public:
            starter(encoder, Path(folder))
        if asked.public or not asked.heldout:
            for text in public_tables(asked.data, encoder, Path(folder), table):
                print(text, "\n", flush=True)


if __name__ == "__main__":
    main()
