"""F1c: killed while orders are confirmed, with 2 % of calls refused, failed or lost."""

import asyncio
import random

from tests.faults.buyers import Buyers
from tests.faults.counter import Counter
from tests.faults.program import until

SHARE = 0.02


async def test_every_order_is_confirmed_exactly_once(counter: Counter, full: bool) -> None:
    kills, orders, people = (50, 5000, 40) if full else (3, 24, 6)
    await only_on_delivery(counter)
    buyers = Buyers(counter, people)
    await counter.opens()
    await counter.program.terminates()
    await buyers.are_known()
    faults = counter.playground.faults
    faults.share_429 = faults.share_500 = faults.share_lost = SHARE
    faults.retry_after, faults.latency = 1, 0.02
    chance = random.Random(11)
    ordering = asyncio.create_task(buyers.order(orders))
    for _ in range(kills):
        await counter.opens()
        await asyncio.sleep(chance.uniform(0.05, 8.0 if full else 1.5))
        await counter.program.kills()
    await counter.opens()
    await until(ordering.done, 3000 if full else 150, buyers.story)
    await ordering
    faults.clear()
    await counter.ends_well("Покупатель", "+7916", within=300)
    buyers.check(orders)
    lost = sum(call.fault == "lost" for call in counter.playground.calls)
    print(f"F1c: {kills} kills, {orders} orders, {lost} answers lost: 0 missing, 0 doubled")


async def only_on_delivery(counter: Counter) -> None:
    """A shop that asks nothing of whom it knows."""
    path = counter.home / "shop.toml"
    text = path.read_text("utf-8")
    wanted = 'ways = ["on_delivery", "invoice", "telegram"]'
    assert wanted in text
    path.write_text(text.replace(wanted, 'ways = ["on_delivery"]'), "utf-8")
