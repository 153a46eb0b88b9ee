"""`python -m benchmarks.run`: the whole bot measured; `--write` puts the figures into docs."""

import argparse
import asyncio
import os
import re
import sys
from datetime import UTC, date, datetime

from benchmarks import growth, rush, throughput
from benchmarks.bank import ROOT, Bank, data_folder, open_bank

DOCUMENT = ROOT / "docs" / "benchmarks.md"
TITLE = "## Through the whole bot"
PARTS = ("throughput", "growth", "rush")
MACHINE = (
    "{cores} shared cores (other work ran beside; medians of {rounds} rounds, least–most in "
    "brackets), {day}, Python {python}, SQLite with its defaults (WAL, `synchronous=FULL`), "
    "`SEND_RATE=0`. The Bot API server of (a) and (b) is the lean one of "
    "`benchmarks/api_server.py` in a process of its own: the playground checks every call as "
    "Telegram would, and would be measured instead of the bot."
)


async def measured(bank: Bank, parts: list[str], rounds: int, messages: int, load: int) -> str:
    """Every part asked for, as markdown."""
    said = []
    if "throughput" in parts:
        texts = bank.texts[:messages]
        found = await throughput.measure(bank, rounds, texts)
        said.append(f"### (a) {len(texts)} customers\n\n{throughput.describe(found, len(texts))}")
    if "growth" in parts:
        grown = await growth.measure(bank, bank.texts[:load])
        said.append(
            f"### (b) {load} messages into a database with a past\n\n{growth.describe(grown)}"
        )
    if "rush" in parts:
        met = await rush.measure(bank)
        said.append(f"### (c) Sixty at once, one group of 20 a minute\n\n{rush.describe(met)}")
    return "\n\n".join(said)


def write(figures: str, heading: str) -> None:
    """Replace the section in docs/benchmarks.md, or add it."""
    before = DOCUMENT.read_text(encoding="utf-8") if DOCUMENT.exists() else "# Benchmarks\n"
    section = f"{TITLE}\n\n{heading}\n\n{figures}\n"
    old = re.compile(rf"^{re.escape(TITLE)}$.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    if old.search(before):
        text = old.sub(lambda _: section + "\n", before).rstrip() + "\n"
    else:
        text = f"{before.rstrip()}\n\n{section}"
    DOCUMENT.write_text(text, encoding="utf-8")


def today() -> date:
    """The day the figures are of."""
    return datetime.now(UTC).date()


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(prog="benchmarks.run", description=__doc__)
    parser.add_argument("parts", nargs="*", default=list(PARTS), help=", ".join(PARTS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--messages", type=int, default=3080)
    parser.add_argument("--load", type=int, default=500)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    bank = open_bank()
    if bank is None:
        sys.stderr.write(f"skipped: no BANKING77 in {data_folder().name}; set BENCH_DATA\n")
        return
    figures = asyncio.run(measured(bank, chosen.parts, chosen.rounds, chosen.messages, chosen.load))
    heading = f"`python -m benchmarks.run {' '.join(sys.argv[1:])}`\n\n" + MACHINE.format(
        cores=os.cpu_count(),
        rounds=chosen.rounds,
        day=today(),
        python=".".join(map(str, sys.version_info[:3])),
    )
    print(f"{heading}\n\n{figures}")
    if chosen.write:
        write(figures, heading)


if __name__ == "__main__":
    main()
