"""Retraining from 10,000 to 1,000,000 labels, each in a process of its own: `/retrain` as it is.

`python -m benchmarks.scale 10000 100000 1000000` fills a database with messages made of the starter
corpus, starts the bot's learner on it and prints time, processor time, peak memory, the size of the
file, and how the model does on the shipped held-out messages, which nobody has seen.
"""

import argparse
import asyncio
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.bank import BUILD, ROOT
from benchmarks.classifier import table
from benchmarks.processes import peak_mb
from benchmarks.synthetic import synthetic
from classifier.corpus import examples
from classifier.encoder import load_encoder
from classifier.evaluation import evaluate
from classifier.model import TopicModel
from classifier.pace import milliseconds
from classifier.storage import load
from models.schema import upgrade
from models.store import Store
from services.shop import seed
from services.shop_file import read_shop_file

SHOP = ROOT / "shop.toml"
INSERT = """INSERT INTO label (text, topic_key, origin, author_tg_id, created_at)
    VALUES (?, ?, 'import', 1, '2026-01-01 00:00:00')"""
HEAD = ("labels", "trained on", "minutes", "processor time, s", "peak memory, MB", "file, MB")
HEAD_TOO = ("topic right", "queue right", "n-grams alone, ms", "a message, ms")


def filled(home: Path, count: int) -> str:
    """A new shop's database with so many labels; its address."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    path = home / "prilavok.db"
    url = f"sqlite+aiosqlite:///{path}"
    asyncio.run(_opened(url))
    _fill(path, count)
    return url


async def _opened(url: str) -> None:
    await upgrade(url)
    store = Store(url)
    async with store.change() as tx:
        await seed(tx, read_shop_file(SHOP))
    await store.close()


def _fill(path: Path, count: int) -> None:
    database = sqlite3.connect(path)
    try:
        rows = ((one.text, one.label) for one in synthetic(examples("train"), count))
        database.executemany(INSERT, rows)
        database.commit()
    finally:
        database.close()


def learner(url: str, home: Path, shop: Path = SHOP) -> "subprocess.Popen[str]":
    """The retraining, as the bot starts it."""
    shutil.rmtree(home / "run", ignore_errors=True)
    words = ("--shop", str(shop), "--data-dir", str(home), "--out", str(home / "run"))
    return subprocess.Popen(
        [sys.executable, "-m", "bot.learner", *words, "--date", "bench"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def measured(home: Path, process: "subprocess.Popen[str]") -> dict[str, Any]:
    """Seconds, processor seconds and megabytes of a retraining, and when each stage began."""
    began, stages, peak = time.monotonic(), dict[str, float](), 0.0
    for said in said_by(process):
        peak = max(peak, peak_mb(process.pid))
        stages.setdefault(str(said.get("stage", "end")), time.monotonic() - began)
        if "error" in said:
            raise RuntimeError(f"the retraining failed: {said}")
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    trial = json.loads((home / "run" / "trial.json").read_text("utf-8"))
    return {
        "seconds": time.monotonic() - began,
        "processor": used.ru_utime + used.ru_stime,
        "peak_mb": peak,
        "stages": stages,
        "trial": trial,
    }


def said_by(process: "subprocess.Popen[str]") -> Iterator[dict[str, Any]]:
    """What a retraining says, until it says no more."""
    if process.stdout is not None:
        yield from map(json.loads, process.stdout)


def row(home: Path, count: int) -> tuple[object, ...]:
    """One size, from an empty folder to the figures of its model."""
    found = measured(home, learner(filled(home, count), home))
    trial, encoder = found["trial"], load_encoder()
    model = load(home / "run" / "candidate.model", encoder)
    heldout = examples("heldout")
    report = evaluate(model, heldout)
    texts = [one.text for one in heldout[::10]]
    spent = _alone(model, texts), milliseconds([model], texts)[0]
    sys.stderr.write(f"{count}: {json.dumps(found['stages'])}\n")
    return (
        *(f"{count:,}", f"{trial['trained_on']['messages']:,}", f"{found['seconds'] / 60:.1f}"),
        *(f"{found['processor']:.0f}", f"{found['peak_mb']:.0f}"),
        f"{trial['size_bytes'] / 1e6:.1f}",
        *(report.accuracy, report.queue_accuracy, *(f"{ms:.2f}" for ms in spent)),
    )


def _alone(model: TopicModel, texts: list[str]) -> float:
    return milliseconds([replace(model, encoder=None)], texts)[0]


def main() -> None:
    """Print one row for each size; each is measured in a process of its own."""
    parser = argparse.ArgumentParser(prog="benchmarks.scale", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    rows = []
    for count in parser.parse_args().sizes:
        rows.append(row(BUILD / f"scale-{count}", count))
        print(table((*HEAD, *HEAD_TOO), rows), flush=True)


if __name__ == "__main__":
    main()
