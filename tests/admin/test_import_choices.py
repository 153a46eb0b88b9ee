"""What an admin decides about a file: columns, unknown topics, contradictions, doubtful labels."""

from models.labels import Label
from tests.admin.test_importing import brings, imported
from tests.desk import Shop


async def test_unknown_topics_are_said_or_left_out(shop: Shop) -> None:
    olga = await shop.admin()
    content = "text;label\nгде коробка;Посылки\nверните деньги;refund\nпривет;мусор\n"
    await brings(olga, content)
    card = await olga.waits_for("С неизвестной темой: 2")
    assert "Сохранить: 1" in card.buttons[0]
    await olga.presses(card, "Неизвестные темы")
    await olga.waits_for("Таких тем у нас нет")
    await olga.presses(card, "Посылки")
    await olga.waits_for("Какая тема имеется в виду: «Посылки»")
    await olga.presses(card, "Доставка")
    await olga.waits_for("Какая тема имеется в виду: «мусор»")
    await olga.presses(card, "Не брать")
    await olga.waits_for("Доставка: 1")
    await olga.presses(card, "Сохранить: 2")
    await olga.waits_for("сохранено 2 примера")
    assert await imported(shop) == [("где коробка", "delivery"), ("верните деньги", "refund")]


async def test_unclear_columns_are_asked_about(shop: Shop) -> None:
    olga = await shop.admin()
    await brings(olga, "а,б,в\n1,где коробка,Груз\n2,когда привезут,Груз\n")
    card = await olga.waits_for("В каком столбце сообщения")
    await olga.presses(card, "б")
    await olga.waits_for("В каком столбце тема")
    assert "б" not in card.buttons
    await olga.presses(card, "в")
    await olga.waits_for("С неизвестной темой: 2")


async def test_contradictions_and_doubts_are_shown_before(shop: Shop) -> None:
    olga = await shop.admin()
    async with shop.app.store.change() as tx:
        tx.add(
            Label(
                text="верните деньги за седло",
                topic_key="refund",
                origin="example",
                author_tg_id=1,
                created_at=shop.clock(),
            )
        )
    rows = ["верните деньги за седло,delivery"]
    rows += ["сколько стоит доставка в Тверь и сколько дней идёт?,refund"]
    rows += ["хочу вернуть деньги за товар,refund", "сколько идёт доставка курьером?,delivery"]
    await brings(olga, "text,label\n" + "\n".join(rows) + "\n")
    card = await olga.waits_for("Расходятся с тем, что уже размечено: 1")
    assert "тема указана неверно" in card.text
    await olga.presses(card, "Похоже на ошибки")
    await olga.waits_for("Модель проверила")
    await olga.presses(card, "✖ 3")
    await olga.waits_until(lambda: "↩️ 3" in card.buttons)
    await olga.presses(card, "Назад")
    await olga.waits_for("Вы убрали: 1")
    await olga.presses(card, "Противоречия")
    await olga.waits_for("Возврат денег → Доставка")
    await olga.presses(card, "Назад")
    await olga.waits_for("Вы убрали: 1")
    await olga.presses(card, "Верить файлу")
    await olga.waits_for("Будут сохранены")
    await olga.presses(card, "Сохранить: 3")
    await olga.waits_for("сохранено 3 примера")
    assert ("верните деньги за седло", "delivery") in await imported(shop)
