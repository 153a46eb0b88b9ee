"""Staff move orders on: board, card, forms; every change is told once, of two people one acts."""

import asyncio

from tests.conftest import OpenShop
from tests.databases import database_url, empty_database_url
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.staff.scenes import toast
from tests.trade.ordered import (
    BELL,
    HELMET,
    PATIENCE,
    customer,
    events,
    links,
    order_now,
    orders,
    presses,
    stock_now,
    stocked,
    told,
)

__all__ = ["database_url", "empty_database_url"]


async def test_an_order_goes_all_the_way(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = await customer(shop)
    helmet, bell = await stocked(shop), await stocked(shop, BELL, 50_050)
    placed = await orders(shop, anna, (helmet, 2), (bell, 1), comment="Домофон <12>")
    card = await anna.waits_for("Заказ №1", timeout=PATIENCE)
    assert "7\u00a0830,50\u00a0₽" in card.text and "сегодня" in card.text
    board = await boris.waits_for("Принять: 1", chat=group, timeout=PATIENCE)
    assert "Анна" in board.text and "№1" in board.buttons

    await boris.presses(board, "№1")
    work = await boris.waits_for("Что было", chat=group, timeout=PATIENCE)
    for words in (HELMET, "2 ×", BELL, "+79990001122", "Домофон <12>", "@userАнна", "оформлен"):
        assert words in work.text
    accepted = await presses(boris, work, "Принять")
    assert "Покупатель узнает" in await toast(accepted)
    await anna.waits_for("приняли в работу. Напишем", timeout=PATIENCE)
    await boris.waits_for("Собрать: 1", chat=group, timeout=PATIENCE)
    await presses(boris, work, "Собран")
    await anna.waits_for("Заказ №1 собран", timeout=PATIENCE)

    await presses(boris, work, "Отправить")
    await boris.waits_for("Перевозчик: —", chat=group, timeout=PATIENCE)
    assert "кто повезёт" in await toast(await presses(boris, work, "🚚 Отправлен"))
    await presses(boris, work, "СДЭК")
    await boris.waits_for("Перевозчик: СДЭК", chat=group, timeout=PATIENCE)
    await presses(boris, work, "Трек-номер")
    await boris.waits_for("напишите трек-номер", chat=group, timeout=PATIENCE)
    await boris.says("сейчас гляну", chat=group)
    await boris.waits_for("не похоже на трек-номер", chat=group, timeout=PATIENCE)
    await boris.says("10 1234-5678", chat=group)
    await boris.waits_for("Трек-номер: 101234-5678", chat=group, timeout=PATIENCE)
    await presses(boris, work, "+3 дн.")
    await boris.waits_for(
        lambda one: "Ждать: " in one.text and "Ждать: —" not in one.text,
        chat=group,
        timeout=PATIENCE,
    )
    assert told(anna, "отправлен") == 0
    await presses(boris, work, "🚚 Отправлен")
    sent = await anna.waits_for("отправлен: СДЭК, трек-номер 101234-5678. Ждите", timeout=PATIENCE)
    await anna.presses(sent, "Открыть заказ")
    card = await anna.waits_for("В пути: СДЭК", timeout=PATIENCE)
    assert links(card) == ["https://www.cdek.ru/ru/tracking?order_id=101234-5678"]

    await presses(boris, work, "Доставлен")
    ask = await anna.waits_for("Как вам заказ?", timeout=PATIENCE)
    await anna.presses(ask, "5 ⭐")
    await anna.waits_for("Спасибо за оценку: 5", timeout=PATIENCE)
    again = await answer_to(anna, ask, sealed(shop, anna.id, "orate", placed.ref, "1"))
    assert "уже записан" in again
    await shop.settles()
    done = await order_now(shop)
    assert (done.state, done.rated, done.expected_at is not None) == ("delivered", 5, True)
    assert await events(shop) == ["confirm", "accept", "pack", "ship", "deliver", "rate"]
    for words in ("приняли в работу. Напишем", "собран. Скоро", "отправлен: СДЭК"):
        assert told(anna, words) == 1
    old = await boris.presses(work, data=sealed(shop, group.id, "wmove", placed.ref, "accept"))
    assert "уже доставлен" in await toast(old)


async def test_of_two_people_one_makes_each_step_and_others_none(
    database_url: str, open_shop: OpenShop
) -> None:
    shop = await open_shop(database_url=database_url)
    boris, roma = await shop.agent("Борис", "orders"), await shop.agent("Рома", "orders")
    stranger = await shop.agent("Света", "care")
    group = await shop.group("Заказы", "orders", boris, roma, stranger)
    anna, vera = await customer(shop), await customer(shop, "Вера")
    helmet = await stocked(shop)
    placed = await orders(shop, anna, (helmet, 2), paid=True)
    board = await boris.waits_for("Принять: 1", chat=group, timeout=PATIENCE)
    card = await anna.waits_for("Заказ №1", timeout=PATIENCE)

    def press(verb: str, arg: str = "") -> str:
        return sealed(shop, group.id, verb, placed.ref, arg)

    for verb, arg in (("workopen", ""), ("wmove", "accept"), ("wform", "ship"), ("wpaid", "")):
        assert "другой отдел" in await answer_to(stranger, board, press(verb, arg))
    for verb in ("ocancelyes", "oask", "oreceipt", "orepeat", "owhere"):
        theirs = sealed(shop, vera.id, verb, placed.ref)
        assert "не работает" in await answer_to(vera, vera.sees()[-1], theirs)
    said = await asyncio.gather(
        *(answer_to(one, board, press("wmove", "accept")) for one in (boris, roma) for _ in "12345")
    )
    assert sum(one.startswith("Приняли") for one in said) == 1
    assert sum("уже принят" in one for one in said) == 9

    said = await asyncio.gather(
        *(answer_to(one, board, press("wcancel", "stock")) for one in (boris, roma) for _ in "123"),
        answer_to(anna, card, sealed(shop, anna.id, "ocancelyes", placed.ref)),
    )
    await anna.waits_for("отменён: товара не оказалось в наличии. Вернём вам", timeout=PATIENCE)
    await boris.waits_for("Вернуть деньги: 1", chat=group, timeout=PATIENCE)
    assert sum(one.startswith("Отменён. Покупатель") for one in said) == 1
    assert await stock_now(shop, helmet) == 5
    said = await asyncio.gather(
        *(answer_to(one, board, press("wrefund")) for one in (boris, roma) for _ in "12")
    )
    assert said.count("Готово") == 1
    await anna.waits_for("Вернули вам 7\u00a0330\u00a0₽", timeout=PATIENCE)
    await shop.settles()
    ended = await order_now(shop)
    assert (ended.paid, ended.owed, await stock_now(shop, helmet)) == ("refunded", 0, 5)
    assert told(anna, "приняли в работу. Напишем") == told(anna, "отменён: товара") == 1
    assert (await events(shop)).count("cancel") == 1


async def test_an_invoice_the_money_and_a_conversation_about_the_order(shop: Shop) -> None:
    boris, roma = await shop.agent("Борис", "orders"), await shop.agent("Рома", "orders")
    group = await shop.group("Заказы", "orders", boris, roma)
    anna = await customer(shop)
    placed = await orders(shop, anna, (await stocked(shop), 1))
    await boris.waits_for("Принять: 1", chat=group, timeout=PATIENCE)
    await boris.presses("№1", chat=group)
    work = await boris.waits_for("Что было", chat=group, timeout=PATIENCE)
    await presses(boris, work, "Счёт отправлен")
    await anna.waits_for("Счёт по заказу №1 готов: 3\u00a0840\u00a0₽", timeout=PATIENCE)
    await presses(boris, work, "Оплачен")
    await anna.waits_for("Получили оплату по заказу №1", timeout=PATIENCE)
    twice = sealed(shop, group.id, "wpaid", placed.ref)
    assert "уже оплачен" in await answer_to(boris, work, twice)

    await presses(boris, work, "Написать покупателю")
    await anna.waits_for("По заказу №1 вам напишет Борис", timeout=PATIENCE)
    ticket = await boris.waits_for("№1 · Где мой заказ", chat=group, timeout=PATIENCE)
    assert "Заказ №1 · ждёт принятия · 3\u00a0840\u00a0₽" in ticket.text
    assert "уже ведёт Борис" in await answer_to(
        roma, work, sealed(shop, group.id, "wwrite", placed.ref)
    )
    await shop.settles()
    thread = (await shop.tickets())[0].place_thread_id
    await boris.says("Анна, во сколько вам удобно?", chat=group, thread=thread)
    await anna.waits_for("во сколько вам удобно", timeout=PATIENCE)
    await presses(boris, ticket, "Заказ №1")
    await boris.waits_for("Что было", chat=group, thread=thread, timeout=PATIENCE)
    assert [one.order_id for one in await shop.tickets()] == [1]
    assert (await shop.tickets())[0].due_at is None
