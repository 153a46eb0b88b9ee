"""The main job: a question goes to the right people and the answer comes back."""

from tests.desk import Shop


async def test_a_question_is_answered_in_the_forum(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")

    await anna.says("сколько стоит доставка в Тверь и сколько дней идёт?")
    await anna.waits_for("№1")
    await boris.waits_for("№1", chat=group)

    await boris.presses("Взять №1")
    await anna.waits_for("Борис")
    question = await boris.waits_for("доставка в Тверь", chat=group)
    await boris.says("350 рублей, два дня", chat=group, thread=question.topic)
    answer = await anna.waits_for("350 рублей")
    assert "Борис" in (answer.text or "")

    await boris.presses("✅ Решено")
    await anna.waits_for("Вопрос решён?")
    assert [ticket.state for ticket in await shop.tickets()] == ["resolved"]
