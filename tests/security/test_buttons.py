"""Forged and old buttons: each byte changed, another chat, another person, a hundred at once."""

import asyncio

from sqlalchemy import func, select

from models.journal import Audit
from playground.messages import Message
from playground.people import Person
from tests.desk import Shop
from tests.security.forging import answer_to, sealed

QUESTION = "сколько стоит доставка в Тверь и сколько дней идёт?"


def data_of(message: Message, text: str) -> str:
    """What a button carries."""
    for row in message.button_rows:
        for button in row:
            if text in button["text"]:
                return str(button["callback_data"])
    raise AssertionError(f"no button {text}")


async def takes(shop: Shop) -> int:
    async with shop.looks() as tx:
        found = select(func.count()).select_from(Audit).where(Audit.verb == "take")
        return int(await tx.scalar(found) or 0)


async def waiting(shop: Shop, boris: Person, group: object) -> Message:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(QUESTION)
    board = await boris.waits_for("№1", chat=group)  # type: ignore[arg-type]
    await shop.settles()
    return board


async def test_a_button_with_any_byte_changed_is_refused(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    board = await waiting(shop, boris, group)
    data = data_of(board, "Взять №1")
    for at, char in enumerate(data):
        forged = data[:at] + ("a" if char != "a" else "b") + data[at + 1 :]
        said = await answer_to(boris, board, forged)
        assert "не работает" in said, forged
    for forged in ("", "p", "p|take", data[:-1], data + "a", data * 2, "\x00", "я" * 30, "|||||"):
        said = await answer_to(boris, board, forged)
        assert "не работает" in said, forged
    assert await takes(shop) == 0


async def test_a_button_of_another_chat_is_refused(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders", "care")
    group = await shop.group("Заказы", "orders", boris)
    other = await shop.group("Забота", "care", boris)
    board = await waiting(shop, boris, group)
    await boris.says("/duty on", chat=other)
    elsewhere = await boris.waits_for("на смене", chat=other)
    assert "не работает" in await answer_to(boris, elsewhere, data_of(board, "Взять №1"))
    assert await takes(shop) == 0


async def test_an_agent_of_another_queue_takes_nothing(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    roma = await shop.agent("Рома", "care")
    group = await shop.group("Заказы", "orders", boris, roma)
    board = await waiting(shop, boris, group)
    assert "другой очереди" in await answer_to(roma, board, data_of(board, "Взять №1"))
    assert await takes(shop) == 0


async def test_a_hundred_presses_at_once_take_once(shop: Shop) -> None:
    people = [await shop.agent(f"Агент {number}", "orders") for number in range(4)]
    group = await shop.group("Заказы", "orders", *people)
    board = await waiting(shop, people[0], group)
    data = data_of(board, "Взять №1")
    said = await asyncio.gather(
        *(answer_to(person, board, data) for person in people for _ in range(25))
    )
    assert sum(one.startswith("Обращение ваше") for one in said) == 1
    assert await takes(shop) == 1
    assert [ticket.state for ticket in await shop.tickets()] == ["taken"]


async def test_a_hundred_dismissals_at_once_dismiss_once(shop: Shop) -> None:
    olga = await shop.admin()
    await shop.agent("Борис", "orders")
    await olga.says("/staff")
    page = await olga.waits_for("В составе: 2")
    staff_id = next(one.staff_id for one in shop.app.directory.staff() if one.name == "Борис")
    data = sealed(shop, olga.id, "dismiss", str(staff_id))
    said = await asyncio.gather(*(answer_to(olga, page, data) for _ in range(100)))
    assert said.count("Готово") == 1
    async with shop.looks() as tx:
        found = select(func.count()).select_from(Audit).where(Audit.verb == "dismiss")
        assert await tx.scalar(found) == 1
