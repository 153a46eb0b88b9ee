"""One truth: what a customer says of themself is what the checkout offers, and what orders say
stands in the profile with its source."""

import pytest

from services.shop_file import ShopSeed
from tests.desk import Shop
from tests.profile.known import agrees, card, entries, newcomer
from tests.trade.goods import renew
from tests.trade.market import opens_cart, orders, puts, selling, stocked


@pytest.fixture(scope="session")
def seed(seed: ShopSeed) -> ShopSeed:
    """A shop that delivers."""
    return selling(seed)


async def test_a_declared_phone_and_address_are_offered(shop: Shop) -> None:
    bell = await stocked(shop)
    anna = await newcomer(shop, "Анна Петрова", "ru", "memory")
    await anna.says("/profile")
    await anna.waits_for("О вас")
    await anna.presses("Адреса")
    await anna.waits_for("Пока ни одного")
    for address in ("Тверь, Советская, 1", "Тверь, Новая, 2"):
        await anna.presses("Добавить адрес")
        await anna.waits_for("Напишите адрес")
        await anna.says(address)
        await anna.waits_for(f"1. {address}")
    await anna.presses(card(shop, anna, "Назад"), "Назад")
    await anna.waits_for("О вас")
    await anna.presses("Имя и контакты")
    await anna.waits_for(lambda one: "+ Телефон" in str(one.buttons))
    await anna.presses("+ Телефон")
    await anna.waits_for("Какой у вас телефон")
    await anna.taps("Отправить мой номер")
    await anna.waits_for("Телефон: +")
    await puts(shop, anna, bell)
    await opens_cart(anna)
    await anna.presses("Оформить заказ")
    await anna.waits_for("Как вам удобнее получить")
    await anna.presses("Курьер")
    await anna.waits_for("удобнее заплатить")
    await anna.presses("При получении")
    summary = await anna.waits_for("Проверьте")
    assert "Адрес: Тверь, Новая, 2" in summary.text
    await anna.presses("Адрес")
    await anna.waits_for(lambda one: "Тверь, Советская, 1" in one.buttons)
    await anna.presses("Тверь, Советская, 1")
    await anna.waits_for("Адрес: Тверь, Советская, 1")


async def test_what_orders_say_can_be_confirmed_or_taken_out_for_good(shop: Shop) -> None:
    bell = await stocked(shop, stock=9)
    await renew(shop)
    anna = await newcomer(shop, "Анна", "ru")
    customer_id = await agrees(shop, anna, "memory", "profiling")
    for _ in range(2):
        await puts(shop, anna, bell)
        await opens_cart(anna)
        await anna.presses("Оформить заказ")
        if not await orders(shop):
            await anna.waits_for("Как вам удобнее получить")
            await anna.presses("Самовывоз")
            await anna.waits_for("ваш телефон")
            await anna.says("8 916 123-45-67")
            await anna.waits_for("удобнее заплатить")
            await anna.presses("При получении")
            await anna.waits_for("Проверьте")
            await anna.presses("Запомнить")
            await anna.waits_for(lambda one: "Не запоминать" in str(one.buttons))
        else:
            await anna.waits_for("Проверьте")
        await anna.presses("Подтвердить")
        await anna.waits_for("Подтверждён")
        await shop.settles()
    known = await entries(shop)
    assert ("phone", "+79161234567", "inferred") in known
    assert any(field == "interest" and source == "inferred" for field, _, source in known)
    await anna.says("/profile")
    await anna.waits_for("О вас")
    await anna.presses("Имя и контакты")
    page = await anna.waits_for("Телефон: +79161234567")
    assert "из заказа №" in page.text
    await anna.presses(card(shop, anna, "+ Имя"), "Телефон")
    await anna.waits_for(lambda one: "Верно" in one.buttons)
    await anna.presses("Верно")
    await anna.waits_for("вы указали сами")
    await anna.presses(card(shop, anna, "+ Имя"), "Назад")
    await anna.waits_for("О вас")
    await anna.presses("Интересы")
    page = await anna.waits_for("2 заказа")
    entry = next(one for one in page.buttons if one.startswith("✎"))
    await anna.presses(page, entry)
    await anna.waits_for(lambda one: "Убрать" in one.buttons)
    await anna.presses("Убрать")
    await anna.waits_for(
        lambda one: "Своими словами" in str(one.buttons) and "✎" not in str(one.buttons)
    )
    await anna.says("/profile")
    await anna.waits_for("О вас")
    assert not [one for one in await entries(shop) if one[0] == "interest"]
    assert customer_id
