"""Something comes back: three taps, a decision, money once; nobody else's buttons do anything."""

from datetime import timedelta

from sqlalchemy import select

from models.cards import Card
from models.fsm import Dialog
from models.tickets import Ticket
from models.trade.money import Payment
from models.trade.orders import DELIVERED, SHIPPED, Order, OrderLine
from models.trade.returns import ReturnCase, Task
from playground.messages import Message
from playground.people import Person
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.staff.scenes import toast
from tests.trade.ordered import (
    BELL,
    HELMET,
    PATIENCE,
    customer,
    orders,
    presses,
    stock_now,
    stocked,
    told,
)


async def delivered(shop: Shop, person: Person, *things: tuple[int, int], days: int = 1) -> Order:
    """An order that has come some days ago."""
    at = shop.clock() - timedelta(days=days)
    return await orders(shop, person, *things, state=DELIVERED, delivered_at=at)


async def cases(shop: Shop) -> list[ReturnCase]:
    async with shop.looks() as tx:
        return list(await tx.scalars(select(ReturnCase).order_by(ReturnCase.id)))


async def payments(shop: Shop) -> list[int]:
    async with shop.looks() as tx:
        return list(await tx.scalars(select(Payment.amount).order_by(Payment.id)))


async def test_three_taps_and_the_money_is_back(shop: Shop) -> None:
    maria = await shop.agent("Мария", "care")
    group = await shop.group("Забота", "care", maria)
    anna = await customer(shop)
    helmet = await stocked(shop, stock=5)
    await delivered(shop, anna, (helmet, 1))
    order = await anna.waits_for("Заказ №1", timeout=PATIENCE)

    await presses(anna, order, "Вернуть или обменять")
    card = await anna.waits_for("Жаль, что не подошло", timeout=PATIENCE)
    assert HELMET in card.text and "14 дней" in card.text
    await presses(anna, card, "Не подошёл размер")
    await anna.waits_until(lambda: "Как вам удобнее" in card.text, timeout=PATIENCE)
    assert not any("Починить" in one for one in card.buttons)
    await presses(anna, card, "Вернуть деньги")
    await anna.waits_until(lambda: "Заявка у нас" in card.text, timeout=PATIENCE)
    await anna.says("вот фото бирки, ни разу не надевали")

    board = await maria.waits_for("№1", chat=group, timeout=PATIENCE)
    await presses(maria, board, "Взять №1")
    ticket = await maria.waits_for("Заказ №1", chat=group, timeout=PATIENCE)
    await maria.waits_for("ни разу не надевали", chat=group, timeout=PATIENCE)
    await presses(maria, ticket, "Возврат")
    backing = await maria.waits_for("ждёт решения", chat=group, timeout=PATIENCE)
    assert "3\u00a0490\u00a0₽" in backing.text and "в срок" in backing.text
    await presses(maria, backing, "Согласовать")
    await anna.waits_for("согласован: «Шлем", timeout=PATIENCE)
    await presses(maria, backing, "Вещь получена")
    await anna.waits_for("уже у нас, проверяем", timeout=PATIENCE)
    assert await stock_now(shop, helmet) == 5
    await presses(maria, backing, "Деньги возвращены")
    await anna.waits_for("вернули 3\u00a0490\u00a0₽", timeout=PATIENCE)
    await anna.waits_until(lambda: "Деньги возвращены" in card.text, timeout=PATIENCE)

    assert await payments(shop) == [-349_000]
    assert await stock_now(shop, helmet) == 5
    async with shop.looks() as tx:
        line, stored = await tx.get_one(OrderLine, 1), await tx.get_one(Ticket, 1)
    assert (line.returned, stored.order_id) == (1, 1)
    await presses(anna, order, "Вернуть или обменять")
    await anna.waits_until(lambda: told(anna, "Возвраты по заказу №1") >= 1, timeout=PATIENCE)
    assert len(await cases(shop)) == 1


