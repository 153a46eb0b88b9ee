"""A catalogue of many offers read, held against the shop and applied: time, memory, who waits.

`python -m benchmarks.feeds [--offers 100000] [--database URL]`
"""

import argparse
import asyncio
import os
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot import clock
from bot.feeding import FEEDER
from models.people import Customer
from models.schema import upgrade
from models.store import Store
from services.trade.feeds.carrying import Carrying, Job
from services.trade.feeds.folder import copy, steps_of
from services.trade.feeds.terms import opened
from services.trade.goods import Goods

KINDS = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
COLOURS = ("красный", "синий", "чёрный", "белый")
WORDS = (
    "Надёжный подарок для тех, кто любит выезжать за город: рама из лёгкого сплава, удобное седло, "
    "тормоза держат и в дождь. <br/>Собран и проверен, гарантия два года."
)


def write(path: Path, offers: int, *, dearer: int = 0) -> None:
    """A YML file: two variants a product, a description, two pictures, five attributes."""
    with path.open("w", encoding="utf-8") as file:
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE yml_catalog SYSTEM "shops.dtd">\n'
        )
        file.write(
            '<yml_catalog date="2026-11-20 10:00"><shop><currencies><currency id="RUR" rate="1"/>'
        )
        file.write("</currencies><categories>\n")
        for number in range(1, 301):
            parent = f' parentId="{(number - 1) // 10}"' if number > 10 else ""
            file.write(f'<category id="{number}"{parent}>Раздел {number}</category>\n')
        file.write("</categories><offers>\n")
        for number in range(offers):
            file.write(_offer(number, dearer))
        file.write("</offers></shop></yml_catalog>\n")


def _offer(number: int, dearer: int) -> str:
    product, price = number // 2, 990 + number % 50_000 + dearer
    return (
        f'<offer id="{number}" group_id="g{product}" available="true">'
        f"<url>https://shop.example/{number}</url><price>{price}.50</price>"
        f"<oldprice>{price + 500}</oldprice><currencyId>RUR</currencyId>"
        f"<categoryId>{1 + product % 300}</categoryId>"
        f"<picture>https://shop.example/{number}-1.jpg</picture>"
        f"<picture>https://shop.example/{number}-2.jpg</picture>"
        f"<name>Велосипед городской Стриж {product}</name><vendor>Стриж</vendor>"
        f"<description><![CDATA[{WORDS}]]></description><count>{number % 30}</count>"
        f'<param name="Размер">{number % 2 + 15}</param>'
        f'<param name="Цвет">{COLOURS[product % 4]}</param>'
        f'<param name="Вес" unit="кг">{10 + product % 7}</param>'
        f'<param name="Колёса">28</param><param name="Рама">алюминий</param></offer>\n'
    )


class Watch:
    """What the others notice: how late the loop is, how long a small write waits."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.late: list[float] = []
        self.waits: list[float] = []

    async def loop(self) -> None:
        """Look at the clock twenty times a second."""
        while True:
            start = time.perf_counter()
            await asyncio.sleep(0.05)
            self.late.append(time.perf_counter() - start - 0.05)

    async def writer(self) -> None:
        """A customer is stored ten times a second."""
        number = 0
        while True:
            await asyncio.sleep(0.1)
            number += 1
            start = time.perf_counter()
            async with self._store.change() as tx:
                moment = datetime.now(UTC)
                tx.add(Customer(tg_id=number, name="x", created_at=moment, seen_at=moment))
            self.waits.append(time.perf_counter() - start)

    def said(self) -> str:
        """The worst and the typical."""
        late, waits = sorted(self.late), sorted(self.waits)
        self.late, self.waits = [], []
        if not late or not waits:
            return ""
        return (
            f"loop late p50 {late[len(late) // 2] * 1000:.0f} ms, "
            f"at most {late[-1] * 1000:.0f} ms; "
            f"a write waits p50 {waits[len(waits) // 2] * 1000:.0f} ms, "
            f"p99 {waits[int(len(waits) * 0.99)] * 1000:.0f} ms, at most {waits[-1] * 1000:.0f} ms"
        )


async def bring(store: Store, data: Path, source: Path, watch: Watch) -> None:
    """One file, from beginning to end, as the bot carries it through."""
    kept = await asyncio.to_thread(copy, data, source)
    carrying = Carrying(store, data, Goods(), lambda: "RUB")
    async with store.change() as tx:
        row = opened(clock.now(), 0, source.name, kept)
        tx.add(row)
    watch.said()
    start, began = time.perf_counter(), _processor()
    found = await _read(store, carrying.folder_of(Job(row.id, row.file, False, 0)))
    read = time.perf_counter()
    job = Job(row.id, row.file, applying=True, done=0)
    await carrying.read(clock.now(), job, found)
    said = watch.said()
    async with store.change() as tx:
        stored = await tx.get(type(row), row.id)
        stored.state = "applying"  # type: ignore[union-attr]
    for number, step in enumerate(steps_of(carrying.folder_of(job), 0)):
        await carrying.step(clock.now(), job, number, step)
    stepped = time.perf_counter()
    print(f"  read and compared {read - start:.1f} s ({said})")
    print(f"  {found['counts']}")
    print(f"  written ahead {stepped - read:.1f} s ({watch.said()})")
    await carrying.settle(clock.now(), job)
    await asyncio.sleep(0.2)
    end = time.perf_counter()
    print(f"  the moment and sweeping {end - stepped:.1f} s ({watch.said()})")
    print(f"  in all {end - start:.1f} s, {_processor() - began:.1f} s of processor time")


def _processor() -> float:
    own, child = (resource.getrusage(one) for one in KINDS)
    return own.ru_utime + own.ru_stime + child.ru_utime + child.ru_stime


async def _read(store: Store, folder: Path) -> dict[str, Any]:
    from bot.listening import parsed

    url = store.url.render_as_string(hide_password=False)
    process = await asyncio.create_subprocess_exec(
        *FEEDER,
        *("--folder", str(folder), "--currency", "RUB", "--database", url),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=2**20,
    )
    said: dict[str, Any] = {}
    while process.stdout is not None and (line := await process.stdout.readline()):
        said = parsed(line)
    await process.wait()
    return dict(said["result"])


async def main(offers: int, url: str) -> None:
    """The same catalogue: new, again, with all prices changed."""
    with tempfile.TemporaryDirectory() as place:
        data = Path(place)
        url = url or f"sqlite+aiosqlite:///{data / 'bench.db'}"
        await upgrade(url)
        store = Store(url)
        watch = Watch(store)
        tasks = [asyncio.create_task(watch.loop()), asyncio.create_task(watch.writer())]
        for title, dearer in (("new", 0), ("the same again", 0), ("every price changed", 10)):
            source = data / "feed.yml"
            await asyncio.to_thread(write, source, offers, dearer=dearer)
            print(f"{title}: {offers} offers, {source.stat().st_size / 2**20:.0f} MB")
            await bring(store, data, source, watch)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await store.close()
    own, child = (resource.getrusage(one).ru_maxrss / 1024 for one in KINDS)
    print(f"peak memory: the reader {child:.0f} MB, the program that applies {own:.0f} MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--offers", type=int, default=100_000)
    parser.add_argument("--database", default=os.environ.get("BENCH_DATABASE_URL", ""))
    asked = parser.parse_args()
    sys.exit(asyncio.run(main(asked.offers, asked.database)))
