"""`python -m benchmarks.orders`: orders from the cart to confirmed, beside plain messages.

The program is a process of its own against the playground, with calls refused, failed and lost,
and killed while it works.
"""

import argparse
import asyncio
import os
import random
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from benchmarks.bank import ROOT
from benchmarks.figures import share, table
from bot import starter
from classifier.corpus import examples
from classifier.encoder import load_encoder
from classifier.training import fingerprint
from playground.people import Person
from playground.people.watching import NotSeen
from playground.server import Playground
from services.shop_file import read_shop_file
from tests.faults.buyers import Buyers
from tests.faults.counter import Counter
from tests.faults.program import Nest, Program

TOKEN, ADMIN, SHARE = "100:BENCH", 900001, 0.02
WAYS = 'ways = ["on_delivery", "invoice", "telegram"]'
ASKED = "сколько стоит доставка курьером в Тверь?"


@asynccontextmanager
async def open_counter(home: Path) -> AsyncIterator[Counter]:
    """A shop whose program is a process of its own."""
    server, nest = Playground(token=TOKEN), Nest()
    await server.start(0)
    (home / "models").mkdir()
    path = ROOT / "build" / f"starter-{fingerprint(examples('train'))[:12]}.model"
    path.parent.mkdir(exist_ok=True)
    seed = read_shop_file(ROOT / "shop.toml")
    routes = {topic.key: topic.queue for topic in seed.topics}
    await asyncio.to_thread(starter.load_or_train, path, routes, "bench", load_encoder())
    (home / "models" / "current.model").write_bytes(path.read_bytes())
    text = (ROOT / "shop.toml").read_text("utf-8").replace(WAYS, 'ways = ["on_delivery"]')
    (home / "shop.toml").write_text(text, "utf-8")
    env = {
        **{"BOT_TOKEN": TOKEN, "BOT_API_URL": server.url, "DATA_DIR": str(home)},
        **{"DATABASE_URL": "", "ADMIN_IDS": str(ADMIN), "SHOP_FILE": str(home / "shop.toml")},
        **{"SEND_RATE": "0", "LOG_LEVEL": "WARNING"},
    }
    counter = Counter(server, Program(nest, {**env, "LOG_LEVEL": "INFO"}, home), ADMIN)
    try:
        yield counter
    finally:
        await counter.closes()
        nest.closes()
        await server.stop()


async def talks(person: Person, waits: list[float], ends: asyncio.Event) -> None:
    """One who only asks things: how long until each is acknowledged."""
    while not ends.is_set():
        began = time.monotonic()
        with suppress(NotSeen):
            await person.says(ASKED)
            mine = person.sees()[-1]
            await person.waits_until(lambda mine=mine: _heard(person, mine.id), timeout=30)  # type: ignore[misc]
            waits.append(time.monotonic() - began)
        await asyncio.sleep(0.2)


def _heard(person: Person, after: int) -> bool:
    """Something was said to them, or their message was reacted to."""
    seen = [one for one in person.sees() if one.id >= after]
    return any(one.sender is not person.user or one.reactions for one in seen)


async def measure(orders: int, people: int, kills: int, faults: bool) -> list[str]:
    """One row: orders a second, press to edit, and plain messages beside them."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_counter(Path(folder)) as counter:
            buyers, waits, ends = Buyers(counter, people), [], asyncio.Event()
            await counter.opens()
            await counter.program.terminates()
            await buyers.are_known()
            await counter.opens()
            server = counter.playground
            if faults:
                server.faults.share_429 = server.faults.share_500 = SHARE
                server.faults.share_lost, server.faults.retry_after = SHARE, 1
            guests = [server.user(f"Гость{number}", language="ru") for number in range(5)]
            talking = [asyncio.create_task(talks(one, waits, ends)) for one in guests]
            began = time.monotonic()
            killing = asyncio.create_task(_kills(counter, kills))
            await buyers.order(orders)
            took = time.monotonic() - began
            await killing
            ends.set()
            await asyncio.gather(*talking)
            server.faults.clear()
            await counter.settles(120)
            await counter.program.terminates()
            buyers.check(orders)
    return [
        f"{orders}, {people} at once" + (", 2 % each of 429, 500, lost" if faults else ""),
        str(kills),
        f"{orders / took:.1f}",
        f"{1000 * share(buyers.waits, 0.5):.0f}",
        f"{1000 * share(buyers.waits, 0.95):.0f}",
        f"{1000 * share(waits, 0.95):.0f} ({len(waits)})",
        "0 / 0",
    ]


async def _kills(counter: Counter, times: int) -> None:
    chance = random.Random(5)
    for _ in range(times):
        await asyncio.sleep(chance.uniform(2, 6))
        await counter.program.kills()
        await counter.opens()


HEADS = [
    "orders",
    "kills",
    "orders a second",
    "press to confirmation, p50, ms",
    "p95, ms",
    "plain message to answer, p95, ms (messages)",
    "missing / doubled",
]


async def measured(orders: int, people: int, kills: int) -> str:
    """Calm, with faults, with faults and kills."""
    rows = [
        await measure(orders, people, 0, False),
        await measure(orders, people, 0, True),
        await measure(orders, people, kills, True),
    ]
    return table(HEADS, rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.orders", description=__doc__)
    parser.add_argument("--orders", type=int, default=400)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--kills", type=int, default=5)
    given = parser.parse_args()
    os.chdir(ROOT)
    print(asyncio.run(measured(given.orders, given.people, given.kills)))


if __name__ == "__main__":
    main()