async def test_one_of_several_things_is_exchanged_in_english_and_old_buttons_do_nothing(
    shop: Shop,
) -> None:
    john, eve = await customer(shop, "John", "en"), await customer(shop, "Eve", "en")
    helmet, bell = await stocked(shop), await stocked(shop, BELL, 50_050)
    await delivered(shop, john, (helmet, 3), (bell, 1), days=20)
    order = await john.waits_for("Order №1", timeout=PATIENCE)
    await presses(john, order, "Return or exchange")
    card = await john.waits_for("What would you like to return", timeout=PATIENCE)
    await presses(john, card, HELMET)
    await john.waits_until(lambda: "How many" in card.text, timeout=PATIENCE)
    await presses(john, card, "2")
    await john.waits_until(lambda: "What happened" in card.text, timeout=PATIENCE)
    assert not any("changed my mind" in one for one in card.buttons)
    await presses(john, card, "Faulty")
    await john.waits_until(lambda: "What would you prefer" in card.text, timeout=PATIENCE)
    await presses(john, card, "Exchange")
    await john.waits_until(lambda: "We have your request" in card.text, timeout=PATIENCE)
    found = (await cases(shop))[0]
    assert (found.quantity, found.want, found.state, found.reason) == (
        (2, "exchange", "asked", "defect")
    )
    ref = found.ref
    mine = sealed(shop, john.id, "backwhy", ref, "size")
    assert "sent already" in await answer_to(john, card, mine)
    theirs = sealed(shop, eve.id, "backdrop", ref)
    assert "no longer works" in await answer_to(eve, eve.sees()[-1], theirs)
    for verb in ("backyes", "backgot", "backdone", "backnot"):
        forged = sealed(shop, eve.id, verb, ref, "used")
        assert await answer_to(eve, eve.sees()[-1], forged)
    assert [one.state for one in await cases(shop)] == ["asked"]
    await presses(john, card, "Keep it after all")
    await john.waits_until(lambda: "nothing is returned" in card.text, timeout=PATIENCE)
    assert [one.state for one in await cases(shop)] == ["withdrawn"]
    assert told(eve, "Return") == 0


async def test_what_is_refused_is_told_kindly_and_a_part_can_be_paid_back(shop: Shop) -> None:
    maria = await shop.agent("Мария", "care")
    anna = await customer(shop)
    helmet = await stocked(shop)
    await delivered(shop, anna, (helmet, 2))
    order = await anna.waits_for("Заказ №1", timeout=PATIENCE)
    for number in (1, 2):
        await _asks_for_money(anna, order)
        await maria.says(f"/take {number}")
        ticket = await _card_of(maria, number)
        await presses(maria, ticket, "Возврат")
        backing = await maria.waits_for(f"Возврат №{number}", timeout=PATIENCE)
        if number == 1:
            await presses(maria, backing, "Отказать")
            await presses(maria, backing, "Вещью пользовались")
            await anna.waits_for("Если не согласны", timeout=PATIENCE)
        else:
            await presses(maria, backing, "Вернули другую сумму")
            await maria.waits_for("Сколько вернули?", timeout=PATIENCE)
            await maria.says("сколько-то")
            await maria.waits_for("сумм", timeout=PATIENCE)
            await maria.says("1 000,50")
            await anna.waits_for("вернули 1\u00a0000,50\u00a0₽", timeout=PATIENCE)
    assert [one.state for one in await cases(shop)] == ["refused", "done"]
    assert await payments(shop) == [-100_050]
    async with shop.looks() as tx:
        asked = await tx.get_one(Card, f"prompt:{maria.id}:{maria.id}:0")
        assert not list(await tx.scalars(select(Dialog)))
    assert (asked.tg_id, asked.digest) == (None, "ended")


async def _asks_for_money(anna: Person, order: Message) -> None:
    await presses(anna, order, "Вернуть или обменять")
    card = await anna.waits_for("Сколько штук", timeout=PATIENCE)
    await presses(anna, card, "1")
    await presses(anna, card, "Просто передумали")
    await presses(anna, card, "Вернуть деньги")
    await anna.waits_until(lambda: "Заявка у нас" in card.text, timeout=PATIENCE)


async def _card_of(maria: Person, number: int) -> Message:
    def cards() -> list[Message]:
        return [
            one for one in maria.sees() if "Возврат" in one.buttons and f"№{number}" in one.text
        ]

    await maria.waits_until(lambda: bool(cards()), timeout=PATIENCE)
    return cards()[-1]


async def test_a_first_order_that_came_is_asked_about_by_a_person(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = await customer(shop)
    helmet = await stocked(shop)
    await orders(shop, anna, (helmet, 1), state=SHIPPED)
    await boris.says("/orders 1", chat=group)
    work = await boris.waits_for("Что было", chat=group, timeout=PATIENCE)
    await presses(boris, work, "Доставлен")
    await anna.waits_for("Как вам заказ", timeout=PATIENCE)
    shop.clock.passes(days=2, minutes=1)
    task = await boris.waits_for("Спросить, как первый заказ", chat=group, timeout=PATIENCE)
    assert "Анна" in task.text and "+79990001122" in task.text
    await presses(boris, task, "Не ответили")
    await boris.waits_until(lambda: "попыток: 1" in task.text, timeout=PATIENCE)
    shop.clock.passes(days=1, minutes=1)
    again = await boris.waits_for("попыток: 1", chat=group, timeout=PATIENCE)
    done = await presses(boris, again, "Всё хорошо")
    assert await toast(done)
    async with shop.looks() as tx:
        task_row = (await tx.execute(select(Task))).scalar_one()
    assert (task_row.outcome, task_row.tries) == ("fine", 2)
    assert task_row.done_at is not None
