"""Topics in the hands of admins: add, rename, move, merge, retire; customers' buttons follow."""

from typing import Any

from sqlalchemy import select

from models.journal import Audit
from models.labels import PICK, TOPIC_CHANGE
from models.queues import Topic
from models.tickets import Ticket
from playground.people import Person
from tests.admin.test_review import asked, labelled
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.staff.scenes import labels

OTHER = "О чём-то другом"


async def opens(admin: Person, title: str) -> Any:
    await admin.says("/topics")
    card = await admin.waits_for("Темы:")
    await admin.presses(card, title)
    await admin.waits_for("По-английски")
    return card


async def topic(shop: Shop, key: str) -> Topic:
    async with shop.looks() as tx:
        return (await tx.execute(select(Topic).where(Topic.key == key))).scalar_one()


async def verbs(shop: Shop) -> list[str]:
    async with shop.looks() as tx:
        said = select(Audit.verb).where(Audit.verb.startswith("topic_")).order_by(Audit.id)
        return list((await tx.execute(said)).scalars())


async def test_the_list_shows_queues_and_labels(shop: Shop) -> None:
    olga = await shop.admin()
    [number] = await asked(shop, "где коробка")
    await labelled(shop, number, "delivery", PICK, 5)
    await olga.says("/topics")
    card = await olga.waits_for("Темы: 19")
    assert "• Доставка — Заказы, разметки: 1" in card.text
    assert "пересекаются" not in card.text


async def test_topics_that_are_mistaken_for_each_other_are_pointed_out(shop: Shop) -> None:
    olga = await shop.admin()
    for number in await asked(shop, "где коробка", "верните за руль", "когда же приедет седло"):
        await labelled(shop, number, "refund", TOPIC_CHANGE, olga.id)
    await olga.says("/topics")
    card = await olga.waits_for("пересекаются")
    assert "«Доставка» и «Возврат денег»: 3 обращения" in card.text


async def test_a_topic_is_added_step_by_step(shop: Shop) -> None:
    olga = await shop.admin()
    await olga.says("/topics")
    await olga.waits_for("Темы:")
    await olga.presses("➕ Новая тема")
    await olga.waits_for("Как назвать тему?")
    await olga.says("Прокат")
    await olga.waits_for("ровно две строки")
    await olga.says("Доставка\nShipping")
    await olga.waits_for("уже есть")
    await olga.says("Прокат\nBike rental, day & night <b>")
    await olga.waits_for("Какая очередь")
    await olga.says("Продажи")
    await olga.waits_for("кнопкой")
    await olga.presses("Продажи")
    await olga.waits_for("хотя бы 3")
    await olga.says("сдаёте напрокат?\nСдаёте напрокат?\n123")
    await olga.waits_for("Маловато")
    await olga.says("1. сдаёте напрокат?\n• почём прокат на сутки\nвелик на выходные взять")
    await olga.waits_for("в ней 3 примера")
    card = await olga.waits_for("По-английски: Bike rental, day & night <b>", since=0)
    assert "Очередь: Продажи" in card.text
    assert [one.text for one in await labels(shop)] == [
        "сдаёте напрокат?",
        "почём прокат на сутки",
        "велик на выходные взять",
    ]
    row = await topic(shop, "bike_rental_day_nigh")
    assert row.active
    anna = shop.playground.user("Анна", language="ru")
    await anna.sends("photo")
    mine = await anna.waits_for("о чём оно")
    await anna.presses(mine, OTHER)
    await anna.waits_for(lambda one: "Прокат" in one.buttons)
    await anna.presses(mine, "Прокат")
    await anna.waits_for("«Продажи»", since=0)
    await shop.settles()
    (ticket,) = await shop.tickets()
    assert ticket.topic_id == row.id
    assert await verbs(shop) == ["topic_added"]


async def test_a_dialog_can_be_left(shop: Shop) -> None:
    olga = await shop.admin()
    await olga.says("/topics")
    await olga.waits_for("Темы:")
    await olga.presses("➕ Новая тема")
    question = await olga.waits_for("Как назвать тему?")
    await olga.presses(question, "Отменить")
    await olga.waits_until(lambda: question.deleted)
    await olga.says("Прокат\nRental")
    await olga.waits_for("ответ")
    assert "rental" not in {one.key for one in shop.app.book.shop.topics.values()}


async def test_a_dialog_left_alone_takes_no_words_the_next_day(shop: Shop) -> None:
    olga = await shop.admin()
    await opens(olga, "Доставка")
    await olga.presses("Переименовать")
    await olga.waits_for("Как назвать тему?")
    shop.clock.passes(hours=20)
    await olga.says("Прокат\nRental")
    await olga.waits_for("ответ")
    assert shop.app.book.shop.topics["delivery"].titles["ru"] == "Доставка"


