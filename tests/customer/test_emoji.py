"""An emoji is a word, too: a thumb up after the answer is thanks, not a new matter."""

from tests.desk import Shop


async def test_a_thumb_up_after_resolving_does_not_reopen(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("сколько стоит доставка в Тверь и сколько дней идёт?")
    await boris.waits_for("№1", chat=group)
    await boris.presses("Взять №1")
    await anna.waits_for("Борис")
    await boris.says("/resolve 1")
    await anna.waits_for("от 1 до 5")

    await anna.says("👍")
    await shop.settles()

    assert [ticket.state for ticket in await shop.tickets()] == ["resolved"]


async def test_marks_alone_are_asked_about(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("???")
    await anna.waits_for("№1")
    assert [ticket.state for ticket in await shop.tickets()] == ["asking"]


async def test_anger_without_words_is_asked_about(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("😡😡😡")
    await anna.waits_for("№1")
    assert [ticket.state for ticket in await shop.tickets()] == ["asking"]
