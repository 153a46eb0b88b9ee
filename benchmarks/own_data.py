"""Exports, erasures and purges beside a long past: how long each takes, and holds up the writer.

`python -m benchmarks.own_data --rows 1000000 --messages 50000`
"""

import argparse
import asyncio
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.own_past import NOW, fill
from handlers.privacy.own_page import written
from handlers.texts import Texts
from models.own import erasing, purging, quoting, reading, scrubbing, sparing, traces
from models.own.erasure import Erasure
from models.own.inventory import SECTIONS
from models.own.reach import Person
from models.own.terms import TERMS
from models.schema import sqlite_file, upgrade
from models.store import Store
from services.privacy.own_data import keeping
from services.privacy.own_data.files import Writer


async def main() -> None:
    """Fill a database, then measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--messages", type=int, default=50_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/prilavok.db"
        await upgrade(url)
        store = Store(url)
        person = await fill(store, asked.rows, asked.messages)
        path = sqlite_file(url)
        assert path is not None
        print(
            f"{asked.rows} rows each of inbox, outbox and messages; {path.stat().st_size >> 20} MB"
        )
        await export(store, person, Path(folder))
        await purge(store)
        await erase(store, person, path)
        await store.close()


async def export(store: Store, person: Person, folder: Path) -> None:
    """Read, write, draw."""
    began, longest = time.perf_counter(), 0.0
    head: dict[str, Any] = {"language": "ru", "shop": "x", "currency": "RUB", "purposes": []}
    head |= {"time_zone": "UTC", "recipients": [], "kept": {}, "made_at": NOW.isoformat()}
    writer = Writer(folder, person.customer_id, head)
    async with store.look() as tx:
        for entry in SECTIONS:
            writer.section(entry.section)
            asked = time.perf_counter()
            async for page in reading.pages(tx, entry, person, "ru"):
                longest = max(longest, time.perf_counter() - asked)
                writer.add(page)
                asked = time.perf_counter()
    writer.close()
    middle = time.perf_counter()
    page = await asyncio.to_thread(written, Texts(), "ru", folder / "own" / writer.name)
    end = time.perf_counter()
    sizes = (folder / "own" / writer.name).stat().st_size >> 20, page.stat().st_size >> 20
    print(
        f"export: read and JSON {middle - began:.1f} s ({sizes[0]} MB), page {end - middle:.1f} s"
    )
    print(f"  ({sizes[1]} MB); the longest page of rows {longest * 1000:.0f} ms")


async def purge(store: Store) -> None:
    """Every page of the rows whose time is over: reading it, and holding the writer."""
    for term in TERMS:
        if term.table not in ("inbox", "outbox", "message"):
            continue
        before = NOW - timedelta(days=90)
        after, looked, held = keeping.START, [0.0], [0.0]
        while after is not None:
            began = time.perf_counter()
            async with store.look() as tx:
                page = await purging.look(tx, term, after, before)
            looked.append(time.perf_counter() - began)
            after = page.after
            if page.keys:
                began = time.perf_counter()
                async with store.change() as tx:
                    await purging.purge(tx, term, page.keys, before)
                held.append(time.perf_counter() - began)
        held.sort()
        p99 = held[int(len(held) * 0.99)] * 1000
        print(
            f"purge {term.table}: {len(held) - 1} pages,"
            f" reading at most {max(looked) * 1000:.0f} ms,"
            f" the writer held {held[len(held) // 2] * 1000:.0f} ms (median), {p99:.0f} (p99),"
            f" {held[-1] * 1000:.0f} (longest)"
        )


async def erase(store: Store, person: Person, path: Path) -> None:
    """The whole transaction, and the log after it."""
    began = time.perf_counter()
    async with store.change() as tx:
        await traces.of_person(tx, person, NOW - timedelta(days=2))
        erasure = Erasure(person, NOW, await sparing.nobody(tx, NOW))
        await erasing.erase(tx, erasure)
        await quoting.empty_staff_side(tx, [1], 0, NOW)
    middle = time.perf_counter()
    clean = await asyncio.to_thread(scrubbing.checkpoint, path)
    print(f"erasure: {middle - began:.1f} s, {erasure.found}")
    print(f"  the log emptied ({clean}) in {time.perf_counter() - middle:.1f} s")


if __name__ == "__main__":
    asyncio.run(main())
