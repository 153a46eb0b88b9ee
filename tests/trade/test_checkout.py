"""The steps of a checkout: what is asked, what can't be read, what goes together."""

import pytest

from models.trade.carts import Remembered
from services.trade.phones import phone_of
from tests.customer.conversation import customer, how_many
from tests.desk import Shop
from tests.trade.market import opens_cart, orders, puts, ready, stocked, summaries, to_summary


@pytest.mark.parametrize(
    ("said", "phone"),
    [
        ("8 (916) 123-45-67", "+79161234567"),
        ("+7 916 123 45 67", "+79161234567"),
        ("916.123.45.67", "+79161234567"),
        ("+44 20 7946 0958", "+442079460958"),
        ("12345", None),
        ("позвоните мне", None),
        ("+7 916 123 45 67 89 01 23", None),
        ("٩١٦١٢٣٤٥٦٧", None),
        ("+", None),
        ("", None),
    ],
)
def test_numbers_as_people_write_them(said: str, phone: str | None) -> None:
    assert phone_of(said) == phone


async def test_a_number_is_asked_for_until_it_is_one(shop: Shop) -> None:
    bell = await stocked(shop)
    anna = shop.playground.user("Анна", language="ru")
    await puts(shop, anna, bell)
    await opens_cart(anna)
    await anna.presses("Оформить заказ")
    await anna.waits_for("получить заказ")
    await anna.presses("Курьер")
    await anna.waits_for("адрес доставки")
    await anna.says("дом")
    await anna.waits_for("подробнее")
    await anna.says("сколько идёт доставка в Тверь?")
    await anna.waits_for("№1")
    await anna.sends("photo")
    await anna.says("Тверь, Советская, 1")
    await anna.waits_for("ваш телефон")
    await anna.sends("sticker")
    await anna.says("нет телефона")
    await anna.waits_for("разобрать номер")
    await anna.sends("contact", phone_number="+79990000000", user_id=1)
    await anna.waits_for("номер другого человека")
    await anna.shares_contact()
    await anna.waits_for("удобнее заплатить")
    assert (await customer(shop, anna)).phone is not None
    assert anna.chat().keyboards.get(anna.id) is None
    (order,) = await orders(shop)
    assert order.address == "Тверь, Советская, 1" and order.contact_phone.startswith("+")
    assert await how_many(shop, Remembered) == 0, "nothing is kept without a yes"


async def test_one_card_at_the_bottom(shop: Shop) -> None:
    bell = await stocked(shop)
    anna = await ready(shop, "Анна", bell)
    (summary,) = summaries(shop, anna)
    await anna.presses(summary, "Комментарий")
    await anna.waits_for("Напишите, что нам важно знать")
    await anna.says("код 12, <b>после шести</b>")
    again = await anna.waits_for("Комментарий: код 12, <b>после шести</b>")
    await anna.waits_until(lambda: summary.deleted)
    assert summaries(shop, anna) == [again] and again.id > summary.id
    await anna.presses(again, "Комментарий")
    await anna.waits_for("Напишите, что")
    await anna.presses("Без комментария")
    await anna.waits_for(lambda one: "Проверьте" in one.text and "код 12" not in one.text)
    await anna.presses("Отказаться")
    await anna.waits_for("заказа нет")
    await anna.says("привет, это уже не комментарий, а вопрос про велосипед")
    await anna.waits_for("№")


async def test_what_was_agreed_to_be_kept_can_be_taken_back(shop: Shop) -> None:
    bell = await stocked(shop)
    anna = shop.playground.user("Анна", language="ru")
    await puts(shop, anna, bell)
    summary = await to_summary(anna, "Курьер")
    await anna.presses(summary, "Запомнить адрес")
    await anna.waits_for(lambda one: "Не запоминать адрес и телефон" in one.buttons)
    assert await how_many(shop, Remembered) == 1
    await anna.presses(summary, "Адрес")
    await anna.waits_for("адрес доставки")
    await anna.presses("Тверь, Советская")
    await anna.waits_for("Проверьте")
    await anna.presses("Не запоминать")
    await anna.waits_for(lambda one: "Запомнить адрес" in str(one.buttons))
    assert await how_many(shop, Remembered) == 0
