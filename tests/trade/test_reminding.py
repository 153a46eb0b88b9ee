"""Summaries whose press never came: asked about once more, dropped when nobody wants them."""

from sqlalchemy import update

from models.cards import Card
from models.trade.orders import Order
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


async def test_the_end_of_a_draft_whose_card_is_gone_is_no_new_message(shop: Shop) -> None:
    bell = await stocked(shop)
    anna = await ready(shop, "Анна", bell)
    async with shop.app.store.change() as tx:
        await tx.execute(update(Card).where(Card.key.startswith("order:")).values(tg_id=None))
        await tx.execute(update(Order).values(reminded_at=shop.clock()))
    before = len(anna.sees())
    await shop.app.desk.trade.reminding.drop_old(shop.clock() + DROP_AFTER * 3)
    assert [one.state for one in await orders(shop)] == ["dropped"]
    await shop.settles()
    assert len(anna.sees()) == before
