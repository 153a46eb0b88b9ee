"""Sixty new customers at once, and one staff group that bears twenty messages a minute."""

import asyncio
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.bank import BUILD, QUEUES, Bank
from benchmarks.figures import table
from benchmarks.filling import new_database
from benchmarks.processes import Report, whole_bot
from benchmarks.throughput import given
from playground.people import Person
from playground.server import Playground

SIXTY = 60
PATIENCE = 60.0
NUMBER = re.compile(r"№(\d+)")


@dataclass(frozen=True)
class Rush:
    """Seconds until the last was acknowledged and until the last stood on a board."""

    acknowledged: float
    visible: float
    refused: int


async def measure(bank: Bank) -> Rush:
    """The playground with Telegram's limits on; one group holds the boards of all queues."""
    playground = Playground(token="100:BENCH")
    await playground.start(0)
    try:
        boris = playground.user("Boris")
        group = playground.group("Desk", supergroup=True, members=[boris])
        await group.add_bot()
        chats = dict.fromkeys(QUEUES, group.id)
        database = await new_database(bank, BUILD / "rush.db", groups=chats)
        playground.limits.on = True
        seen: Report = {}
        async with whole_bot(given(bank, playground.url, database, 28), seen):
            return await _rush(playground, bank, boris, lambda: _numbers(group.sees()))
    finally:
        await playground.stop()


async def _rush(
    playground: Playground, bank: Bank, boris: Person, shown: Callable[[], set[str]]
) -> Rush:
    guests = [playground.user(f"Guest {n}", language="en") for n in range(SIXTY)]
    began = time.monotonic()
    for guest, text in zip(guests, bank.texts[:: len(bank.texts) // SIXTY], strict=False):
        await guest.says(text)
    await asyncio.gather(*(guest.waits_for("№", timeout=PATIENCE) for guest in guests))
    acknowledged = time.monotonic() - began
    await boris.waits_until(lambda: len(shown()) == SIXTY, timeout=PATIENCE)
    visible = time.monotonic() - began
    return Rush(acknowledged, visible, sum(call.status == 429 for call in playground.calls))


def _numbers(messages: Sequence[object]) -> set[str]:
    return {number for one in messages for number in NUMBER.findall(getattr(one, "text", "") or "")}


def describe(found: Rush) -> str:
    """The two moments."""
    rows = [
        ["the last of sixty acknowledged after", f"{found.acknowledged:.1f} s"],
        ["the last of sixty on a board after", f"{found.visible:.1f} s"],
        ["calls answered with 429", str(found.refused)],
    ]
    return table(["figure", "measured"], rows)
