"""Groups that are not ours are left; groups that are lost or migrate lose nothing."""

from sqlalchemy import select

from models.queues import Queue
from tests.desk import Shop

QUESTION = "сколько стоит доставка в Тверь и сколько дней идёт?"


async def chat_of(shop: Shop, key: str) -> int | None:
    async with shop.looks() as tx:
        return await tx.scalar(select(Queue.chat_id).where(Queue.key == key))


async def test_a_strangers_group_is_left_politely(shop: Shop) -> None:
    eve = shop.playground.user("Ева", language="ru")
    group = shop.playground.group("Чужая", members=[eve])
    await group.add_bot(by=eve)
    await shop.settles()
    shop.clock.passes(seconds=10)
    await eve.waits_for("только в группах своего магазина", chat=group)
    await eve.waits_until(lambda: shop.playground.bot.id not in group.chat.members)


async def test_an_admins_group_is_waited_for_reminded_and_left(shop: Shop) -> None:
    olga = await shop.admin()
    group = shop.playground.group("Новая", members=[olga])
    await group.add_bot(by=olga)
    await olga.waits_for("какую очередь ведёт эта группа", chat=group)
    await shop.settles()
    shop.clock.passes(minutes=61)
    await olga.waits_for("ещё не привязана", chat=group)
    shop.clock.passes(hours=23)
    await olga.waits_for("так и не привязали", chat=group)
    await olga.waits_until(lambda: shop.playground.bot.id not in group.chat.members)


async def test_nobody_is_answered_in_a_group_that_is_not_ours(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = shop.playground.group("Чужая", members=[boris])
    await group.add_bot(by=boris)
    await boris.says("/queue", chat=group)
    await boris.says("есть кто?", chat=group)
    await shop.settles()
    texts = [message.text for message in group.sees() if message.sender is shop.playground.bot]
    assert texts == []


async def test_a_removed_bot_moves_board_and_conversation(shop: Shop) -> None:
    olga = await shop.admin()
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    vera = shop.playground.user("Вера", language="ru")
    await anna.says(QUESTION)
    await boris.waits_for("№1", chat=group)
    await boris.presses("Взять №1")
    await boris.waits_for("доставка в Тверь", chat=group)
    await vera.says(QUESTION)
    await vera.waits_for("№2")

    await group.remove_bot()

    await olga.waits_for("больше не может писать в группу очереди «Заказы»")
    await olga.waits_for("№2")
    question = await boris.waits_for("доставка в Тверь", chat=shop.playground.bot)
    await boris.says("350 рублей", reply_to=question)
    await anna.waits_for("350 рублей")
    assert await chat_of(shop, "orders") is None


async def test_a_migrated_group_keeps_its_queue_by_its_message(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris, forum=False)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await boris.waits_for("№1", chat=group)

    new = await group.migrates()

    await boris.waits_for("стала супергруппой", chat=new)
    await boris.waits_for("№1", chat=new)
    assert await chat_of(shop, "orders") == new


async def test_a_migrated_group_keeps_its_queue_by_the_error(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris, forum=False)
    old = group.id
    new = await group.migrates()
    shop.playground.bot.updates.clear()
    async with shop.app.store.change() as tx:
        row = (await tx.execute(select(Queue).where(Queue.key == "orders"))).scalar_one()
        row.chat_id = old
    await shop.app.book.renew()

    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await boris.waits_for("№1", chat=new, since=0)
    assert await chat_of(shop, "orders") == new


async def test_somebody_elses_arrival_is_told_to_the_admins(shop: Shop) -> None:
    olga = await shop.admin()
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    eve = shop.playground.user("Ева", language="ru")
    vera = await shop.agent("Вера", "orders")
    await group.adds(vera)
    await group.adds(eve)
    said = await olga.waits_for("человек не из состава")
    assert "Ева" in said.text


async def test_a_stranger_who_presses_the_board_is_refused(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    eve = shop.playground.user("Ева", language="ru")
    group = await shop.group("Заказы", "orders", boris, eve)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await eve.waits_for("№1", chat=group)
    query = await eve.presses("Взять №1", chat=group)
    assert "сотрудники" in (await query.answered())["text"]
    assert [ticket.state for ticket in await shop.tickets()] == ["open"]
