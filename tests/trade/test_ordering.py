"""From the cart to the confirmed order, as customers do it."""

from models.trade.carts import Remembered
from tests.customer.conversation import how_many, toast
from tests.desk import Shop
from tests.trade.market import (
    cart_lines,
    changes,
    confirmations,
    events,
    lines,
    opens_cart,
    orders,
    owner_of,
    puts,
    stock_of,
    stocked,
    summaries,
    to_summary,
)


async def test_a_first_order_from_cart_to_confirmation(shop: Shop) -> None:
    bell = await stocked(shop, 120000, 5)
    anna = shop.playground.user("Анна", language="ru")
    await puts(shop, anna, bell, 2)
    summary = await to_summary(anna, "Курьер")
    for part in (
        "Звонок — 2 × 1\u00a0200\u00a0₽ = 2\u00a0400\u00a0₽",
        "Курьер (1–3 дн.): 300\u00a0₽",
    ):
        assert part in summary.text
    assert "Итого: 2\u00a0700\u00a0₽" in summary.text and "Тверь, Советская" in summary.text
    query = await anna.presses(summary, "Подтвердить")
    done = await anna.waits_for("Заказ №1\nПодтверждён")
    assert done.id == summary.id and "Подтвердить" not in str(done.buttons)
    assert "примем в работу" in done.text and "2\u00a0700\u00a0₽" in done.text
    assert await toast(query) == "Заказ №1 подтверждён."
    (order,) = await orders(shop)
    assert (order.state, order.total, order.delivery_price) == ("placed", 270000, 30000)
    assert (await owner_of(shop, order)).tg_id == anna.id
    assert await stock_of(shop, bell) == 3
    assert await cart_lines(shop) == []
    assert [(one.quantity, one.price, one.counted) for one in await lines(shop)] == [
        (2, 120000, True)
    ]
    assert await events(shop) == ["confirm"]
    assert len(confirmations(shop, anna)) == 1 and summaries(shop, anna) == []
    assert anna.chat().keyboards.get(anna.id) is None
    assert await how_many(shop, Remembered) == 0


async def test_who_agreed_to_be_remembered_orders_with_two_taps(shop: Shop) -> None:
    bell = await stocked(shop)
    anna = shop.playground.user("Анна", language="ru")
    await puts(shop, anna, bell)
    summary = await to_summary(anna, "Курьер")
    await anna.presses(summary, "Запомнить адрес")
    summary = await anna.waits_for(lambda one: "Не запоминать адрес и телефон" in one.buttons)
    await anna.presses(summary, "Подтвердить")
    await anna.waits_for("№1\nПодтверждён")
    await puts(shop, anna, bell)
    await opens_cart(anna)
    await anna.presses("Оформить заказ")
    summary = await anna.waits_for("Проверьте")
    assert "Тверь, Советская" in summary.text and "при получении" in summary.text
    await anna.presses(summary, "Подтвердить")
    await anna.waits_for("№2\nПодтверждён")


async def test_what_changed_is_said_before_anything_is_ordered(shop: Shop) -> None:
    bell = await stocked(shop, 120000, 5)
    anna = shop.playground.user("Анна", language="ru")
    await puts(shop, anna, bell, 3)
    summary = await to_summary(anna)
    await changes(shop, bell, price=130000, stock=2)
    query = await anna.presses(summary, "Подтвердить")
    shown = await anna.waits_for("Осталось 2 штуки, в корзине исправили")
    assert (
        "было 1\u00a0200\u00a0₽, стало 1\u00a0300\u00a0₽" in shown.text and shown.id == summary.id
    )
    assert "изменилось" in await toast(query)
    assert [one.state for one in await orders(shop)] == ["draft"]
    await anna.presses(shown, "Подтвердить")
    await anna.waits_for("№1\nПодтверждён")
    (order,) = await orders(shop)
    assert order.total == 260000 and await stock_of(shop, bell) == 0
