"""How often, when and what about: one page, each press in force at once."""

from tests.customer.conversation import toast
from tests.desk import Shop
from tests.profile.known import card, newcomer, preference


async def test_how_often_when_and_what_about(shop: Shop) -> None:
    anna = await newcomer(shop, "Анна", "ru", "news")
    await anna.says("/profile")
    await anna.waits_for("сразу, как есть новости")
    await anna.presses("Как вам писать")
    await anna.waits_for("Тихие часы: как у магазина, их нет")
    query = await anna.presses("Раз в неделю")
    assert "Записали" in await toast(query)
    await anna.waits_for("раз в неделю")
    page = card(shop, anna, "1 в неделю")
    assert "✓ Не чаще 2 за 7 дней" in page.buttons and "3 в неделю" not in page.buttons
    await anna.presses("1 в неделю")
    await anna.waits_for(lambda one: "✓ 1 в неделю" in one.buttons)
    await anna.presses("Тихие часы")
    await anna.waits_for("новости подождут")
    await anna.presses("22:00 – 8:00")
    await anna.waits_for("Тихие часы: 22:00 – 8:00")
    await anna.presses("О чём писать")
    await anna.waits_for("Отмечено то")
    await anna.presses("Спрашивать, как прошло")
    await anna.waits_for(lambda one: "Спрашивать, как прошло" in one.buttons)
    row = await preference(shop)
    assert (row.pace, row.most, row.within_days) == ("weekly", 1, 7)
    assert (row.quiet_from, row.quiet_to) == (1320, 480)
    assert sorted(row.muted) == ["ces", "csat", "nps", "order_rating", "product_rating"]
    await anna.presses("Назад")
    await anna.waits_for("Ответы на вопросы")
    await anna.presses("Пауза 30 дней")
    await anna.waits_for("пауза до")
    await anna.presses("Не писать совсем")
    await anna.waits_for("только ответы и ваши заказы")
    assert (await preference(shop)).stopped_at is not None
    await anna.presses("Снова можно писать")
    await anna.waits_for("пауза до")
    await anna.presses("Снять паузу")
    await anna.waits_for("раз в неделю, одним")
    row = await preference(shop)
    assert row.stopped_at is None and row.paused_until is None
