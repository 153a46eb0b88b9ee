"""Customers follow their orders; their questions and their orders are one story."""

from sqlalchemy import select

from models.trade.carts import CartLine
from models.trade.products import Variant
from services.trade.order_views import PAGE
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.trade.ordered import (
    BELL,
    HELMET,
    PATIENCE,
    customer,
    events,
    links,
    order_now,
    orders,
    presses,
    stock_now,
    stocked,
    told,
)

WHERE = "где мой заказ? жду уже третий день"


async def move(shop: Shop, number: int, state: str, **more: object) -> None:
    """As if staff had brought an order there."""
    async with shop.app.store.change() as tx:
        order = await tx.get_one(type(await order_now(shop)), number)
        order.state, order.changed_at = state, shop.clock()
        for name, value in more.items():
            setattr(order, name, value)


async def test_the_list_the_card_where_it_is_and_the_receipt(shop: Shop) -> None:
    anna = await customer(shop)
    await anna.says("/orders")
    await anna.waits_for("пока нет заказов", timeout=PATIENCE)
    helmet, bell = await stocked(shop, stock=50), await stocked(shop, BELL, 50_000, stock=50)
    for _ in range(PAGE + 1):
        await orders(shop, anna, (helmet, 1), (bell, 2))
    await move(
        shop, 1, "shipped", carrier="cdek", tracking="77", tracking_url="https://x.example/77"
    )
    await anna.says("/orders")
    page = await anna.waits_for("Ваши заказы: 7", timeout=PATIENCE)
    assert f"{HELMET} и ещё 1" in page.text and "№1\u00a0" not in page.text
    assert page.buttons[:PAGE] == [f"Заказ №{number}" for number in range(7, 1, -1)]
    await anna.presses(page, "▶️")
    await presses(anna, page, "Заказ №1")
    card = await anna.waits_for("В пути: СДЭК, трек-номер 77", timeout=PATIENCE)
    assert links(card) == ["https://x.example/77"] and "✅ Оформлен сегодня" in card.text
    await anna.presses(card, "Где он?")
    where = await anna.waits_for(
        lambda one: "В пути" in one.text and "Спросить человека" in one.buttons and one is not card,
        timeout=PATIENCE,
    )
    assert links(where) == ["https://x.example/77"]
    await anna.presses(card, "Состав и сумма")
    receipt = await anna.waits_for("не кассовый чек", timeout=PATIENCE)
    assert (
        "Велосклад Спица" in receipt.text and "2 × 500\u00a0₽ = 1\u00a0000\u00a0₽" in receipt.text
    )


