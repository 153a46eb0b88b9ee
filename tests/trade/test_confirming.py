"""A summary becomes an order exactly once, whatever is pressed, by whom, how often."""

import asyncio

import pytest

from playground.people import Person
from services.turn import Turn
from tests.customer.conversation import button, takes, toast
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.trade.market import (
    cart_lines,
    confirmations,
    events,
    orders,
    puts,
    ready,
    stock_of,
    stocked,
    summaries,
)
from tests.trade.standing import noted, stands_at


async def placed(shop: Shop) -> list[str]:
    return [one.state for one in await orders(shop)]


async def test_a_hundred_presses_at_once_order_once(shop: Shop) -> None:
    bell = await stocked(shop, stock=50)
    anna = await ready(shop, "Анна", bell, 2)
    (summary,) = summaries(shop, anna)
    data = button(summary, "Подтвердить")
    said = await asyncio.gather(*(answer_to(anna, summary, data) for _ in range(100)))
    assert said.count("Заказ №1 подтверждён.") == 1
    assert sum("ждёт, пока его примут" in one for one in said) == 99
    await shop.settles()
    assert len(confirmations(shop, anna)) == 1 and await stock_of(shop, bell) == 48
    assert await events(shop) == ["confirm"]


async def test_each_byte_of_the_button_counts(shop: Shop) -> None:
    bell = await stocked(shop)
    anna, eve = await ready(shop, "Анна", bell), await ready(shop, "Ева", bell)
    (summary,), (hers,) = summaries(shop, anna), summaries(shop, eve)
    data = button(summary, "Подтвердить")
    for at, char in enumerate(data):
        forged = data[:at] + ("a" if char != "a" else "b") + data[at + 1 :]
        assert "не работает" in await answer_to(anna, summary, forged), forged
    (order, _) = await orders(shop)
    stolen = sealed(shop, eve.id, "confirm", order.ref, data.split("|")[3])
    assert "не работает" in await answer_to(eve, hers, data)
    assert "не работает" in await answer_to(eve, hers, stolen)
    for verb, arg in (("ordway", "courier"), ("ordpay", "invoice"), ("ordstep", "summary")):
        assert "не работает" in await answer_to(
            eve, hers, sealed(shop, eve.id, verb, order.ref, arg)
        )
    for verb in ("abandon", "ordsaved", "ordkeep", "ordnot"):
        assert "не работает" in await answer_to(eve, hers, sealed(shop, eve.id, verb, order.ref))
    old = sealed(shop, anna.id, "confirm", order.ref, "0" * 10)
    assert "изменилось" in await answer_to(anna, summary, old)
    assert await placed(shop) == ["draft", "draft"] and await stock_of(shop, bell) == 5


async def test_the_message_that_was_pressed_becomes_the_confirmation(shop: Shop) -> None:
    """The summary's first sending was doubled because its answer was lost."""
    bell = await stocked(shop)
    anna = shop.playground.user("Анна", language="ru")
    await puts(shop, anna, bell)
    await ready_but_doubled(shop, anna)
    first, second = summaries(shop, anna)
    await noted(shop, f"order:1:{anna.id}:0", second.id)
    await anna.presses(first, "Подтвердить")
    await anna.waits_until(lambda: len(summaries(shop, anna)) == 0)
    (done,) = confirmations(shop, anna)
    assert done.id == first.id and second.deleted
    assert await stands_at(shop, f"order:1:{anna.id}:0") == first.id


async def ready_but_doubled(shop: Shop, anna: Person) -> None:
    await anna.says("/cart")
    await anna.waits_for("Корзина")
    await anna.presses("Оформить заказ")
    await anna.waits_for("получить заказ")
    await anna.presses("Самовывоз")
    await anna.waits_for("Отправить мой номер")
    await anna.says("8 (916) 123-45-67")
    await anna.waits_for("удобнее заплатить")
    await anna.presses("По счёту")
    await anna.waits_for("Проверьте")
    shop.playground.faults.next_calls("lost", method="sendMessage", chat=anna.id)
    await anna.presses("Промокод")
    await anna.waits_for("Напишите промокод")
    await anna.says("spring")
    await anna.waits_until(lambda: len(summaries(shop, anna)) == 2)
    await shop.settles()


