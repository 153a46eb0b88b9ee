"""A large export of Telegram Desktop: processor time and memory from its bytes to what is asked."""

import argparse
import json
import multiprocessing
import random
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.classifier import table
from classifier import storage
from classifier.corpus import examples
from classifier.encoder import load_encoder
from classifier.intake.columns import NONE
from classifier.intake.reading import read_table
from classifier.intake.table import NO_LIMIT
from services.import_questions import sort_out, whose
from services.import_reading import Judge, rows_of

PEOPLE = 300


def export(messages: int) -> bytes:
    """A group of 300 people who say what is in the starter corpus, each time a little else."""
    luck, texts = random.Random(0), [one.text for one in examples("train")]
    said = [
        {
            "id": number,
            "type": "message",
            "date": "2026-05-04T09:00:00",
            "date_unixtime": "1777885200",
            "from": f"Покупатель {number % PEOPLE}",
            "from_id": f"user{number % PEOPLE}",
            "text": f"{luck.choice(texts)} {luck.choice(texts).split()[0]}",
            "text_entities": [],
        }
        for number in range(messages)
    ]
    whole = {"name": "Магазин", "type": "private_supergroup", "id": 1, "messages": said}
    return json.dumps(whole, ensure_ascii=False).encode()


def _made_elsewhere(messages: int) -> bytes:
    """In a process of its own: what it needs is not this one's memory."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(export, (messages,))


def main() -> None:
    """Make an export, go through it, print a markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--model", type=Path, required=True, help="the model that is asked")
    asked = parser.parse_args()
    content = _made_elsewhere(asked.messages)
    model = storage.load(asked.model, load_encoder())
    model.full(["здравствуйте"])
    rows: list[tuple[str, float, int]] = [("before", 0.0, _peak())]

    def timed(name: str, work: Callable[[], Any]) -> Any:
        start = time.process_time()
        result = work()
        rows.append((name, time.process_time() - start, _peak()))
        return result

    read = timed("JSON read", lambda: read_table(content, most_bytes=NO_LIMIT))
    _, messages = timed("readings", lambda: rows_of(read, 0, NONE))
    found, judge = whose(read, frozenset()), Judge(model, {})
    done = timed("sifted, asked, chosen", lambda: sort_out(messages, found, frozenset(), judge, {}))
    print(f"{len(content) / 1e6:.0f} MB, {done.told['read']} read by the model\n")
    print(table(("step", "processor time, s", "peak, MB"), rows))


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
