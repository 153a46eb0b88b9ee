"""Summaries whose press never came: asked about once more, dropped when nobody wants them."""

from services.trade.reminding import DROP_AFTER, REMIND_AFTER
from tests.desk import Shop
from tests.trade.market import cart_lines, events, orders, ready, stocked, summaries


async def test_a_press_that_never_came_is_asked_for_once(shop: Shop) -> None:
    bell = await stocked(shop)
    anna = await ready(shop, "Анна", bell)
    (summary,) = summaries(shop, anna)
    shop.clock.passes(seconds=REMIND_AFTER.total_seconds() + 5)
    again = await anna.waits_for("Заказ ещё не подтверждён")
    await anna.waits_until(lambda: summaries(shop, anna) == [again])
    assert summary.deleted
    shop.clock.passes(hours=2)
    await anna.says("подтверждаю")
    await anna.waits_for("Заказ №1\nПодтверждён")
    assert await events(shop) == ["remind", "confirm"]


async def test_what_nobody_wants_is_dropped_and_the_cart_stays(shop: Shop) -> None:
    bell = await stocked(shop)
    anna = await ready(shop, "Анна", bell)
    reminding = shop.app.desk.trade.reminding
    now = shop.clock()
    await reminding.drop_old(now + DROP_AFTER * 2)
    assert [one.state for one in await orders(shop)] == ["draft"], "never without a reminder"
    await reminding.remind(now + DROP_AFTER)
    await reminding.drop_old(now + DROP_AFTER * 3)
    await anna.waits_for("мы сохранили")
    (order,) = await orders(shop)
    assert order.state == "dropped" and order.contact_phone == ""
    assert len(await cart_lines(shop)) == 1
    await anna.waits_until(lambda: summaries(shop, anna) == [])
