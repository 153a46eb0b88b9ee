"""F20: sixty new customers at once, and a group that bears twenty messages a minute."""

import asyncio
import time
from collections.abc import Sequence

from tests.faults.counter import Counter

SIXTY = 60
PATIENCE = 120.0


async def test_sixty_new_customers_at_once(counter: Counter, full: bool) -> None:
    """All are acknowledged and visible to staff; the group's limit is never exceeded."""
    await counter.program.starts(SEND_RATE="28")
    await counter.program.serves()
    admin = await counter.admin()
    group = await counter.group("Заказы", "orders")
    await counter.settles()
    counter.playground.limits.on = True
    people = [counter.playground.user(f"Гость{n}", language="ru") for n in range(SIXTY)]
    began = time.monotonic()
    for guest in people:
        await guest.says("Сколько стоит доставка в Тверь?")
    await asyncio.gather(*(guest.waits_for("№", timeout=PATIENCE) for guest in people))
    acknowledged = time.monotonic() - began
    await admin.waits_until(lambda: _waiting(group.sees()) == SIXTY, timeout=PATIENCE)
    visible = time.monotonic() - began
    print(f"F20: all acknowledged in {acknowledged:.1f} s, all visible in {visible:.1f} s")
    refused = [one for one in counter.playground.calls if one.status == 429]
    assert not [one for one in refused if one.params.get("chat_id") == group.id]
    assert visible < (10.0 if full else PATIENCE)
    await counter.ends_well("Гость", "Тверь")


def _waiting(messages: Sequence[object]) -> int:
    """How many tickets the newest board shows."""
    boards = [str(getattr(one, "text", "")) for one in messages]
    return max((text.count("№") for text in boards if "ждут" in text), default=0)