async def test_new_names(shop: Shop) -> None:
    olga = await shop.admin()
    await opens(olga, "Доставка")
    await olga.presses("Переименовать")
    await olga.waits_for("Как назвать тему?")
    await olga.says("Доставка и самовывоз\nDelivery and pick-up")
    await olga.waits_for("Доставка и самовывоз")
    assert shop.app.book.shop.topics["delivery"].titles["en"] == "Delivery and pick-up"


async def test_another_queue_answers(shop: Shop) -> None:
    olga = await shop.admin()
    card = await opens(olga, "Доставка")
    await olga.presses(card, "Другая очередь")
    await olga.waits_for("Кто будет отвечать")
    assert "Разбор" not in card.buttons and "Заказы" not in card.buttons
    await olga.presses(card, "Забота")
    await olga.waits_for("Очередь: Забота")
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("сколько стоит доставка в Тверь и сколько дней идёт?")
    await anna.waits_for("Забота")


async def test_a_merged_topic_answers_as_the_other_and_comes_back(shop: Shop) -> None:
    olga = await shop.admin()
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("сколько стоит доставка в Тверь и сколько дней идёт?")
    await anna.waits_for("Доставка")
    card = await opens(olga, "Доставка")
    await olga.presses(card, "Объединить с другой")
    await olga.waits_for("С какой темой")
    await olga.presses(card, "Где мой заказ")
    await olga.waits_for("станет частью темы «Где мой заказ»")
    await olga.presses(card, "Да, объединить")
    await olga.waits_for("Where is my order")
    assert (await topic(shop, "delivery")).merged_into == "order_status"
    vera = shop.playground.user("Вера", language="ru")
    await vera.says("сколько стоит доставка в Казань и сколько дней идёт?")
    await vera.waits_for("Где мой заказ")
    await shop.settles()
    old, new = await shop.tickets()
    assert shop.app.book.shop.topic_by_id(old.topic_id) is not None
    assert old.topic_id == (await topic(shop, "delivery")).id
    assert new.topic_id == (await topic(shop, "order_status")).id
    async with shop.app.store.change() as tx:
        row = await tx.get(Ticket, old.id)
        assert row is not None
        row.state, row.resolved_at = "resolved", shop.clock()
    await anna.says("где мой заказ 4512, когда его привезут?")
    await shop.settles()
    assert [one.reopened for one in await shop.tickets()] == [1, 0]
    await opens(olga, "Доставка")
    await olga.presses("Вернуть тему")
    await olga.waits_for("Очередь: Заказы")
    back = await topic(shop, "delivery")
    assert back.active and back.merged_into is None
    assert await verbs(shop) == ["topic_merged", "topic_brought_back"]


async def test_a_retired_topic_is_neither_offered_nor_routed_to(shop: Shop) -> None:
    olga = await shop.admin()
    card = await opens(olga, "Доставка")
    await olga.presses(card, "Убрать")
    await olga.waits_for("Убрать тему «Доставка»?")
    await olga.presses(card, "Да, убрать")
    await olga.waits_for("Тема убрана")
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("сколько стоит доставка в Тверь и сколько дней идёт?")
    await anna.waits_for("№1")
    await shop.settles()
    (ticket,) = await shop.tickets()
    assert shop.app.book.shop.queues[ticket.queue_id].is_triage
    vera = shop.playground.user("Вера", language="ru")
    await vera.sends("photo")
    mine = await vera.waits_for("о чём оно")
    await vera.presses(mine, OTHER)
    await vera.waits_for(lambda one: "Возврат денег" in one.buttons and len(one.buttons) > 10)
    assert "Доставка" not in mine.buttons
    stale = sealed(shop, vera.id, "pick", (await shop.tickets())[1].ref, "delivery")
    assert "не работает" in await answer_to(vera, mine, stale)


async def test_small_talk_stays_as_it_is(shop: Shop) -> None:
    olga = await shop.admin()
    await olga.says("/topics")
    card = await olga.waits_for("Темы:")
    number = shop.app.book.shop.topics["smalltalk"].id
    said = await answer_to(olga, card, sealed(shop, olga.id, "retiretopic", str(number)))
    assert "отвечает сам бот" in said


async def test_nobody_but_admins(shop: Shop) -> None:
    await shop.admin()
    sonya = await shop.agent("Соня", role="supervisor")
    await asked(shop, "где коробка")
    for words in ("/topics", "/review"):
        await sonya.says(words)
        await sonya.waits_for("У вашей роли")
    here = sonya.sees()[-1]
    number = str(shop.app.book.shop.topics["delivery"].id)
    for verb in (
        "retiretopic",
        "mergetopic",
        "movetopic",
        "renametopic",
        "addtopic",
        "teach",
        "skip",
    ):
        assert await answer_to(sonya, here, sealed(shop, sonya.id, verb, number, "1")), verb
    async with shop.looks() as tx:
        assert not (await tx.execute(select(Topic).where(Topic.active.is_(False)))).first()
        assert (await tx.execute(select(Ticket))).scalars().one().topic_id is None
    assert await labels(shop) == [] and await verbs(shop) == []
