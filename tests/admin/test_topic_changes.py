"""Topics that change: other names, another queue, merged, retired; customers' buttons follow."""

from sqlalchemy import select

from models.queues import Topic
from models.tickets import Ticket
from tests.admin.teaching import asked, opens, topic, verbs
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.staff.scenes import labels

OTHER = "О чём-то другом"


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
    card = await opens(olga, "Доставка")
    await olga.presses(card, "Вернуть тему")
    await olga.waits_for(lambda one: one is card and "Очередь: Заказы" in one.text)
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
