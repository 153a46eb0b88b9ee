"""What the shop says of an order is true at that moment, and a question is heard to its end."""

import pytest
from sqlalchemy import select

from models.tickets import Ticket
from services.shop_orders import read_orders
from services.turn import Turn
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.trade.ordered import PATIENCE, customer, order_now, orders, presses, stocked

WHERE = "где мой заказ? жду уже третий день"


async def test_asked_again_in_an_open_ticket_the_status_is_told(shop: Shop) -> None:
    anna = await customer(shop)
    await orders(shop, anna, (await stocked(shop), 1))
    await anna.says(WHERE)
    await anna.waits_for("Передали ваш вопрос", timeout=PATIENCE)
    await anna.says("ну так где мой заказ, когда он приедет?")
    told = await anna.waits_for(
        lambda one: one.text.startswith("Заказ №1") and "Спросить человека" in one.buttons,
        timeout=PATIENCE,
    )
    assert "приняли" in told.text or "примем" in told.text or "подтвердим" in told.text, told.text
    async with shop.looks() as tx:
        assert len(list(await tx.scalars(select(Ticket)))) == 1


async def test_packing_answers_no_wish_and_handing_over_does(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    anna = await customer(shop)
    await orders(shop, anna, (await stocked(shop), 1))
    card = await anna.waits_for("Заказ №1", timeout=PATIENCE)
    await presses(anna, card, "Изменить")
    await anna.says("положите, пожалуйста, синий вместо красного")
    await boris.says("/orders 1")
    work = await boris.waits_for("Заказ №1 ·", timeout=PATIENCE)
    await presses(boris, work, "Принять")
    await presses(boris, work, "Собран")
    await shop.settles()
    assert ((await order_now(shop)).state, (await order_now(shop)).wish) == ("packed", "change")
    assert "хочет" in work.text.lower() or "просит" in work.text.lower(), work.text


async def test_a_cancelled_order_asks_for_no_money(shop: Shop) -> None:
    anna = await customer(shop)
    await orders(shop, anna, (await stocked(shop), 1))
    card = await anna.waits_for("Заказ №1", timeout=PATIENCE)
    assert "пока не оплачен" in card.text
    await presses(anna, card, "Отменить")
    asked = await anna.waits_for("Отменить заказ", timeout=PATIENCE)
    await presses(anna, asked, "Да, отменить")
    await anna.waits_until(lambda: "Платить не нужно" in card.text)
    assert "не оплачен" not in card.text and "Спросить человека" in card.buttons


async def test_an_answered_question_keeps_no_buttons(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    anna = await customer(shop)
    placed = await orders(shop, anna, (await stocked(shop), 1))
    async with shop.app.store.change() as tx:
        order = await tx.get_one(type(placed), placed.id)
        order.step, order.proposal = "change", {"delivery": 99_000}
    actor = shop.app.directory.find(boris.id)
    await shop.app.desk.trade.changing.send(Turn(bot_id=0, now=shop.clock()), actor, placed.ref)
    question = await anna.waits_for("нужно ваше согласие", timeout=PATIENCE)
    await presses(anna, question, "Согласен")
    await anna.waits_until(lambda: not question.buttons)


def test_returns_lead_to_a_queue_that_there_is() -> None:
    with pytest.raises(ValueError, match=r"\[returns\] queue «carre» is not among care, orders"):
        read_orders({"returns": {"queue": "carre"}}, {"care", "orders"})


async def test_own_words_that_end_an_order_are_looked_at_once_more(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    anna = await customer(shop)
    placed = await orders(shop, anna, (await stocked(shop), 1))
    await boris.says("/orders 1")
    work = await boris.waits_for("Заказ №1 ·", timeout=PATIENCE)
    await boris.presses(work, data=sealed(shop, boris.id, "wask", placed.ref, "reason"))
    await boris.waits_for("почему отменяем", timeout=PATIENCE)
    await boris.says("Такой шлем сняли с производства")
    sure = await boris.waits_for("Анна прочтёт: «Такой шлем сняли", timeout=PATIENCE)
    assert (await order_now(shop)).state == "placed"
    await presses(boris, sure, "Отменить заказ")
    await anna.waits_for("Такой шлем сняли с производства", timeout=PATIENCE)
    assert (await order_now(shop)).state == "cancelled"
    await boris.waits_until(lambda: not sure.buttons)
    old = sealed(shop, boris.id, "woff", placed.ref, "")
    assert "не работает" in await answer_to(boris, sure, old)
