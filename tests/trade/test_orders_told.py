"""What others hear of orders: complaints after a low score, supervisors of late ones."""

from sqlalchemy import select

from models.messages import Message as Stored
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
    stocked,
    told,
)


async def test_a_low_score_opens_a_complaint_with_the_words(shop: Shop) -> None:
    sonya = await shop.agent("Соня", "care", role="supervisor")
    anna = await customer(shop)
    placed = await orders(shop, anna, (await stocked(shop), 1), payment="on_delivery")
    boris = await shop.agent("Борис", "orders")
    await boris.says("/orders 1")
    work = await boris.waits_for("Заказ №1", timeout=PATIENCE)
    await presses(boris, work, "Принять")
    early = sealed(shop, anna.id, "orate", placed.ref, "1")
    card = await anna.waits_for("Приняли в работу", timeout=PATIENCE)
    assert "уже принят" in await answer_to(anna, card, early)
    await boris.presses(work, data=sealed(shop, boris.id, "wmove", placed.ref, "deliver"))
    ask = await anna.waits_for("Как вам заказ?", timeout=PATIENCE)
    assert "Спасибо" in await toast(await anna.presses(ask, "2 ⭐"))
    card = await sonya.waits_for("2 из 5 за заказ №1", timeout=PATIENCE)
    assert "Анна" in card.text and "Жалоба №1" in card.text
    own = await anna.waits_for("Разберёмся, что пошло не так", timeout=PATIENCE)
    assert not any("о другом" in button for button in own.buttons)
    await presses(anna, ask, "Добавить")
    await anna.waits_for("парой слов", timeout=PATIENCE)
    await anna.says("Шлем пришёл с трещиной")
    await anna.waits_for("Спасибо", timeout=PATIENCE)
    await shop.settles()
    ticket = (await shop.tickets())[0]
    assert (ticket.order_id, ticket.subject) == (1, "Шлем пришёл с трещиной")
    async with shop.looks() as tx:
        said = list((await tx.execute(select(Stored.text))).scalars())
    assert said == ["Шлем пришёл с трещиной"]
    done = await order_now(shop)
    assert (done.rated, done.paid) == (2, "yes")
    assert await events(shop) == ["confirm", "accept", "deliver", "paid", "rate", "comment"]


async def test_supervisors_hear_once_and_together_of_orders_nobody_accepts(shop: Shop) -> None:
    sonya = await shop.agent("Соня", "orders", role="supervisor")
    anna = await customer(shop)
    helmet = await stocked(shop, stock=50)
    await orders(shop, anna, (helmet, 1))
    await orders(shop, anna, (helmet, 2))
    shop.clock.passes(minutes=29)
    await shop.app.desk.trade.late_orders.overdue(shop.clock())
    shop.clock.passes(minutes=2)
    for _ in range(3):
        await shop.app.desk.trade.late_orders.overdue(shop.clock())
    late = await sonya.waits_for("Не приняли вовремя заказы (2)", timeout=PATIENCE)
    assert "№1 · 3\u00a0840\u00a0₽ · Анна · ждёт 31 мин" in late.text
    await sonya.presses(late, "№2")
    await sonya.waits_for("Заказ №2", timeout=PATIENCE)
    await shop.settles()
    assert told(sonya, "Не приняли вовремя") == 1
