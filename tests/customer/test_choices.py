"""The buttons of the customer's card: honest ones, old ones, forged ones, a hundred at once."""

import asyncio

from models.labels import Label
from models.messages import Message
from models.tickets import Ticket
from tests.customer.conversation import (
    DELIVERY,
    STOCK,
    button,
    how_many,
    labels,
    messages,
    takes,
    texts,
    toast,
)
from tests.desk import Shop


async def test_a_bare_photo_is_asked_about_and_the_pick_is_a_label_only_of_words(
    shop: Shop,
) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.sends("photo")
    card = await anna.waits_for("о чём оно")
    assert len(card.buttons) == 7
    await anna.presses(card, card.buttons[0])
    await anna.waits_for("Передали ваш вопрос в отдел", since=0)
    (ticket,) = await shop.tickets()
    assert ticket.state == "open" and ticket.certainty == "picked"
    assert await how_many(shop, Label) == 0


async def test_another_topic_can_be_picked_or_not(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    await anna.waits_for("Доставка")
    await anna.presses("Вопрос о другом")
    card = await anna.waits_for("О чём ваш вопрос?")
    assert "Опт и юрлица" in card.buttons and "Просто поболтать" not in card.buttons
    await anna.presses("← Назад")
    await anna.waits_for("Доставка")
    await anna.presses("Вопрос о другом")
    await anna.waits_for("О чём ваш вопрос?")
    await anna.presses("Гарантия и ремонт")
    await anna.waits_for("отдел «Забота»")
    (label,) = await labels(shop)
    assert (label.topic_key, label.origin, label.text) == (
        "warranty_repair",
        "customer_pick",
        DELIVERY,
    )


async def test_a_hundred_picks_at_once_are_one(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    await anna.waits_for("Доставка")
    await anna.presses("Вопрос о другом")
    card = await anna.waits_for("О чём ваш вопрос?")
    data = button(card, "Жалоба")
    presses = [await anna.presses(card, data=data) for _ in range(100)]
    answers = await asyncio.gather(*(one.answered() for one in presses))
    assert {one["text"] for one in answers} == {"Спасибо! Записали: «Жалоба»."}
    assert await how_many(shop, Label) == 1


async def test_forged_and_foreign_buttons_are_refused(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    eve = shop.playground.user("Ева", language="ru")
    await anna.sends("voice")
    card = await anna.waits_for("о чём оно")
    await eve.starts()
    hello = await eve.waits_for("Здравствуйте")
    data = button(card, "Доставка") if "Доставка" in card.buttons else button(card, "Позвать")
    for at in range(len(data)):
        other = data[:at] + ("x" if data[at] != "x" else "y") + data[at + 1 :]
        assert "не работает" in await toast(await anna.presses(card, data=other))
    assert "не работает" in await toast(await eve.presses(hello, data=data))
    assert "не работает" in await toast(await anna.presses(card, data=""))
    assert [one.state for one in await shop.tickets()] == ["asking"]


async def test_a_person_takes_an_open_question_at_once(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.sends("voice")
    card = await anna.waits_for("о чём оно")
    said = await toast(await anna.presses(card, "Позвать человека"))
    assert said.startswith("Сотрудник уже позван. Ответим ")
    assert await toast(await anna.presses(card, data=button(card, "Позвать"))) == said
    (ticket,) = await shop.tickets()
    assert (ticket.state, ticket.certainty, ticket.ask_until) == ("open", "guess", None)
    assert "Разбор" not in " ".join(texts(anna)) + said


async def test_a_person_on_an_open_ticket_is_coming_anyway(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    card = await anna.waits_for("Доставка")
    said = await toast(await anna.presses(card, "Позвать человека"))
    assert said.startswith("Человек уже позван: отдел «Заказы». Ответим ")


async def test_a_pick_after_it_was_taken_is_told_to_the_agent(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    await anna.waits_for("Доставка")
    await anna.presses("Вопрос о другом")
    card = await anna.waits_for("О чём ваш вопрос?")
    data, back = button(card, "Жалоба"), button(card, "Назад")
    await takes(shop, boris, group)
    for _ in range(5):
        assert "Жалоба" in await toast(await anna.presses(card, data=data))
    await boris.waits_for("вопрос про другое: «Жалоба»", chat=group)
    assert "уже занимаются" in await toast(await anna.presses(card, data=back))
    assert [one.topic_key for one in await labels(shop)] == ["complaint"]
    (ticket,) = await shop.tickets()
    assert ticket.state == "taken"
    assert sum("вопрос про другое" in one.text for one in boris.sees(chat=group)) == 1


async def test_another_matter_gets_its_own_ticket(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await takes(shop, boris, group)
    await anna.says(STOCK)
    offer = await anna.waits_for("уже другой вопрос")
    data = button(offer, "Да")
    presses = [await anna.presses(offer, data=data) for _ in range(20)]
    answers = await asyncio.gather(*(one.answered() for one in presses))
    assert {one["text"] for one in answers} == {"Завели отдельное обращение: №2."}
    await anna.waits_for("№2 · Есть ли в наличии", since=0)
    await boris.waits_for("оно теперь в №2", chat=group, since=0)
    await shop.settles()
    assert await how_many(shop, Ticket) == 2
    assert [one.ticket_id for one in await messages(shop)] == [1, 2]
    assert not [one for one in anna.sees() if "уже другой вопрос" in one.text]


async def test_the_same_matter_stays_where_it_is(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await anna.says(STOCK)
    await anna.waits_for("уже другой вопрос")
    assert await toast(await anna.presses("Нет, это туда же")) == "Хорошо, оставили в №1."
    await anna.says(STOCK)
    await shop.settles()
    assert await how_many(shop, Ticket) == 1
    assert await how_many(shop, Message) == 3
    assert not [one for one in anna.sees() if "уже другой вопрос" in one.text]


async def test_a_reply_to_a_moved_message_goes_where_that_message_is_now(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    first = await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await takes(shop, boris, group)
    moved = await anna.says(STOCK)
    await anna.waits_for("уже другой вопрос")
    await anna.presses("Да, отдельно")
    await anna.waits_for("№2 · Есть ли в наличии", since=0)
    await anna.says("и дополню: желательно с дисковыми тормозами", reply_to=moved)
    await anna.says("и дополню: адрес на Садовой улице", reply_to=first)
    await shop.settles()
    assert [one.ticket_id for one in await messages(shop)] == [1, 2, 2, 1]


async def test_an_agents_reply_to_the_copy_of_a_moved_message_goes_there_too(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders", "sales")
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await boris.says("/take 1")
    await boris.waits_for(DELIVERY, since=0)
    await anna.says(STOCK)
    copy = await boris.waits_for(lambda one: one.text == STOCK, since=0)
    await anna.waits_for("уже другой вопрос")
    await anna.presses("Да, отдельно")
    await boris.waits_for("оно теперь в №2")
    await boris.says("Есть, дисковые тормоза тоже", reply_to=copy)
    await anna.waits_for("Есть, дисковые тормоза")
    await shop.settles()
    assert [one.ticket_id for one in await messages(shop)] == [1, 2, 2]
    assert [one.state for one in await shop.tickets()] == ["taken", "taken"]
