"""Orders under way: what delivery needs waits for their end, everything else goes at once."""

from sqlalchemy import select

from models import queues
from models.memory.erasures import ErasureAct
from models.people import Customer
from models.reviews import Review
from models.trade.orders import DELIVERED, Order
from models.trade.returns import ReturnCase
from playground.people import Person
from services.privacy.own_data.asking import WAITING
from tests.customer.conversation import stored, toast
from tests.desk import Shop
from tests.privacy.canary import WORD, files_with, tables_with
from tests.privacy.papers import asks
from tests.privacy.test_erasure import erases, swept
from tests.trade.ordered import customer, order_now, orders, stocked

ADDRESS = f"Тверь, {WORD}, 1"


async def bought(shop: Shop, name: str = "Анна", state: str = "placed") -> Person:
    """A customer who has asked something, and an order."""
    anna = await customer(shop, name)
    await anna.says(f"где мой заказ? {WORD}")
    await anna.waits_for("№1")
    variant = await stocked(shop)
    await orders(shop, anna, (variant, 1), address=ADDRESS, comment=WORD, state=state)
    await shop.settles()
    return anna


async def ends(shop: Shop, number: int = 1) -> None:
    """An order is delivered; a minute later the tick looks."""
    async with shop.app.store.change() as tx:
        order = await tx.get_one(Order, number)
        order.state, order.delivered_at = DELIVERED, shop.clock()
    await shop.app.desk.privacy.erasing.finish(shop.clock())


async def test_an_order_under_way_keeps_its_address_until_it_has_ended(shop: Shop) -> None:
    anna = await bought(shop)
    screen = await asks(anna)
    await anna.presses(screen, "Удалить мои данные")
    question = await anna.waits_for("Удалить всё, что мы о вас знаем?")
    assert "Заказ №1 ещё не завершён" in question.text and "По закону 5 лет" in question.text
    await anna.presses(question, "Да, удалить навсегда")
    done = await anna.waits_for("всё, что можно было удалить сразу")
    assert "№1" in done.text
    assert (await order_now(shop)).address == ADDRESS
    assert [one.subject for one in await shop.tickets()] == [""]
    await shop.app.desk.privacy.erasing.finish(shop.clock())
    assert (await order_now(shop)).address == ADDRESS

    again = await toast(await anna.presses(question, "Да, удалить навсегда"))
    assert "Остальное удалится само" in again
    await ends(shop)
    await anna.waits_for("Готово: ваши данные удалены")
    await swept(shop)
    async with shop.looks() as tx:
        assert await tables_with(tx, WORD, str(anna.id)) == []
        assert await queues.read_setting(tx, WAITING) == {}
        order = await tx.get_one(Order, 1)
        person = await tx.get_one(Customer, order.customer_id)
    assert await files_with(shop, WORD) == []
    assert (person.name, person.phone, person.tg_id < -(10**15)) == ("", None, True)
    assert (order.total, order.state, order.address) == (384_000, DELIVERED, "")
    acts = await stored(shop, ErasureAct)
    assert [one.reason for one in acts] == ["own wish", "orders ended"]
    assert [one.found["waits_for"] for one in acts] == [[1], []]
    assert acts[1].asked_at < acts[1].done_at
    await shop.app.desk.privacy.erasing.finish(shop.clock())
    assert len(await stored(shop, ErasureAct)) == 2


async def test_who_waits_can_change_their_mind(shop: Shop) -> None:
    anna = await bought(shop)
    await erases(shop, anna, done="всё, что можно было удалить сразу")
    screen = await asks(anna)
    await anna.presses(screen, "Удалить мои данные")
    question = await anna.waits_for("кроме нужных для заказа")
    assert question.buttons == ["Оставить"]
    await anna.presses(question, "Оставить")
    await shop.settles()
    await ends(shop)
    assert (await order_now(shop)).address == ADDRESS
    async with shop.looks() as tx:
        assert await queues.read_setting(tx, WAITING) == {}
        assert await tx.scalar(select(Customer.erased_at).where(Customer.tg_id == anna.id)) is None


async def test_a_return_and_money_owed_are_waited_for_an_ended_order_is_not(shop: Shop) -> None:
    anna = await bought(shop, state=DELIVERED)
    async with shop.app.store.change() as tx:
        order = await tx.get_one(Order, 1)
        case = ReturnCase(ref="c", order_id=1, customer_id=order.customer_id, state="asked")
        case.changed_at = shop.clock()
        tx.add(case)
    await erases(shop, anna, done="всё, что можно было удалить сразу")
    async with shop.app.store.change() as tx:
        found = await tx.scalar(select(ReturnCase))
        assert found is not None
        found.state = "done"
        (await tx.get_one(Order, 1)).owed = 500
    await ends(shop)
    assert (await order_now(shop)).address == ADDRESS
    async with shop.app.store.change() as tx:
        (await tx.get_one(Order, 1)).owed = 0
    await ends(shop)
    await anna.waits_for("Готово: ваши данные удалены")
    assert (await order_now(shop)).address == ""


async def test_a_checkout_that_was_not_confirmed_goes_with_the_rest(shop: Shop) -> None:
    anna = await bought(shop, state="draft")
    await erases(shop, anna)
    order = await order_now(shop)
    assert (order.state, order.address, order.comment) == ("dropped", "", "")


async def test_a_card_on_which_staff_review_messages_shows_the_word_no_more(shop: Shop) -> None:
    olga = await shop.admin()
    anna = await bought(shop, state=DELIVERED)
    async with shop.app.store.change() as tx:
        row = Review(ticket_id=1, text=f"где заказ, {WORD}", worth=1.0, reason="unsure")
        row.guess, row.created_at = [], shop.clock()
        tx.add(row)
    await olga.says("/review")
    card = await olga.waits_for(WORD)
    await erases(shop, anna)
    await olga.waits_until(lambda: WORD not in card.text)
