"""Payments in Telegram: asked for, agreed to, made, made twice, and invoices that got lost."""

import pytest

from models.trade.money import Payment
from playground.messages import Message
from playground.people import Person
from tests.conftest import OpenShop
from tests.customer.conversation import stored, toast
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.trade.market import orders, ready, stocked, summaries

PAYMENT_TOKEN = "381764678:TEST:12345"


@pytest.fixture
async def shop(open_shop: OpenShop) -> Shop:
    """A shop whose customers can pay in Telegram."""
    return await open_shop(payment_token=PAYMENT_TOKEN)


async def invoiced(shop: Shop) -> tuple[Person, Message]:
    """A customer with a confirmed order and its invoice."""
    anna = await confirmed(shop)
    return anna, await anna.waits_for(lambda one: one.kind == "invoice", since=0)


async def confirmed(shop: Shop) -> Person:
    anna = await ready(shop, "Анна", await stocked(shop))
    (summary,) = summaries(shop, anna)
    await anna.presses(summary, "Оплата")
    await anna.waits_for("удобнее заплатить")
    await anna.presses("Картой в Telegram")
    summary = await anna.waits_for("Счёт придёт сюда сразу")
    await anna.presses(summary, "Подтвердить")
    await anna.waits_for("№1\nПодтверждён")
    return anna


async def paid(shop: Shop) -> str:
    return (await orders(shop))[0].paid


async def test_an_order_is_paid_in_telegram(shop: Shop) -> None:
    anna, invoice = await invoiced(shop)
    assert invoice.content["invoice"]["total_amount"] == 120000
    await shop.settles()
    assert await paid(shop) == "asked"
    query = await anna.pays(invoice)
    assert (await query.answered())["ok"] is True
    await anna.waits_for("Получили оплату по заказу №1")
    (payment,) = await stored(shop, Payment)
    assert (payment.amount, payment.currency, payment.state) == (120000, "RUB", "paid")
    assert await paid(shop) == "yes"
    again = await anna.pays(invoice)
    assert "уже оплачен" in (await again.answered())["text"]


async def test_an_invoice_paid_twice_at_once_is_told_to_staff(shop: Shop) -> None:
    olga = await shop.admin()
    anna, invoice = await invoiced(shop)
    first, second = await anna.pays(invoice), await anna.pays(invoice)
    assert [(await one.answered())["ok"] for one in (first, second)] == [True, True]
    await olga.waits_for("пришли лишние деньги, 1\u00a0200\u00a0₽", since=0)
    await anna.waits_for("Вернём лишнее", since=0)
    assert [one.state for one in await stored(shop, Payment)] == ["paid", "doubled"]


async def test_what_can_not_be_paid(shop: Shop) -> None:
    anna, invoice = await invoiced(shop)
    eve = shop.playground.user("Ева", language="en")
    await eve.starts()
    query = await eve.pays(invoice)
    assert (await query.answered())["text"] == "This invoice is for another customer."
    (order,) = await orders(shop)
    async with shop.app.store.change() as tx:
        (await tx.get_one(type(order), order.id)).total = 100
    assert "изменился" in (await (await anna.pays(invoice)).answered())["text"]
    async with shop.app.store.change() as tx:
        (await tx.get_one(type(order), order.id)).state = "cancelled"
    assert "закрыт" in (await (await anna.pays(invoice)).answered())["text"]
    shop.playground.bot.invoices[invoice.chat.id, invoice.id] = "forged"
    assert "другому" in (await (await anna.pays(invoice)).answered())["text"]
    assert await stored(shop, Payment) == []


async def test_an_invoice_whose_answer_was_lost_is_sent_again_only_by_staff(shop: Shop) -> None:
    olga = await shop.admin()
    shop.playground.faults.next_calls("lost", method="sendInvoice")
    anna, _ = await invoiced(shop)
    asked = await olga.waits_for("дошёл ли счёт за заказ №1", since=0)
    await shop.settles()
    assert await paid(shop) == "unsure"
    assert sum(one.kind == "invoice" for one in anna.sees()) == 1
    (order,) = await orders(shop)
    boris = await shop.agent("Борис", "care")
    other = await boris.waits_for("", since=0)
    forged = sealed(shop, boris.id, "invoiceagain", order.ref)
    assert "другой отдел" in await answer_to(boris, other, forged)
    query = await olga.presses(asked, "Отправить счёт ещё раз")
    assert "ещё раз" in await toast(query)
    await anna.waits_until(lambda: sum(one.kind == "invoice" for one in anna.sees()) == 2)
    await shop.settles()
    assert await paid(shop) == "asked"
    assert "всё ясно" in await toast(await olga.presses(asked, "Он дошёл"))


async def test_an_invoice_that_is_refused_is_told_to_staff(shop: Shop) -> None:
    olga = await shop.admin()
    shop.playground.faults.next_calls("blocked", method="sendInvoice")
    await confirmed(shop)
    await olga.waits_for("Счёт за заказ №1 не отправился", since=0)
    assert await paid(shop) == "no"


async def test_without_a_token_nobody_is_offered_to_pay_in_telegram(open_shop: OpenShop) -> None:
    shop = await open_shop()
    bell = await stocked(shop)
    anna = await ready(shop, "Анна", bell)
    (summary,) = summaries(shop, anna)
    await anna.presses(summary, "Оплата")
    asked = await anna.waits_for("удобнее заплатить")
    assert "Картой в Telegram" not in asked.buttons and "По счёту" in asked.buttons
