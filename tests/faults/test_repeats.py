"""F17: Telegram repeats itself: the same batch again, shuffled, and ids that jump down."""

import asyncio

from tests.faults.counter import Counter
from tests.faults.crowd import Crowd


async def test_batches_repeat_and_ids_jump_down(counter: Counter, full: bool) -> None:
    """Every update is stored once, none is dropped for having a lower id than the last."""
    messages, customers = (1000, 40) if full else (45, 4)
    crowd = Crowd(counter, await counter.admin(), customers)
    await counter.opens()
    updates = counter.playground.bot.updates
    working = asyncio.create_task(crowd.works())
    for number in range(3):
        await crowd.writes(messages // 3, 200.0)
        updates.repeat_batches(3, shuffle_seed=number)
        await crowd.is_done(within=600)
        await counter.settles(600)
        updates.jump_to(5_000_000 - number * 1_000_000)
    crowd.goes_home()
    await working
    await counter.ends_well("Покупатель", "Тверь")
    assert crowd.check() == 0
    ids = counter.ledger.update_ids()
    print(f"F17: {len(ids)} updates, each batch four times, ids from {ids[0]} down to {min(ids)}")
    assert len(ids) == len(set(ids)) and min(ids) < ids[0]
