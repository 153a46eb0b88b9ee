"""Taking: one tap, two people, a forum, a plain group, a bot without rights, an agent unseen."""

import asyncio

from sqlalchemy import update

from models.people import Staff
from tests.desk import Shop
from tests.staff.scenes import PATIENCE, QUESTION, asks, in_forum, in_private, ticket, toast


async def test_two_agents_press_at_once_and_one_gets_it(shop: Shop) -> None:
    boris, vera = await shop.agent("Борис", "orders"), await shop.agent("Вера", "orders")
    group = await shop.group("Заказы", "orders", boris, vera)
    await asks(shop)
    await boris.waits_for("№1", chat=group, timeout=PATIENCE)
    await vera.waits_for("№1", chat=group, timeout=PATIENCE)
    presses = await asyncio.gather(
        boris.presses("Взять №1", chat=group), vera.presses("Взять №1", chat=group)
    )
    told = [await toast(press) for press in presses]
    assert sum("Обращение ваше" in text for text in told) == 1
    assert sum("уже ведёт" in text for text in told) == 1
    assert (await ticket(shop)).state == "taken"
    await shop.settles()
    assert len([one for one in group.topics.values() if one.id]) == 1


async def test_a_topic_opens_with_card_and_the_whole_history(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = await asks(shop)
    await anna.says("и ещё: можно ли самовывоз?")
    await anna.sends_album("photo", 3, caption="вот что мне нужно")
    await anna.sends("voice")
    await boris.waits_for("№1", chat=group, timeout=PATIENCE)
    await shop.settles()
    await boris.presses("Взять №1", chat=group)
    await boris.waits_for(lambda one: one.kind == "voice", chat=group, timeout=PATIENCE)
    await shop.settles()
    thread = (await ticket(shop)).place_thread_id
    seen = boris.sees(chat=group, thread=thread)
    kinds = [one.kind for one in seen if one.kind != "service"]
    assert kinds == ["text", "text", "text", "photo", "photo", "photo", "voice"]
    assert len({one.album for one in seen if one.kind == "photo"}) == 1
    assert "№1" in seen[1].text and "Анна" in seen[1].text
    assert seen[2].text == QUESTION


async def test_in_a_plain_group_the_conversation_is_private(shop: Shop) -> None:
    scene = await in_private(shop)
    question = await scene.question()
    assert question.reply_to is not None and "№1" in question.reply_to.text
    await scene.writes("350 рублей, два дня")
    answer = await scene.anna.waits_for("350 рублей", timeout=PATIENCE)
    assert answer.text == "Борис:\n350 рублей, два дня"


async def test_without_the_right_to_make_topics_it_is_private_too(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    await group.add_bot(rights=["can_pin_messages", "can_delete_messages"])
    await asks(shop)
    await boris.waits_for("№1", chat=group, timeout=PATIENCE)
    await boris.presses("Взять №1", chat=group)
    await boris.waits_for("Управление темами", timeout=PATIENCE)
    await boris.waits_for(lambda one: one.text == QUESTION, timeout=PATIENCE)
    assert (await ticket(shop)).place_chat_id == boris.id


async def test_an_agent_whom_the_bot_can_not_reach_is_asked_to_start_it(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris, forum=False)
    async with shop.app.store.change() as tx:
        await tx.execute(update(Staff).where(Staff.tg_id == boris.id).values(reachable=False))
    await shop.app.directory.renew()
    await asks(shop)
    await boris.waits_for("№1", chat=group, timeout=PATIENCE)
    press = await boris.presses("Взять №1", chat=group)
    assert "нажмите «Старт»" in await toast(press)
    assert (await ticket(shop)).state == "open"


async def test_an_agent_of_another_queue_is_refused(shop: Shop) -> None:
    vera = await shop.agent("Вера", "sales")
    await asks(shop)
    await vera.says("/take 1")
    await vera.waits_for("другой очереди", timeout=PATIENCE)
    assert (await ticket(shop)).state == "open"


async def test_take_by_number_and_the_oldest(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris, forum=False)
    await asks(shop)
    await asks(shop, "Зоя")
    await boris.waits_for("№2", chat=group, timeout=PATIENCE)
    await boris.presses("Взять самое давнее", chat=group)
    await boris.waits_for("№1", chat=shop.playground.bot, timeout=PATIENCE)
    await boris.says("/take 2")
    await boris.waits_for("№2", chat=shop.playground.bot, timeout=PATIENCE)
    assert [one.state for one in await shop.tickets()] == ["taken", "taken"]
    await boris.says("/take 2")
    await boris.waits_for("№2 уже у вас", timeout=PATIENCE)
    await boris.says("/take")
    await boris.waits_for("/take 12", timeout=PATIENCE)
    await boris.says("/take 99")
    await boris.waits_for("Такого обращения нет", timeout=PATIENCE)


async def test_who_takes_by_command_in_private_reads_where_it_opens(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    await asks(shop)
    await boris.waits_for("№1", chat=group, timeout=PATIENCE)
    await boris.says("/take 1")
    told = await boris.waits_for("Обращение ваше", timeout=PATIENCE)
    assert "тема открывается в группе" in told.text
    await boris.waits_for(QUESTION, chat=group, timeout=PATIENCE)


async def test_an_answer_needs_no_taking_before_it(shop: Shop) -> None:
    scene = await in_forum(shop)
    vera = await shop.agent("Вера", "orders")
    await scene.group.adds(vera)
    await vera.says("я тоже тут", chat=scene.group, thread=await scene.thread())
    answer = await scene.anna.waits_for("я тоже тут", timeout=PATIENCE)
    assert answer.text.startswith("Вера:")
