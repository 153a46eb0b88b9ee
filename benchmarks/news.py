"""One news for very many subscribers: how fast it is offered, how long each page holds the writer.

`python -m benchmarks.news [--people 100000]`; `--url` for another database, emptied before.
"""

import argparse
import asyncio
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles

from sqlalchemy import func, insert, select

from bot.shelving import shelf_of
from models.memory.notices import Notice
from models.memory.profiles import CATEGORY, NewsItem, Subscription
from models.people import Customer
from models.schema import upgrade
from models.store import Store
from models.trade.products import Category
from services.context import Context
from services.profile.telling import PAGE, Telling
from services.shop_file import read_shop_file
from tests.trade.test_buyers import opened

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ROOT = Path(__file__).parents[1]
BATCH = 5000


async def fill(store: Store, people: int) -> None:
    """So many subscribers of one shelf, and one news of it."""
    async with store.change() as tx:
        tx.add(Category(id=1, key="all", title_ru="Всё", title_en="All"))
    for first in range(1, people + 1, BATCH):
        ids = range(first, min(first + BATCH, people + 1))
        async with store.change() as tx:
            rows = [
                {"id": one, "tg_id": 10**6 + one, "created_at": NOW, "seen_at": NOW} for one in ids
            ]
            await tx.execute(insert(Customer), rows)
            wants = [
                {"ref": f"r{one}", "customer_id": one, "kind": CATEGORY, "subject": "1"}
                for one in ids
            ]
            before = NOW - timedelta(days=1)
            await tx.execute(insert(Subscription), [{**one, "created_at": before} for one in wants])
    async with store.change() as tx:
        item = NewsItem(kind=CATEGORY, category_id=1, details={"products": []}, created_at=NOW)
        tx.add(item)


async def measure(url: str, people: int, folder: Path) -> None:
    """Fill, tell, print."""
    await upgrade(url)
    store = Store(url)
    context: Context = replace(
        await opened(store, read_shop_file(ROOT / "shop.toml")), shelf=shelf_of(folder, None)
    )
    await fill(store, people)
    telling, held = Telling(context), []
    began = time.perf_counter()
    for _ in range(people // PAGE + 1):
        at = time.perf_counter()
        await telling.page(NOW)
        held.append((time.perf_counter() - at) * 1000)
    seconds = time.perf_counter() - began
    async with store.look() as tx:
        offered = await tx.scalar(select(func.count()).select_from(Notice))
    await store.close()
    p99 = quantiles(held, n=100)[98] if len(held) > 1 else held[0]
    print(f"{offered} offered in {seconds:.1f} s: {(offered or 0) / seconds:.0f} a second")
    print(f"a page of {PAGE} holds the writer {sorted(held)[len(held) // 2]:.1f} ms in the middle")
    print(f"p99 {p99:.1f} ms, longest {max(held):.1f} ms")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--url", default="")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = given.url or f"sqlite+aiosqlite:///{folder}/shop.db"
        asyncio.run(measure(url, given.people, Path(folder)))


if __name__ == "__main__":
    main()
