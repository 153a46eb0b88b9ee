"""Old bodies and payloads are emptied in small pages; nothing unfinished is touched."""

from datetime import timedelta

from sqlalchemy import func, insert, select

from models.inbox import Inbox
from models.journal import JobRun
from models.outbox import Outbox
from tests.desk import Shop


async def test_bodies_of_finished_updates_are_emptied_after_a_week(shop: Shop) -> None:
    now = shop.clock()
    rows = [
        {
            "bot_id": 1,
            "update_id": number,
            "lane": 1,
            "body": {"secret": number},
            "has_body": True,
            "received_at": now - timedelta(days=8 if number < 1200 else 6),
            "status": "new" if number == 7 else "done",
            "tries": 0,
        }
        for number in range(1300)
    ]
    async with shop.app.store.change() as tx:
        await tx.execute(insert(Inbox), rows)
    await shop.app.desk.upkeep.empty_bodies(now)
    async with shop.looks() as tx:
        full = select(func.count()).select_from(Inbox).where(Inbox.has_body, Inbox.bot_id == 1)
        assert await tx.scalar(full) == 101
        kept = await tx.scalar(select(Inbox.body).where(Inbox.update_id == 7, Inbox.bot_id == 1))
    assert kept == {"secret": 7}


async def test_payloads_of_settled_rows_are_emptied_after_a_month(shop: Shop) -> None:
    now = shop.clock()
    rows = [
        {
            "chat_id": 1,
            "kind": "text",
            "payload": {"secret": number},
            "status": "unsure" if number == 3 else "dead" if number < 600 else "sent",
            "created_at": now - timedelta(days=31 if number < 700 else 1),
            "tries": 0,
            "lost": 0,
            "priority": 1,
            "bot_id": 0,
        }
        for number in range(710)
    ]
    async with shop.app.store.change() as tx:
        await tx.execute(insert(Outbox), rows)
    for _ in range(2):
        await shop.app.desk.upkeep.empty_payloads(now)
    async with shop.looks() as tx:
        payloads = list((await tx.execute(select(Outbox.payload))).scalars())
    assert sum(bool(payload) for payload in payloads) == 10


async def test_slots_long_past_are_forgotten(shop: Shop) -> None:
    tomorrow = shop.clock() + timedelta(days=1)
    await shop.app.desk.upkeep.forget_runs(tomorrow - timedelta(days=20))
    await shop.app.desk.upkeep.forget_runs(tomorrow)

    async with shop.looks() as tx:
        slots = list((await tx.execute(select(JobRun.slot))).scalars())
    assert f"{tomorrow:%Y-%m-%d}" in slots
    assert f"{tomorrow - timedelta(days=20):%Y-%m-%d}" not in slots