async def test_a_yes_in_words(shop: Shop) -> None:
    bell = await stocked(shop)
    anna = await ready(shop, "Анна", bell)
    await anna.says("А гарантия есть?")
    await anna.waits_for("№1")
    assert await placed(shop) == ["draft"]
    yes = await anna.says("Да!")
    await anna.waits_for("Заказ №1\nПодтверждён")
    await anna.waits_until(lambda: "👍" in yes.reactions.values())
    assert len(confirmations(shop, anna)) == 1
    await anna.says("да")
    await shop.settles()
    assert await placed(shop) == ["placed"] and len(await shop.tickets()) == 1


async def test_a_yes_to_staff_orders_nothing(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    bell = await stocked(shop)
    anna = await ready(shop, "Анна", bell)
    await anna.says("где мой заказ 4512, когда его привезут?")
    await anna.waits_for("№1")
    group = await shop.group("Заказы", "orders", boris, forum=False)
    await shop.app.context.show_boards(shop.clock())
    await takes(shop, boris, group)
    copy = await boris.waits_for("заказ 4512", since=0, chat=shop.playground.bot)
    await boris.says("Номер заказа точно 4512?", reply_to=copy)
    await anna.waits_for("точно 4512?")
    await anna.says("да")
    await boris.waits_for("да", chat=shop.playground.bot)
    await shop.settles()
    assert await placed(shop) == ["draft"]


async def test_staff_confirm_for_a_customer(shop: Shop) -> None:
    bell = await stocked(shop)
    anna = await ready(shop, "Анна", bell)
    boris, roma = await shop.agent("Борис", "orders"), await shop.agent("Рома", "care")
    (order,) = await orders(shop)
    confirming = shop.app.desk.trade.confirming
    for person, said in ((roma, "order-not-yours"), (boris, None), (boris, "order-is-placed")):
        turn = Turn(bot_id=shop.app.bot.id, now=shop.clock())
        actor = shop.app.directory.find(person.id)
        story = confirming.confirm_for(turn, actor, order.ref)
        if said is None:
            await story
            continue
        with pytest.raises(Exception, match=said):
            await story
    await anna.waits_for("Заказ №1\nПодтверждён")
    assert len(confirmations(shop, anna)) == 1


async def test_a_deleted_summary_still_ends_in_one_confirmation(shop: Shop) -> None:
    bell = await stocked(shop)
    anna = await ready(shop, "Анна", bell)
    (summary,) = summaries(shop, anna)
    await noted(shop, f"order:1:{anna.id}:0", summary.id)
    await anna.deletes(summary)
    await anna.says("да")
    await anna.waits_for("Заказ №1\nПодтверждён")
    await shop.settles()
    assert len(confirmations(shop, anna)) == 1


async def test_another_device_changes_the_cart_meanwhile(shop: Shop) -> None:
    bell = await stocked(shop)
    anna = await ready(shop, "Анна", bell)
    (summary,) = summaries(shop, anna)
    data = button(summary, "Подтвердить")
    await puts(shop, anna, bell)
    query = await anna.presses(summary, data=data)
    assert "изменилось" in await toast(query)
    assert await placed(shop) == ["draft"]


async def test_an_abandoned_checkout_orders_nothing(shop: Shop) -> None:
    bell = await stocked(shop)
    anna = await ready(shop, "Анна", bell)
    (summary,) = summaries(shop, anna)
    data = button(summary, "Подтвердить")
    await anna.presses(summary, "Отказаться")
    await anna.waits_for("заказа нет")
    assert "начните заказ заново" in await answer_to(anna, summary, data)
    assert await placed(shop) == ["dropped"] and len(await cart_lines(shop)) == 1
