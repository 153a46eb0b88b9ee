"""Whoever stopped all, or made a pause, is shown no stars; when it is over, they are."""

from datetime import timedelta

from services.trade.liked_view import read_liked
from services.voice import asking
from tests.customer.conversation import DELIVERY
from tests.desk import Shop
from tests.privacy.offering import customer_of, wishes
from tests.trade.ordered import customer, orders, stocked
from tests.voice.scene import PATIENCE, sees


async def test_no_stars_for_whoever_wants_no_surveys_at_present(shop: Shop) -> None:
    anna = await customer(shop)
    now, context = shop.clock(), shop.app.context
    given = {"state": "delivered", "delivered_at": now, "rated": 5}
    order = await orders(shop, anna, (await stocked(shop), 1), **given)
    await anna.says(DELIVERY)
    await anna.waits_until(lambda: sees(anna, "№1") > 1, timeout=PATIENCE)
    ticket, who = (await shop.tickets())[0], await customer_of(shop, anna)

    async def stars() -> tuple[bool, bool, bool]:
        liked = await read_liked(context, order.id, now)
        async with shop.app.store.change() as tx:
            score = await asking.ask_score(tx, context, now, who, ticket, again=False)
            later = now + timedelta(days=4)
            of_order = await asking.ask_order(tx, context, later, who, order)
        return score, of_order, liked is not None and liked.thing is not None

    await wishes(shop, anna, stopped_at=now)
    assert await stars() == (False, False, False)
    await wishes(shop, anna, stopped_at=None, paused_until=now + timedelta(days=30))
    assert await stars() == (False, False, False)
    await wishes(shop, anna, paused_until=now)
    assert await stars() == (True, True, True)
