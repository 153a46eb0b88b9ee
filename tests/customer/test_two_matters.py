"""Two matters in one message: staff and customer see that both were noticed."""

from tests.desk import Shop

BOTH = (
    "хочу вернуть кроссовки, не подошёл размер. Заодно подскажите, сколько у меня бонусов на карте"
)


async def test_both_matters_are_named_to_customer_and_staff(shop: Shop) -> None:
    boris = await shop.agent("Борис", "care")
    group = await shop.group("Забота", "care", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(BOTH)
    card = await anna.waits_for("№1")
    assert "и другое: Баллы и карта" in (card.text or "")
    (ticket,) = await shop.tickets()
    assert ticket.matters == ["return_exchange", "loyalty"]
    await boris.waits_for("№1", chat=group, since=0)
    await boris.presses("Взять №1")
    await boris.waits_for("Вопросов, похоже, несколько: ", chat=group, since=0)


async def test_one_matter_is_not_made_two(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("Где мой заказ 4512? Жду его уже вторую неделю, и никто не звонит.")
    card = await anna.waits_for("№1")
    assert "и другое" not in (card.text or "")
    (ticket,) = await shop.tickets()
    assert ticket.matters == []
