"""`/wish`: noted in a topic, by a reply, by the card's button; customers never see it."""

import re

from sqlalchemy import select

from models.memory.wishes import Wish
from playground.messages import Message
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.staff.scenes import QUESTION, asks, in_forum, in_private, ticket
from tests.trade.ordered import presses

PATIENCE = 15.0


async def wishes(shop: Shop) -> list[Wish]:
    """Every wish, as stored."""
    async with shop.looks() as tx:
        return list(await tx.scalars(select(Wish).order_by(Wish.id)))


async def test_in_a_topic_and_from_the_card_pressed_twice(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.writes("/wish хотел бы доставку дроном")
    await scene.writes("/wish")
    await scene.boris.waits_for("Напишите в теме", chat=scene.group, timeout=PATIENCE)
    await scene.writes("/wish 99 хотел бы ещё")
    await scene.boris.waits_for("Такого обращения нет", chat=scene.group, timeout=PATIENCE)
    card = next(one for one in scene.boris.sees(chat=scene.group) if "💡 Пожелание" in one.buttons)
    for _ in range(2):
        await presses(scene.boris, card, "💡 Пожелание")
        await scene.boris.waits_for("Чего не хватило", chat=scene.group, timeout=PATIENCE)
    await scene.writes("/wish термокружки с логотипом")
    await shop.settles()
    await scene.writes("здравствуйте, сейчас посмотрю")
    await scene.anna.waits_for("сейчас посмотрю", timeout=PATIENCE)
    kept = await wishes(shop)
    assert [one.text for one in kept] == ["хотел бы доставку дроном", "термокружки с логотипом"]
    assert {(one.ticket_id, one.customer_id, one.origin) for one in kept} == {(1, 1, "staff")}
    assert "дрон" not in scene.customer_sees() and "термокружк" not in scene.customer_sees()


async def test_while_a_wish_is_asked_for_nothing_goes_to_the_customer(shop: Shop) -> None:
    scene = await in_forum(shop)
    card = next(one for one in scene.boris.sees(chat=scene.group) if "💡 Пожелание" in one.buttons)
    await presses(scene.boris, card, "💡 Пожелание")
    await scene.boris.waits_for("Чего не хватило", chat=scene.group, timeout=PATIENCE)
    seen, thread = len(scene.anna.sees()), await scene.thread()
    for kind, more in (("sticker", {}), ("photo", {"caption": "дама капризная"}), ("voice", {})):
        await scene.boris.sends(kind, chat=scene.group, thread=thread, **more)
    hints = "Здесь нужен текст"
    await scene.boris.waits_until(
        lambda: sum(hints in one.text for one in scene.boris.sees(chat=scene.group)) == 3,
        timeout=PATIENCE,
    )
    await scene.writes("велокресло")
    await shop.settles()
    assert [one.text for one in await wishes(shop)] == ["велокресло"]
    assert len(scene.anna.sees()) == seen


async def test_what_is_asked_in_one_topic_is_not_answered_in_another(shop: Shop) -> None:
    scene = await in_forum(shop)
    boris, group = scene.boris, scene.group
    ivan = await asks(shop, "Иван", "где мой заказ 4512?")
    await boris.waits_for("№2", chat=group, timeout=PATIENCE)
    await boris.presses("Взять №2", chat=group)
    await boris.waits_for("заказ 4512", chat=group, timeout=PATIENCE)
    await shop.settles()
    card = next(one for one in boris.sees(chat=group) if "💡 Пожелание" in one.buttons)
    await presses(boris, card, "💡 Пожелание")
    await boris.waits_for("Чего не хватило", chat=group, timeout=PATIENCE)
    other = (await ticket(shop, 2)).place_thread_id
    await boris.says("везём сегодня", chat=group, thread=other)
    await ivan.waits_for("везём сегодня", timeout=PATIENCE)
    await scene.writes("термокружки")
    await shop.settles()
    assert [(one.text, one.ticket_id) for one in await wishes(shop)] == [("термокружки", 1)]


async def test_cancel_ends_it_and_late_words_are_asked_about(shop: Shop) -> None:
    maria = await shop.agent("Мария", "orders")
    scene = await in_forum(shop, colleagues=(maria,))
    boris, anna, group = scene.boris, scene.anna, scene.group
    card = next(one for one in boris.sees(chat=group) if "💡 Пожелание" in one.buttons)

    async def pressed() -> Message:
        await presses(boris, card, "💡 Пожелание")
        return await boris.waits_for("Чего не хватило", chat=group, timeout=PATIENCE)

    for words in ("/cancel", "Отмена"):
        asked = await pressed()
        assert re.search(r"Ответьте, пожалуйста, (сегодня|завтра) до \d+:\d\d", asked.text)
        await scene.writes(words)
        await boris.waits_for("Бот больше не ждёт", chat=group, timeout=PATIENCE)
        await shop.settles()
        assert asked.buttons == []

    asked = await pressed()
    assert "не вам" in await answer_to(maria, asked, asked.button_rows[0][0]["callback_data"])
    await shop.settles()
    assert asked.buttons == ["Не надо"]
    shop.clock.passes(minutes=21)
    late = await scene.writes("дама капризная, дайте скидку")
    ask = await boris.waits_for("пока никому не ушло", chat=group, timeout=PATIENCE)
    assert "капризная" not in scene.customer_sees() and await wishes(shop) == []
    forged = ask.button_rows[0][0]["callback_data"]
    assert "не работает" in await answer_to(maria, ask, forged)
    await boris.edits(late, "/ дайте скидку")
    assert "ничего не ушло" in await answer_to(boris, ask, forged)
    await boris.edits(late, "Здравствуйте! Скидка 50 %")
    await boris.edits(late, "Здравствуйте! Скидка 5 %")
    await boris.presses(ask, "Отправить покупателю")
    await anna.waits_for("Скидка 5 %", timeout=PATIENCE)
    assert "капризная" not in scene.customer_sees()
    await boris.edits(late, "Здравствуйте! Скидка 7 %")
    await anna.waits_for("Скидка 7 %", timeout=PATIENCE)
    await scene.writes("и велокресла")
    await anna.waits_for("и велокресла", timeout=PATIENCE)

    await pressed()
    shop.clock.passes(minutes=21)
    thread = await scene.thread()
    photos = await boris.sends_album("photo", 3, chat=group, thread=thread)
    ask = await boris.waits_for("пока никому не ушло", chat=group, timeout=PATIENCE)
    await shop.settles()
    assert not any(one.kind == "photo" for one in anna.sees())
    await boris.edits(photos[1], "Вот такая упаковка")
    await boris.presses(ask, "Отправить покупателю")
    await anna.waits_until(
        lambda: sum(one.kind == "photo" for one in anna.sees()) == 3, timeout=PATIENCE
    )
    assert "Вот такая упаковка" in scene.customer_sees()


async def test_in_private_a_reply_is_the_wish_itself_once(shop: Shop) -> None:
    scene = await in_private(shop)
    await scene.writes("/wish")
    await shop.settles()
    await scene.writes("/wish")
    await scene.boris.waits_for("уже записано", timeout=PATIENCE)
    await scene.boris.says("/wish чего-то, не знаю чего")
    await scene.boris.waits_for("Напишите в теме", timeout=PATIENCE)
    await scene.boris.says("/wish 1 велокресло")
    await shop.settles()
    assert [one.text for one in await wishes(shop)] == [QUESTION, "велокресло"]


async def test_in_private_a_reply_to_another_ticket_is_for_its_customer(shop: Shop) -> None:
    scene = await in_private(shop)
    boris, bot = scene.boris, shop.playground.bot
    ivan = await asks(shop, "Иван", "где мой заказ 4512?")
    await boris.says("/take 2")
    his = await boris.waits_for("заказ 4512", chat=bot, timeout=PATIENCE, since=0)
    card = next(one for one in boris.sees(chat=bot) if "💡 Пожелание" in one.buttons)
    assert "№1" in card.text
    await presses(boris, card, "💡 Пожелание")
    await boris.waits_for("Чего не хватило", chat=bot, timeout=PATIENCE)
    await boris.says("везём сегодня", reply_to=his)
    await ivan.waits_for("везём сегодня", timeout=PATIENCE)
    await scene.writes("термокружки")
    await shop.settles()
    assert [(one.text, one.ticket_id) for one in await wishes(shop)] == [("термокружки", 1)]
    assert "термокружки" not in scene.customer_sees()


async def test_strangers_and_other_queues_note_nothing(shop: Shop) -> None:
    scene = await in_private(shop)
    maria = await shop.agent("Maria", "care", language="en")
    await maria.says("/wish 1 a drone")
    await maria.waits_for("queue", timeout=PATIENCE)
    ref = (await shop.tickets())[0].ref
    assert await answer_to(maria, maria.sees()[-1], sealed(shop, maria.id, "wish", ref))
    anna = scene.anna
    assert await answer_to(anna, anna.sees()[-1], sealed(shop, anna.id, "wish", ref))
    await anna.says("/wish дрон")
    await shop.settles()
    assert await wishes(shop) == []
