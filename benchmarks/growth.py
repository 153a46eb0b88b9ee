"""Whether a message costs more when many are stored."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.bank import BUILD, Bank
from benchmarks.figures import share, table
from benchmarks.filling import new_database
from benchmarks.processes import Report, api_server, load, whole_bot
from benchmarks.throughput import FIRST, WARM, given, rate

SIZES = (10_000, 100_000, 1_000_000)


@dataclass(frozen=True)
class Grown:
    """The same load with so many messages stored before."""

    stored: int
    report: Report
    megabytes: float


async def measure(bank: Bank, texts: Sequence[str], sizes: Sequence[int] = SIZES) -> list[Grown]:
    """The same texts against databases of different sizes."""
    return [await _with(bank, texts, stored) for stored in sizes]


async def _with(bank: Bank, texts: Sequence[str], stored: int) -> Grown:
    path = BUILD / f"growth-{stored}.db"
    database = await new_database(bank, path, stored)
    megabytes = path.stat().st_size / 2**20
    seen: Report = {}
    async with api_server() as url, whole_bot(given(bank, url, database), seen) as bot:
        await load(url, bot, list(texts[:WARM]), FIRST - WARM)
        report = await load(url, bot, list(texts), FIRST)
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()
    return Grown(stored, report, megabytes)


def describe(found: Sequence[Grown]) -> str:
    """Speed and cost beside those of the smallest database."""
    least = found[0].report["processor"] / found[0].report["asked"]
    rows = []
    for one in found:
        cost = one.report["processor"] / one.report["asked"]
        rows.append(
            [
                f"{one.stored:,}",
                f"{one.megabytes:.0f}",
                f"{rate(one.report):.0f}",
                f"{1000 * cost:.2f}",
                f"{cost / least:.2f}",
                f"{1000 * share(one.report['waits'], 0.95):.0f}",
            ]
        )
    head = [
        "stored before",
        "database, MB",
        "messages a second",
        "processor time a message, ms",
        f"beside {found[0].stored:,}",
        "p95, ms",
    ]
    return table(head, rows)
