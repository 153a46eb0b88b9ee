"""F1, F4: killed and stopped at random moments under load, nothing is lost and order is kept."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable

from tests.faults.counter import Counter
from tests.faults.crowd import Crowd


async def test_killed_at_random_moments(counter: Counter, full: bool) -> None:
    """F1: `kill -9`; doubles at most eight a kill, two on average."""
    kills, messages, customers = (100, 10_000, 40) if full else (3, 50, 4)
    doubled = await _interrupted(
        counter, counter.program.kills, kills, messages, customers, 6.0 if full else 2.0
    )
    print(f"F1: {doubled} doubled in {kills} kills, {messages} messages")
    assert doubled <= (2 if full else 8) * kills


async def test_asked_to_end_at_random_moments(counter: Counter, full: bool) -> None:
    """F4: SIGTERM; what is on its way is waited for: nothing doubled, gone within 15 seconds."""
    stops, messages, customers = (50, 3000, 40) if full else (2, 30, 4)
    slowest = 0.0

    async def ends() -> None:
        nonlocal slowest
        asked = time.monotonic()
        assert await counter.program.terminates() == 0
        slowest = max(slowest, time.monotonic() - asked)

    doubled = await _interrupted(counter, ends, stops, messages, customers, 4.0 if full else 2.0)
    print(f"F4: {doubled} doubled in {stops} stops, the slowest took {slowest:.1f} s")
    assert slowest <= (15.0 if full else 60.0)
    assert doubled == 0


async def _interrupted(
    counter: Counter,
    interrupt: Callable[[], Awaitable[object]],
    times: int,
    messages: int,
    customers: int,
    longest: float,
) -> int:
    """Work under load while the program ends again and again; return how many are doubled."""
    crowd = Crowd(counter, await counter.admin(), customers)
    counter.playground.faults.latency = 0.02
    chance = random.Random(7)
    writing = asyncio.create_task(crowd.writes(messages, messages / (times * longest)))
    working = asyncio.create_task(crowd.works())
    for number in range(times):
        await counter.program.starts()
        if number % 4 or interrupt != counter.program.kills:
            await counter.program.serves()
        await asyncio.sleep(chance.uniform(0.05, longest))
        await interrupt()
    await counter.opens()
    await writing
    await crowd.is_done(within=1800)
    crowd.goes_home()
    await working
    await counter.ends_well("Покупатель", "Тверь", within=300)
    return crowd.check()
