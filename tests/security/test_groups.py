"""Rights come from our table: being in the group, or speaking as it, gives none."""

from typing import Any

from sqlalchemy import select

from models.inbox import Inbox
from models.messages import Message
from models.queues import Queue
from tests.desk import Shop

QUESTION = "сколько стоит доставка в Тверь и сколько дней идёт?"


async def set_aside(shop: Shop) -> int:
    async with shop.looks() as tx:
        return len((await tx.execute(select(Inbox.id).where(Inbox.status == "dead"))).all())


async def test_nobody_but_staff_answers_in_a_tickets_topic(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    eve = shop.playground.user("Ева", language="ru")
    group = await shop.group("Заказы", "orders", boris, eve)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    await boris.waits_for("№1", chat=group)
    await boris.presses("Взять №1")
    question = await boris.waits_for("доставка в Тверь", chat=group)
    topic = question.topic
    await shop.settles()

    await eve.says("я не сотрудник", chat=group, thread=topic)
    await boris.says("я аноним", chat=group, thread=topic, anonymous=True)
    base = {
        "message_id": 5000,
        "date": int(shop.clock().timestamp()),
        "chat": group.chat.json(),
        "message_thread_id": topic,
        "is_topic_message": True,
    }
    channel = {"id": -1009999, "type": "channel", "title": "Канал"}
    forged: list[dict[str, Any]] = [
        {
            "from": {"id": 777000, "is_bot": False, "first_name": "Telegram"},
            "sender_chat": channel,
            "is_automatic_forward": True,
            "text": "я канал",
        },
        {
            "from": {"id": 136817688, "is_bot": True, "first_name": "Channel"},
            "sender_chat": channel,
            "text": "я канал",
        },
        {"from": {"id": 4242, "is_bot": True, "first_name": "Бот"}, "text": "я другой бот"},
        {"text": "я никто"},
    ]
    for number, part in enumerate(forged):
        shop.playground.push({"message": {**base, "message_id": 5000 + number, **part}})
    await shop.settles()

    async with shop.looks() as tx:
        sides = list((await tx.execute(select(Message.side))).scalars())
    assert sides == ["customer"]
    assert not any("я " in message.text for message in anna.sees() if message.sender.is_bot)
    assert await set_aside(shop) == 0


async def test_a_group_becomes_nobodys_by_a_strangers_word(shop: Shop) -> None:
    eve = shop.playground.user("Ева", language="ru")
    group = shop.playground.group("Ловушка", members=[eve])
    await group.add_bot(by=eve)
    await eve.says("/bind orders", chat=group)
    await eve.says("/bind orders", chat=group, anonymous=True)
    await shop.settles()
    async with shop.looks() as tx:
        assert set((await tx.execute(select(Queue.chat_id))).scalars()) == {None}


async def test_a_staff_member_outside_the_group_needs_no_membership_inside_no_right(
    shop: Shop,
) -> None:
    boris = await shop.agent("Борис", "orders")
    vera = await shop.agent("Вера", "orders")
    group = await shop.group("Заказы", "orders", boris, vera)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    board = await boris.waits_for("№1", chat=group)
    await group.removes(vera)
    query = vera.press(board, board.button_rows[0][0])
    assert (await query.answered())["text"].startswith("Обращение ваше")
