"""An emoji is a word, too: a thumb up after the answer is thanks, not a new matter."""

from datetime import UTC, datetime, timedelta

from services.decide import place_of
from services.understanding import is_angry
from tests.desk import Shop

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


async def test_a_thumb_up_after_resolving_does_not_reopen(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("сколько стоит доставка в Тверь и сколько дней идёт?")
    await boris.waits_for("№1", chat=group)
    await boris.presses("Взять №1")
    await anna.waits_for("Борис")
    await boris.says("/resolve 1")
    await anna.waits_for("Вопрос решён?")

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


async def test_a_sticker_alone_is_answered_kindly_and_makes_no_ticket(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.sends("sticker")
    said = await anna.waits_for("Спасибо за стикер")
    await shop.settles()
    assert await shop.tickets() == []
    await anna.presses(said, "Позвать человека")
    await anna.waits_for("№1", since=0)


def test_a_sticker_after_the_end_reopens_nothing_but_an_angry_one_asks() -> None:
    gone = {"resolved_at": NOW - timedelta(hours=1), "now": NOW}
    assert place_of(None, "resolved", "delivery", **gone, gesture=True) == "chat"
    assert place_of(None, "resolved", "delivery", **gone, pointed=True, gesture=True) == "chat"
    assert place_of(None, "taken", "delivery", None, NOW, gesture=True) == "join"
    assert place_of(None, "resolved", "delivery", **gone) == "reopen"
    assert is_angry("🤬") and not is_angry("👍") and not is_angry("")
