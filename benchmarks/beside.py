"""How long customers wait while a model is trained beside the bot, on the same processors.

`python -m benchmarks.beside` lets customers write at a steady rate. In every other round the
retraining stands still (SIGSTOP), so that whatever else the machine does weighs on both alike:
arrival to acknowledgement, p50 and p95.
"""

import argparse
import asyncio
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.bank import BUILD, Bank, data_folder, open_bank
from benchmarks.figures import share, table
from benchmarks.filling import new_database
from benchmarks.processes import (
    Process,
    Report,
    api_server,
    load,
    peak_mb,
    processor,
    whole_bot,
)
from benchmarks.scale import INSERT, learner, said_by
from benchmarks.synthetic import synthetic
from benchmarks.throughput import FIRST, WARM, given
from classifier.corpus import examples

LABELS = 40_000
A_ROUND = 100


@dataclass
class Waits:
    """Seconds that customers waited, without a retraining and beside one, by its stage."""

    calm: list[float] = field(default_factory=list)
    beside: dict[str, list[float]] = field(default_factory=dict)

    @property
    def all_beside(self) -> list[float]:
        """Whatever the stage."""
        return [wait for waits in self.beside.values() for wait in waits]


@dataclass
class Customers:
    """Whoever writes; each only once."""

    url: str
    bot: Process
    bank: Bank
    rate: float
    written: int = 0

    async def write(self) -> list[float]:
        """A round of messages at the rate; how long each waited."""
        texts = self.bank.texts
        start = self.written % (len(texts) - A_ROUND)
        chosen = list(texts[start : start + A_ROUND])
        found = await load(self.url, self.bot, chosen, FIRST + self.written, self.rate)
        self.written += A_ROUND
        if found["acknowledged"] != A_ROUND:
            raise RuntimeError(f"only {found['acknowledged']} of {A_ROUND} were answered")
        waits: list[float] = found["waits"]
        return waits


async def measure(bank: Bank, labels: int, rate: float, minutes: float) -> tuple[Waits, Report]:
    """Both, in one run of one bot."""
    path, home = BUILD / "beside.db", BUILD / "beside"
    database = await new_database(bank, path)
    await asyncio.to_thread(_fill, path, labels)
    waits, seen = Waits(), Report()
    async with api_server() as url, whole_bot(given(bank, url, database), seen) as bot:
        await load(url, bot, list(bank.texts[:WARM]), FIRST - WARM)
        customers = Customers(url, bot, bank, rate)
        found = await _beside(customers, learner(database, home, bank.shop), waits, 60 * minutes)
    return waits, found | {"blocked_ms": seen["blocked_ms"]}


async def _beside(
    customers: Customers, process: "subprocess.Popen[str]", waits: Waits, most: float
) -> Report:
    """Customers write until the retraining has ended, or is ended after `most` seconds."""
    stage, began, used, peak = ["start"], time.monotonic(), 0.0, 0.0
    thread = threading.Thread(target=_follow, args=(process, stage))
    thread.start()
    try:
        while thread.is_alive() and time.monotonic() - began < most:
            process.send_signal(signal.SIGSTOP)
            waits.calm += await customers.write()
            process.send_signal(signal.SIGCONT)
            during = stage[0]
            waits.beside.setdefault(during, []).extend(await customers.write())
            if thread.is_alive():
                used, peak = processor(process.pid), peak_mb(process.pid)
    finally:
        process.kill()
        thread.join()
        process.wait()
    return {"seconds": time.monotonic() - began, "processor": used, "peak_mb": peak}


def _follow(process: "subprocess.Popen[str]", stage: list[str]) -> None:
    for said in said_by(process):
        stage[0] = str(said.get("stage", "end"))


def _fill(path: Path, labels: int) -> None:
    database = sqlite3.connect(path)
    try:
        made = synthetic(examples("train"), labels)
        database.executemany(INSERT, ((one.text, one.label) for one in made))
        database.commit()
    finally:
        database.close()


def describe(waits: Waits, found: Report) -> str:
    """Both beside each other, and what the retraining took."""
    rows = [_row("no retraining", waits.calm), _row("beside a retraining", waits.all_beside)]
    rows += [_row(f"… while it does: {stage}", part) for stage, part in waits.beside.items()]
    head = ["arrival to acknowledgement", "messages", "p50, ms", "p95, ms", "p99, ms"]
    return (
        f"{table(head, rows)}\n\nThe retraining was watched for {found['seconds']:.0f} s "
        f"({found['processor']:.0f} s of processor time, {found['peak_mb']:.0f} MB); the event "
        f"loop's longest block was {found['blocked_ms']:.0f} ms."
    )


def _row(name: str, waits: list[float]) -> list[str]:
    return [
        name,
        str(len(waits)),
        *(f"{1000 * share(waits, part):.0f}" for part in (0.5, 0.95, 0.99)),
    ]


def main() -> None:
    """Measure at each rate asked for."""
    parser = argparse.ArgumentParser(prog="benchmarks.beside", description=__doc__)
    parser.add_argument("rates", nargs="*", type=float, default=[20.0], help="messages a second")
    parser.add_argument("--labels", type=int, default=LABELS)
    parser.add_argument("--minutes", type=float, default=60.0, help="end the retraining then")
    chosen = parser.parse_args()
    bank = open_bank()
    if bank is None:
        sys.stderr.write(f"skipped: no BANKING77 in {data_folder().name}; set BENCH_DATA\n")
        return
    for rate in chosen.rates:
        waits, found = asyncio.run(measure(bank, chosen.labels, rate, chosen.minutes))
        print(f"### {rate:.0f} messages a second\n\n{describe(waits, found)}\n", flush=True)


if __name__ == "__main__":
    main()
