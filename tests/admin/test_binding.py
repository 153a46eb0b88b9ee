"""A group is tied to a queue: rights are looked at, the board is posted, pinned, and moves."""

from sqlalchemy import select

from models.groups import WaitingGroup
from models.queues import Queue
from tests.desk import Shop


async def queue_of(shop: Shop, key: str) -> Queue:
    async with shop.looks() as tx:
        return (await tx.execute(select(Queue).where(Queue.key == key))).scalar_one()


async def test_an_admin_ties_a_forum_and_the_board_is_pinned(shop: Shop) -> None:
    olga = await shop.admin()
    group = shop.playground.group("Заказы", forum=True, members=[olga])
    await group.add_bot(by=olga)
    await olga.waits_for("/bind orders", chat=group)

    await olga.says("/bind orders", chat=group)

    await olga.waits_for("ведёт очередь «Заказы»", chat=group)
    board = await olga.waits_for("никто не ждёт", chat=group)
    await olga.waits_until(lambda: board.id in group.chat.pinned)
    row = await queue_of(shop, "orders")
    assert (row.chat_id, row.is_forum) == (group.id, True)
    async with shop.looks() as tx:
        assert (await tx.execute(select(WaitingGroup))).first() is None


async def test_a_title_names_the_queue_as_well(shop: Shop) -> None:
    olga = await shop.admin()
    group = shop.playground.group("Кто угодно", members=[olga])
    await group.add_bot(by=olga)
    await olga.says("/bind продажи", chat=group)
    await olga.waits_for("ведёт очередь «Продажи»", chat=group)
    assert (await queue_of(shop, "sales")).is_forum is False


async def test_without_a_queue_all_are_listed(shop: Shop) -> None:
    olga = await shop.admin()
    group = shop.playground.group("Заказы", members=[olga])
    await group.add_bot(by=olga)
    await olga.waits_for("Здравствуйте", chat=group)
    for words in ("/bind", "/bind чепуха"):
        await olga.says(words, chat=group)
        said = await olga.waits_for("какую очередь ведёт", chat=group)
        assert "/bind care — Забота" in said.text
    assert (await queue_of(shop, "orders")).chat_id is None


async def test_each_missing_right_is_named(shop: Shop) -> None:
    olga = await shop.admin()
    forum = shop.playground.group("Заказы", forum=True, members=[olga])
    await forum.add_bot(rights=(), by=olga)
    await olga.says("/bind orders", chat=forum)
    said = await olga.waits_for("Пока не получилось", chat=forum)
    for right in ("Управление темами", "Закрепление", "Удаление"):
        assert right in said.text
    assert (await queue_of(shop, "orders")).chat_id is None

    await forum.add_bot(rights=("can_manage_topics",), by=olga)
    await olga.says("/bind orders", chat=forum)
    await olga.waits_for("ведёт очередь", chat=forum)
    said = await olga.waits_for("Мне не хватает прав", chat=forum)
    assert "Закрепление" in said.text
    assert "Управление темами" not in said.text


async def test_rights_taken_away_later_are_named(shop: Shop) -> None:
    olga = await shop.admin()
    forum = await shop.group("Заказы", "orders", olga)
    await forum.add_bot(rights=("can_pin_messages", "can_delete_messages"), by=olga)
    said = await olga.waits_for("Мне не хватает прав", chat=forum)
    assert "Управление темами" in said.text


async def test_the_old_chat_says_that_the_board_moved(shop: Shop) -> None:
    olga = await shop.admin()
    boris = await shop.agent("Борис", "orders")
    old = shop.playground.group("Старая", members=[boris, olga])
    new = shop.playground.group("Новая", members=[boris, olga])
    for group in (old, new):
        await group.add_bot(by=olga)
        await olga.says("/bind orders", chat=group)
        await boris.waits_for("никто не ждёт", chat=group)
    await boris.waits_for("теперь ведут в другой группе", chat=old, since=0)
    await boris.waits_for("доска этой очереди теперь в другом чате", chat=old, since=0)
    assert (await queue_of(shop, "orders")).chat_id == new.id


async def test_several_queues_share_a_group(shop: Shop) -> None:
    olga = await shop.admin()
    boris = await shop.agent("Борис", "orders", "sales")
    group = shop.playground.group("Все", members=[boris, olga])
    await group.add_bot(by=olga)
    for key, title in (("orders", "Заказы"), ("sales", "Продажи")):
        await olga.says(f"/bind {key}", chat=group)
        await boris.waits_for(f"{title} · никто не ждёт", chat=group)
    await boris.waits_until(lambda: len(group.chat.pinned) == 2)


async def test_in_private_it_says_where_it_belongs(shop: Shop) -> None:
    olga = await shop.admin()
    await olga.says("/bind orders")
    await olga.waits_for("работает в группе")


async def test_an_anonymous_admin_is_asked_to_show_up(shop: Shop) -> None:
    olga = await shop.admin()
    group = shop.playground.group("Заказы", members=[olga])
    await group.add_bot(by=olga)
    await olga.says("/bind orders", chat=group, anonymous=True)
    await olga.waits_for("Отключите анонимность", chat=group)
    assert (await queue_of(shop, "orders")).chat_id is None


async def test_english_admins_are_spoken_to_in_english(shop: Shop) -> None:
    john = await shop.agent("John", role="admin", language="en")
    group = shop.playground.group("Orders", members=[john])
    await group.add_bot(by=john)
    await john.waits_for("Which queue does this group look after", chat=group)
