"""Nights: who is kept by name, who moves and when, nothing twice, broken off and resumed."""

from datetime import date, timedelta
from itertools import count

from sqlalchemy import select

from models.memory.segments import Segment, SegmentMove, SegmentNight
from models.trade.orders import CANCELLED
from services.segments import plan
from services.segments.reading import Order
from services.segments.reckoning import reckon
from services.segments.views import stage_of
from tests.desk import Shop
from tests.segments.past import buyer, consent, order


async def passes_a_night(shop: Shop, *, days: float = 1) -> None:
    """The next night's work, reckoned in this process."""
    shop.clock.passes(days=days)
    await works(shop)


async def works(shop: Shop) -> None:
    """What is due, if anything is."""
    carrying = shop.app.desk.segments.carrying
    if (found := await carrying.due(shop.clock())) is None:
        return
    night, at = found
    folder = carrying.folder_of(night)
    folder.mkdir(parents=True)
    await carrying.begins(night)
    order = Order(at, carrying.currency, carrying.terms)
    await reckon(shop.app.store, order, folder, lambda stage: None)
    assert await carrying.apply(shop.clock(), night, at, 1.0)


async def stored(shop: Shop) -> dict[int, Segment]:
    async with shop.looks() as tx:
        return {one.customer_id: one for one in (await tx.execute(select(Segment))).scalars()}


async def moves(shop: Shop, customer_id: int) -> list[tuple[str, str]]:
    async with shop.looks() as tx:
        statement = select(SegmentMove).where(SegmentMove.customer_id == customer_id)
        return [(one.before, one.after) for one in (await tx.execute(statement)).scalars()]


async def nights(shop: Shop) -> list[SegmentNight]:
    async with shop.looks() as tx:
        return list((await tx.execute(select(SegmentNight))).scalars())


async def test_a_person_moves_after_two_nights_and_only_who_agreed_is_known(shop: Shop) -> None:
    weekly = await buyer(shop, "Вера", [7 * week + 1 for week in range(12)], total=900_00)
    quiet = await buyer(shop, "Глеб", [5 + 30 * month for month in range(8)], agreed=None)
    refused = await buyer(shop, "Дина", [3, 40], agreed=False)
    fallen = await buyer(shop, "Егор", [5], state=CANCELLED)
    await passes_a_night(shop)
    assert set(await stored(shop)) == {weekly}
    assert (await stored(shop))[weekly].stage == "vip"
    (first,) = await nights(shop)
    assert sum(one["people"] for one in first.totals["stages"].values()) == 3
    assert first.totals["named"] == 1 and "quality" not in first.fitted
    assert await moves(shop, weekly) == [("", "vip")]
    assert not {quiet, refused, fallen} & set(await stored(shop))

    await passes_a_night(shop, days=45)
    one = (await stored(shop))[weekly]
    assert (one.stage, one.wanted, one.nights) == ("vip", "at_risk", 1)
    await works(shop)  # the same night again: nothing to do
    assert (await stored(shop))[weekly].nights == 1
    await passes_a_night(shop)
    one = (await stored(shop))[weekly]
    assert (one.stage, one.wanted, one.vip) == ("at_risk", "", True)
    assert one.why[0]["key"] == "segment-why-rhythm"
    assert await moves(shop, weekly) == [("", "vip"), ("vip", "at_risk")]

    async with shop.app.store.change() as tx:
        await consent(tx, weekly, False, shop.clock())
    async with shop.looks() as tx:
        assert await stage_of(tx, shop.app.context, weekly) is None  # at once, not tonight
    await passes_a_night(shop)
    assert await stored(shop) == {} and await moves(shop, weekly) == []


async def test_a_night_that_was_broken_off_goes_on_and_tells_nothing_twice(shop: Shop) -> None:
    people = [await buyer(shop, f"Имя {one}", [10, 40, 70 + one]) for one in range(5)]
    carrying = shop.app.desk.segments.carrying
    shop.clock.passes(days=1)
    found = await carrying.due(shop.clock())
    assert found is not None
    night, at = found
    folder = carrying.folder_of(night)
    folder.mkdir(parents=True)
    store, size = shop.app.store, plan.PAGE
    try:
        plan.PAGE = 2
        await reckon(store, Order(at, "RUB", carrying.terms), folder, lambda stage: None)
    finally:
        plan.PAGE = size
    asked = count()
    assert not await carrying.apply(shop.clock(), night, at, 1.0, lambda: next(asked) >= 1)
    assert len(await stored(shop)) == 2 and await nights(shop) == []
    await shop.app.nightly.look()
    assert set(await stored(shop)) == set(people) and len(await nights(shop)) == 1
    assert [await moves(shop, one) for one in people] == [[("", "active")]] * 5
    assert await carrying.due(shop.clock()) is None and not folder.exists()


async def test_a_plan_made_anew_counts_no_night_twice(shop: Shop) -> None:
    weekly = await buyer(shop, "Вера", [7 * week + 1 for week in range(12)])
    await passes_a_night(shop)
    await passes_a_night(shop, days=45)
    (before,) = (await stored(shop)).values()
    night = (await nights(shop))[-1].night
    carrying = shop.app.desk.segments.carrying
    found = carrying.night_of(shop.clock())
    assert found is not None and found[0] == night
    folder = carrying.folder_of(night)
    folder.mkdir(parents=True)
    store = shop.app.store
    await reckon(store, Order(found[1], "RUB", carrying.terms), folder, lambda stage: None)
    assert list(plan.pages_of(folder, 0)) == []
    assert before.nights == 1 and (await stored(shop))[weekly].nights == 1


async def test_a_shop_without_orders_has_no_nights(shop: Shop) -> None:
    await buyer(shop, "Аня", [])
    shop.clock.passes(days=1)
    assert await shop.app.desk.segments.carrying.due(shop.clock()) is None
    async with shop.app.store.change() as tx:
        tx.add(order(1, shop.clock() - timedelta(days=2), 100))
    assert await shop.app.desk.segments.carrying.due(shop.clock()) is not None
    assert isinstance(shop.app.desk.segments.carrying.night_of(shop.clock())[0], date)
