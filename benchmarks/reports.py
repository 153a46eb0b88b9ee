"""How long `/stats feedback` and `/stats service` take over very many tickets; does the loop stand?

`python -m benchmarks.reports 100000 1000000` fills a new database with so many resolved and rated
tickets, spread over the twelve weeks of a report (the worst case: none is too old to be read), and
prints seconds to count, to draw, and the longest time for which the loop stood still.
`--years 2` spreads them over two years instead, as a shop would.
"""

import argparse
import asyncio
import random
import shutil
import sqlite3
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.bank import BUILD, ROOT
from benchmarks.classifier import table
from bot.painting import paint_feedback, paint_service
from models.schema import upgrade
from models.store import Store
from services.boards import Boards
from services.context import Context
from services.people import Directory
from services.shelf import Shelf
from services.shop import ShopBook, seed
from services.shop_file import read_shop_file
from services.understanding import Understanding
from services.voice.reports.feedback_figures import count_feedback
from services.voice.reports.service_figures import count_service

NOW = datetime(2031, 11, 22, 12, tzinfo=UTC)
WEEKS, AGENTS, CHUNK = 12, 12, 50_000
TICKET = """INSERT INTO ticket (id, ref, customer_id, queue_id, topic_id, agent_id, state, subject,
    decision, certainty, probability, runners_up, why, matters, opened_at, changed_at,
    first_response_at, resolved_at, reopened, guests, spam, choosing, split_offered)
    VALUES (?, ?, 1, ?, ?, ?, ?, '', 'route', 'sure', 0.9, '[["delivery", 0.9]]', '[]', '[]',
    ?, ?, ?, ?, 0, '[]', 0, 0, 0)"""
RATING = """INSERT INTO rating (ticket_id, score, asked_at, answered_at, comment)
    VALUES (?, ?, ?, ?, ?)"""


async def opened(url: str) -> Context:
    """A new shop, and what its stories work with."""
    await upgrade(url)
    store = Store(url)
    shop = read_shop_file(ROOT / "shop.toml")
    async with store.change() as tx:
        await seed(tx, replace(shop, queues=shop.queues))
    book, directory = ShopBook(store), Directory(store)
    await book.renew()
    await directory.renew()
    boards = Boards(book, directory)
    model: Any = object()
    shelf = Shelf(BUILD, lambda path: None)  # type: ignore[arg-type,return-value]
    return Context(store, book, directory, Understanding(model), boards, shelf)


def fill(path: Path, context: Context, count: int, days: float) -> None:
    """Tickets with ratings, seeded."""
    chance = random.Random(7)
    topics = [one for one in context.shop.topics.values() if one.queue_id is not None]
    database = sqlite3.connect(path)
    when = _moment(NOW)
    database.execute(
        "INSERT INTO customer (id, tg_id, name, language, language_chosen, reachable, banned,"
        f" created_at, seen_at) VALUES (1, 1, 'A', 'ru', 0, 1, 0, '{when}', '{when}')"
    )
    staff = "INSERT INTO staff VALUES (?, ?, ?, 'agent', 'ru', 1, 1, 0, 0, ?)"
    columns = [row[1] for row in database.execute("PRAGMA table_info(staff)")]
    if len(columns) != 10:
        raise RuntimeError(f"staff has other columns than this fills: {columns}")
    for number in range(1, AGENTS + 1):
        database.execute(staff, (number, number, f"Agent {number}", when))
    for start in range(0, count, CHUNK):
        tickets, ratings = [], []
        for number in range(start + 1, min(start + CHUNK, count) + 1):
            at = NOW - timedelta(days=days * (1 - number / count))
            first = at + timedelta(minutes=chance.expovariate(1 / 40))
            end = first + timedelta(minutes=chance.expovariate(1 / 600))
            about, open_ = chance.choice(topics), number % 200 == 0
            moments = (_moment(at), _moment(at), _moment(first), None if open_ else _moment(end))
            who, state = chance.randint(1, AGENTS), "taken" if open_ else "resolved"
            tickets.append((number, f"t{number}", about.queue_id, about.id, who, state, *moments))
            if not open_:
                score = chance.choice((None, None, 1, 3, 4, 5, 5, 5))
                said = "слова" if score and number % 10 == 0 else None
                ratings.append((number, score, _moment(end), _moment(end), said))
        database.executemany(TICKET, tickets)
        database.executemany(RATING, ratings)
        database.commit()
    database.execute("ANALYZE")
    database.commit()
    database.close()


def _moment(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat(" ", "microseconds")


async def timed(work: Callable[[], Awaitable[Any]]) -> tuple[Any, float, float]:
    """What came of it, seconds, and the longest standstill of the loop in milliseconds."""
    longest, running = 0.0, True

    async def watch() -> None:
        nonlocal longest
        while running:
            asked = time.perf_counter()
            await asyncio.sleep(0.005)
            longest = max(longest, time.perf_counter() - asked - 0.005)

    watching = asyncio.create_task(watch())
    await asyncio.sleep(0.05)
    began, longest = time.perf_counter(), 0.0
    found = await work()
    seconds = time.perf_counter() - began
    running = False
    await watching
    return found, seconds, longest * 1000


async def measured(count: int, days: float) -> list[tuple[object, ...]]:
    """A row for each report."""
    home = BUILD / f"reports-{count}"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    path = home / "prilavok.db"
    context = await opened(f"sqlite+aiosqlite:///{path}")
    fill(path, context, count, days)
    rows: list[tuple[object, ...]] = []
    for name, counting, painting in (
        ("feedback", count_feedback, paint_feedback),
        ("service", count_service, paint_service),
    ):
        found, seconds, stood = await timed(lambda counting=counting: counting(context, NOW))
        picture = home / f"{name}.png"
        drawn = await timed(
            lambda found=found, painting=painting, picture=picture: asyncio.to_thread(
                painting, found, "ru", picture
            )
        )
        row = (f"{seconds:.2f}", f"{stood:.0f}", f"{drawn[1]:.2f}", f"{drawn[2]:.0f}")
        rows.append((f"{count:,}", f"{days / 7:.0f}", name, *row))
    await context.store.close()
    shutil.rmtree(home)
    return rows


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(prog="benchmarks.reports", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[100_000, 1_000_000])
    parser.add_argument("--years", type=float, default=0.0)
    given = parser.parse_args()
    days = 365 * given.years or 7 * (WEEKS - 1)
    rows = [row for size in given.sizes for row in asyncio.run(measured(size, days))]
    head = ("tickets", "weeks", "report", "counted, s", "loop stood, ms", "drawn, s", "stood, ms")
    print(table(head, rows))


if __name__ == "__main__":
    main()
