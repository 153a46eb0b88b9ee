"""Staff change an order: what costs less is told, what costs more is asked."""

from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.staff.scenes import toast
from tests.trade.ordered import (
    PATIENCE,
    customer,
    events,
    order_now,
    orders,
    presses,
    stock_now,
    stocked,
)


async def test_staff_change_an_order_and_ask_when_it_costs_more(shop: Shop) -> None:
    boris = await shop.agent("Boris", "orders", language="en")
    anna = await customer(shop, "Ann", "en")
    helmet = await stocked(shop, "Helmet", stock=3)
    bell = await stocked(shop, "Bell", 50_000)
    placed = await orders(shop, anna, (helmet, 2), (bell, 1))
    await anna.waits_for("Order №1", timeout=PATIENCE)
    await boris.says("/queue")
    lines = await boris.waits_for("1 order is waiting to be accepted", timeout=PATIENCE)
    await boris.presses(lines, "Orders")
    await boris.waits_for("To accept: 1", timeout=PATIENCE)
    await boris.says("/orders 1")
    work = await boris.waits_for("Order №1 · to be accepted", timeout=PATIENCE)

    await presses(boris, work, "Change")
    await boris.waits_for("What should change?", timeout=PATIENCE)
    assert "Nothing has been changed" in await toast(await presses(boris, work, "Done"))
    await presses(boris, work, "➖ Bell")
    await boris.waits_for("Bell (en): taken out", timeout=PATIENCE)
    await presses(boris, work, "➖ Helmet")
    await boris.waits_for("1 instead of 2", timeout=PATIENCE)
    await presses(boris, work, "Done")
    less = await anna.waits_for("has changed", timeout=PATIENCE)
    assert "The total is now RUB\u00a03,840" in less.text
    assert (await stock_now(shop, helmet), await stock_now(shop, bell)) == (2, 5)

    await presses(boris, work, "Change")
    await boris.presses(work, data=sealed(shop, boris.id, "wask", placed.ref, "price"))
    cost = await boris.waits_for("what does delivery cost", timeout=PATIENCE)
    await boris.says("one thousand")
    await boris.waits_for("could not read the amount", timeout=PATIENCE)
    await boris.says("1 000")
    await boris.waits_for("will be RUB\u00a04,490", timeout=PATIENCE)
    await boris.waits_until(lambda: not cost.buttons, timeout=PATIENCE)
    asked = await presses(boris, work, "Done")
    assert "asked the customer" in await toast(asked)
    question = await anna.waits_for("need your yes.", timeout=PATIENCE)
    await boris.waits_for("Waiting for the customer's yes", timeout=PATIENCE)
    assert (await order_now(shop)).total == 384_000
    other = sealed(shop, anna.id, "oagree", placed.ref, "999")
    assert "no longer stands" in await answer_to(anna, question, other)
    await presses(anna, question, "I agree")
    await anna.waits_for("The total is now RUB\u00a04,490", timeout=PATIENCE)
    await shop.settles()
    assert (await order_now(shop)).total == 449_000
    late = sealed(shop, anna.id, "oagree", placed.ref, "449000")
    assert "no longer stands" in await answer_to(anna, question, late)
    assert await events(shop) == ["confirm", "change", "propose", "change"]
