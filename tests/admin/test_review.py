"""The review: a tap each, two admins at once, taking a slip back."""

import asyncio

import pytest
from sqlalchemy import select

from models.labels import PICK, TOPIC_CHANGE
from models.queues import Topic
from playground.people import Person
from tests.admin.teaching import SURE, asked, labelled, stored
from tests.conftest import OpenShop
from tests.databases import KINDS, database_url, empty_database_url
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.staff.scenes import labels

__all__ = ["database_url", "empty_database_url"]


async def reviews(shop: Shop, admin: Person) -> None:
    await admin.says("/review")
    await admin.waits_for("Разметка")


async def test_one_tap_each_and_the_card_stays_one_message(shop: Shop) -> None:
    olga = await shop.admin()
    await asked(
        shop, "где коробка с рулём", "оплатил, а писем нет", "верните за седло", "что с ней"
    )
    await olga.says("/review")
    card = await olga.waits_for("осталось: 4")
    for left, button in ((3, "Доставка"), (2, "Где мой заказ"), (1, "Доставка")):
        await olga.presses(card, button)
        await olga.waits_for(f"осталось: {left}")
    assert "сегодня: 3" in card.text
    await shop.settles()
    said = await labels(shop)
    assert sorted(one.topic_key for one in said) == ["delivery", "delivery", "order_status"]
    assert {(one.origin, one.author_tg_id) for one in said} == {("review", olga.id)}
    cards = [one for one in olga.sees() if "Разметка" in one.text]
    assert cards == [card]


async def test_the_card_says_who_thought_what(shop: Shop) -> None:
    olga = await shop.admin()
    boris = await shop.agent("Борис", "orders")
    [number] = await asked(shop, "верните <b>деньги</b> за седло", ranked=SURE, decision="route")
    assert await stored(shop) == []
    await labelled(shop, number, "refund", PICK, 5)
    await labelled(shop, number, "payment", TOPIC_CHANGE, boris.id)
    await olga.says("/review")
    card = await olga.waits_for("мнения разошлись")
    assert "верните <b>деньги</b> за седло" in card.text
    assert "Модель: Доставка 98\u00a0%" in card.text
    assert "Покупатель Анна: Возврат денег" in card.text
    assert "Борис: Оплата" in card.text
    assert card.buttons[:3] == ["Возврат денег", "Оплата", "Доставка"]


@pytest.mark.parametrize("empty_database_url", KINDS, indirect=True)
async def test_two_admins_never_label_the_same(database_url: str, open_shop: OpenShop) -> None:
    shop = await open_shop(database_url=database_url)
    olga, ida = await shop.admin(), await shop.agent("Ида", role="admin")
    await asked(shop, "где коробка с рулём", "оплатил, а писем нет")
    await reviews(shop, olga)
    await reviews(shop, ida)
    cards = [next(m for m in one.sees() if "Разметка" in m.text) for one in (olga, ida)]
    assert cards[0].text != cards[1].text
    first = next(one for one in await stored(shop) if one.text in cards[0].text)
    topic = shop.app.book.shop.topics["refund"]
    data = [sealed(shop, one.id, "teach", str(first.id), str(topic.id)) for one in (olga, ida)]
    said = await asyncio.gather(
        *(
            answer_to(one, card, press)
            for one, card, press in zip((olga, ida), cards, data, strict=True)
        )
    )
    assert sorted(said) == sorted(
        ["Возврат денег", "Об этом сообщении уже сказали, вот следующее."]
    )
    await shop.settles()
    assert [one.text for one in await labels(shop)] == [first.text]


async def test_skip_unfit_and_undo(shop: Shop) -> None:
    olga = await shop.admin()
    await asked(shop, "где коробка с рулём", "оплатил, а писем нет", "верните за седло")
    await olga.says("/review")
    card = await olga.waits_for("осталось: 3")
    assert "↩️ Вернуть прошлое" not in card.buttons
    await olga.presses(card, "⏭ Пропустить")
    await olga.waits_for("сегодня: 0 · осталось: 2")
    shown = card.text
    await olga.presses(card, "🚫 Не для обучения")
    await olga.waits_for("сегодня: 1 · осталось: 1")
    assert [one.topic_key for one in await labels(shop)] == ["-"]
    await olga.presses(card, "↩️ Вернуть прошлое")
    await olga.waits_for("сегодня: 0 · осталось: 2")
    assert await labels(shop) == []
    assert card.text == shown
    await olga.presses(card, "↩️ Вернуть прошлое")
    await olga.waits_for("осталось: 3")
    query = await olga.presses(card, data=sealed(shop, olga.id, "unteach"))
    assert "возвращать нечего" in (await query.answered())["text"]


async def test_every_topic_is_a_page_away(shop: Shop) -> None:
    olga = await shop.admin()
    await asked(shop, "где коробка с рулём")
    await olga.says("/review")
    card = await olga.waits_for("Разметка")
    await olga.presses(card, "Другие темы…")
    await olga.waits_for(lambda one: "Страница 1 из 2 →" in str(one.buttons))
    seen = set(card.buttons)
    await olga.presses(card, "Страница 1 из 2 →")
    await olga.waits_for(lambda one: "Страница 2 из 2 →" in str(one.buttons))
    seen |= set(card.buttons)
    titles = {one.titles["ru"] for one in shop.app.book.shop.topics.values()}
    assert titles <= seen
    await olga.presses(card, "← Назад")
    await olga.waits_for(lambda one: "Другие темы…" in str(one.buttons))


async def test_a_message_may_begin_a_new_topic(shop: Shop) -> None:
    olga = await shop.admin()
    await asked(shop, "можно взять велосипед напрокат", "где коробка с рулём")
    await olga.says("/review")
    card = await olga.waits_for("Разметка")
    first = next(one for one in await stored(shop) if one.text in card.text)
    await olga.presses(card, "➕ Новая тема…")
    await olga.waits_for("Как назвать тему?")
    await olga.says("Прокат\nRental")
    await olga.waits_for("Какая очередь")
    await olga.presses("Продажи")
    await olga.waits_for("хотя бы 2")
    await olga.says("- сдаёте велики в аренду?\n- сколько стоит прокат на сутки")
    await olga.waits_for("Тема «Прокат» добавлена")
    await olga.waits_for("осталось: 1", since=0)
    await shop.settles()
    assert sorted((one.origin, one.text) for one in await labels(shop)) == [
        ("example", "сдаёте велики в аренду?"),
        ("example", "сколько стоит прокат на сутки"),
        ("review", first.text),
    ]
    assert {one.topic_key for one in await labels(shop)} == {"rental"}
    async with shop.looks() as tx:
        assert await tx.scalar(select(Topic.queue_id).where(Topic.key == "rental")) is not None