async def test_cancelled_once_and_ordered_again(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = await customer(shop)
    helmet, bell = await stocked(shop, stock=9), await stocked(shop, BELL, 50_000)
    placed = await orders(shop, anna, (helmet, 2), (bell, 1))
    card = await anna.waits_for("Заказ №1", timeout=PATIENCE)
    await presses(anna, card, "Отменить")
    ask = await anna.waits_for("Отменить заказ №1?", timeout=PATIENCE)
    await anna.presses(ask, "Да, отменить")
    await anna.waits_for("отменён: вы его отменили", timeout=PATIENCE)
    again = sealed(shop, anna.id, "ocancelyes", placed.ref)
    assert "отменён" in await answer_to(anna, card, again)
    assert (await stock_now(shop, helmet), await stock_now(shop, bell)) == (9, 5)
    await boris.waits_until(
        lambda: any("Заказов в работе нет" in one.text for one in boris.sees(chat=group)),
        timeout=PATIENCE,
    )
    async with shop.app.store.change() as tx:
        (await tx.get_one(Variant, helmet)).price = 399_000
        (await tx.get_one(Variant, bell)).stock = 0
    await anna.presses(card, "Повторить")
    said = await anna.waits_for("Положили в корзину", timeout=PATIENCE)
    assert f"{HELMET}: было 3\u00a0490\u00a0₽, теперь 3\u00a0990\u00a0₽" in said.text
    assert f"{BELL}: сейчас нет" in said.text
    async with shop.looks() as tx:
        lines = list((await tx.execute(select(CartLine))).scalars())
    assert [(one.variant_id, one.quantity) for one in lines] == [(helmet, 2)]
    await shop.settles()
    assert told(anna, "отменён: вы") == 1
    assert await events(shop) == ["confirm", "cancel"]


async def test_where_is_my_order_is_answered_beside_the_ticket_number(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna, vera = await customer(shop), await customer(shop, "Вера")
    helmet = await stocked(shop, stock=50)
    for person in (anna, anna, vera):
        await orders(shop, person, (helmet, 1))
    await move(shop, 2, "packed")
    await anna.says(WHERE)
    told_at_once = await anna.waits_for("Где мой заказ", timeout=PATIENCE)
    assert "Заказ №2. Собран, готовим к отправке." in told_at_once.text
    await boris.waits_for("ждут: 1", chat=group, timeout=PATIENCE)
    await boris.presses("Взять №1", chat=group)
    ticket = await boris.waits_for(
        "Заказ №2 · собран · 3\u00a0840\u00a0₽", chat=group, timeout=PATIENCE
    )
    await boris.presses(ticket, "Покупатель")
    known = await boris.waits_for("Заказов: 2, на 7\u00a0680\u00a0₽", chat=group, timeout=PATIENCE)
    assert {"№1", "№2"} <= set(known.buttons)
    await anna.says("и по заказу №1 тоже скажите, и по заказу 3")
    await shop.settles()
    assert [one.order_id for one in await shop.tickets()] == [1]
    await vera.says("Добрый день! Где мой заказ 1? Когда привезёте?")
    await vera.waits_for("Заказ №3. Подтверждён. Мы его получили", timeout=PATIENCE)
    assert [one.order_id for one in await shop.tickets()] == [1, 3]


async def test_a_wish_outlives_the_acceptance(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    anna = await customer(shop, "Анна")
    await orders(shop, anna, (await stocked(shop), 1))
    card = await anna.waits_for("Заказ №1", timeout=PATIENCE)
    await presses(anna, card, "Изменить")
    await anna.waits_for("Что изменить в заказе №1?", timeout=PATIENCE)
    await anna.says("Лучше красный")
    await anna.waits_for("Изменить или отменить заказ", timeout=PATIENCE)
    await boris.says("/orders 1")
    work = await boris.waits_for("Покупатель просит: изменить заказ", timeout=PATIENCE)
    await presses(boris, work, "Принять")
    await boris.waits_until(lambda: "собираем" in work.text, timeout=PATIENCE)
    assert "Покупатель просит: изменить заказ" in work.text


async def test_wishes_reach_the_staff_with_the_order(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = await customer(shop, "Ann", "en")
    await orders(shop, anna, (await stocked(shop), 1))
    card = await anna.waits_for("Order №1", timeout=PATIENCE)
    await presses(anna, card, "Change")
    await anna.waits_for("What should be changed in order №1?", timeout=PATIENCE)
    await anna.says("A red one instead, please")
    await anna.waits_for("Change or cancel an order", timeout=PATIENCE)
    await move(shop, 1, "accepted")
    await presses(anna, card, "Cancel")
    ask = await anna.waits_for("can't be cancelled at once", timeout=PATIENCE)
    await anna.presses(ask, "Ask to cancel it")
    await anna.waits_for("№1. ", timeout=PATIENCE)
    await boris.waits_for("ждут: 1", chat=group, timeout=PATIENCE)
    await boris.presses("Взять №1", chat=group)
    ticket = await boris.waits_for("просит: отменить заказ", chat=group, timeout=PATIENCE)
    await boris.waits_for("A red one instead", chat=group, timeout=PATIENCE)
    await presses(boris, ticket, "Заказ №1")
    work = await boris.waits_for("Покупатель просит: отменить заказ", chat=group, timeout=PATIENCE)
    await presses(boris, work, "Отменить")
    await presses(boris, work, "Попросил покупатель")
    await anna.waits_for("Order №1 is cancelled: as you asked.", timeout=PATIENCE)
    await shop.settles()
    assert [(one.order_id, one.subject) for one in await shop.tickets()] == [
        (1, "A red one instead, please")
    ]
    assert await events(shop) == ["confirm", "ask", "ask", "cancel"]
