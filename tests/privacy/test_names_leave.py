"""Lists of the staff that name people at risk: who is erased or took it back is gone from them."""

import asyncio

from models import sending
from models.memory.consents import PROFILING
from models.memory.segments import AT_RISK, STAGES, Segment, SegmentNight
from playground.people import Person
from services import promises
from services.privacy import consents
from tests.desk import Shop
from tests.privacy.offering import agrees, customer_of, greets
from tests.privacy.test_erasure import erases


async def at_risk(shop: Shop, *people: Person) -> None:
    """As a night's work leaves them."""
    now = shop.clock()
    here = {name: {"people": 1, "spent": 100, "worth": 5} for name in STAGES}
    for one in people:
        me = await customer_of(shop, one)
        row = Segment(customer_id=me.id, stage=AT_RISK, since=now, orders=5, spent=100, again=0.1)
        row.first_at = row.last_at = row.computed_at = now
        row.recency_score = row.frequency_score = row.money_score = 1
        row.worth = 5
        async with shop.app.store.change() as tx:
            tx.add(row)
    night = SegmentNight(night=now.date(), fitted={}, totals={"stages": here, "named": 2})
    night.seconds, night.at = 1.0, now
    async with shop.app.store.change() as tx:
        tx.add(night)


async def stands(shop: Shop, admin: Person) -> None:
    """Where the list stands is written down."""
    async with asyncio.timeout(20):
        while True:
            async with shop.looks() as tx:
                if await sending.private_cards(tx, "customers", 0) == [admin.id]:
                    return
            await asyncio.sleep(0.05)


async def test_from_a_list_that_stands_open(shop: Shop) -> None:
    olga = await shop.admin()
    anna, maria = await greets(shop, "Анна Каренина"), await greets(shop, "Мария Болконская")
    await agrees(shop, anna, PROFILING)
    me, now = await customer_of(shop, maria), shop.clock()
    async with shop.app.store.change() as tx:
        where = consents.Where("privacy")
        await consents.give(tx, shop.app.desk.context, now, me, PROFILING, where)
    await at_risk(shop, anna, maria)
    async with shop.app.store.change() as tx:
        await promises.show(tx, now, olga.id, "customers/risk.0", 0, anew=True)
    card = await olga.waits_for("Анна Каренина")
    assert "Мария Болконская" in card.text
    await stands(shop, olga)
    me = await customer_of(shop, anna)
    async with shop.app.store.change() as tx:
        await consents.take_back(tx, shop.app.desk.context, now, me, PROFILING, where)
    await olga.waits_until(lambda: "Анна Каренина" not in card.text, timeout=20)

    async with shop.app.store.change() as tx:
        await promises.show(tx, now, olga.id, "customers/risk.0", 0)
    await olga.waits_until(lambda: "Мария Болконская" in card.text, timeout=20)
    await stands(shop, olga)
    await erases(shop, maria)
    await olga.waits_until(lambda: "Мария Болконская" not in card.text, timeout=20)
