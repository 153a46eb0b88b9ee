"""How complaints begin: by a score, by words, by staff; once about the same thing."""

from models.opinions import Rating
from models.tickets import Ticket
from services.voice.complaints_views import open_of
from tests.customer.conversation import STOCK, takes
from tests.desk import Shop
from tests.privacy.canary import WORD, tables_with
from tests.privacy.test_erasure import erases, swept
from tests.security.forging import answer_to, sealed
from tests.trade.ordered import customer, orders, stocked
from tests.voice.scene import PATIENCE, complaints, let_down, sees

ANGRY = "безобразие, ваш сотрудник мне нахамил по телефону, хочу пожаловаться на обслуживание"


async def test_words_that_complain_are_followed_at_once(shop: Shop) -> None:
    vera = await shop.agent("Вера", "care", role="supervisor")
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(ANGRY)
    own = await anna.waits_for("Разберёмся, что пошло не так", since=0, timeout=PATIENCE)
    assert own.buttons == []
    card = await vera.waits_for("Покупатель жалуется", since=0, timeout=PATIENCE)
    assert "нахамил" in card.text
    await shop.settles()
    one = (await complaints(shop))[0]
    assert (one.cause, one.state, one.score) == ("words", "open", None)
    async with shop.looks() as tx:
        assert [found.id for found in await open_of(tx, one.customer_id)] == [one.id]


async def test_staff_say_that_it_is_a_complaint_or_that_it_is_none(shop: Shop) -> None:
    vera = await shop.agent("Вера", "care", role="supervisor")
    boris = await shop.agent("Борис", "sales")
    group = await shop.group("Продажи", "sales", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(STOCK)
    await anna.waits_for("№1", timeout=PATIENCE)
    await takes(shop, boris, group)
    await boris.says("/topic 1 complaint", chat=group)
    card = await vera.waits_for("Тему «Жалоба» поставил сотрудник", since=0, timeout=PATIENCE)
    await anna.waits_for("Разберёмся, что пошло не так", since=0, timeout=PATIENCE)
    await boris.waits_for("🔴 Жалоба: написать", chat=group, since=0, timeout=PATIENCE)
    ticket = (await shop.tickets())[0]
    assert ticket.state == "taken"
    await boris.says("/topic 1 availability", chat=group)
    await boris.waits_for("Снять её может только Вера", chat=group, since=0, timeout=PATIENCE)
    await vera.says("/topic 1 availability")
    sure = await vera.waits_for("Точно не жалоба?", since=0, timeout=PATIENCE)
    assert (await complaints(shop))[0].state == "open"
    await vera.presses(sure, "Да, не жалоба")
    await vera.waits_for("Это была не жалоба", since=0, timeout=PATIENCE)
    await anna.waits_for("прежние сроки больше не действуют", since=0, timeout=PATIENCE)
    await anna.waits_for("Вам помогает Борис", since=0, timeout=PATIENCE)
    one = (await complaints(shop))[0]
    assert (one.state, one.outcome, one.look_at) == ("closed", "mistaken", None)
    press = sealed(shop, vera.id, "ctake", one.ref)
    assert "уже закрыта" in await answer_to(vera, card, press)
    resolve = sealed(shop, group.id, "resolve", ticket.ref)
    card = next(one for one in boris.sees(chat=group) if one.buttons)
    assert "решённое" in await answer_to(boris, card, resolve)


async def test_a_low_score_for_an_order_opens_one_complaint_about_it(shop: Shop) -> None:
    vera = await shop.agent("Вера", "orders", role="supervisor")
    anna = await customer(shop)
    helmet = await stocked(shop)
    placed = await orders(shop, anna, (helmet, 1), state="delivered", delivered_at=shop.clock())
    somewhere = anna.sees()[-1]
    rate = sealed(shop, anna.id, "orate", placed.ref, "1")
    assert await answer_to(anna, somewhere, rate) == "Спасибо за оценку!"
    own = await anna.waits_for("Разберёмся, что пошло не так", since=0, timeout=PATIENCE)
    assert "Заказ №1" in own.text
    card = await vera.waits_for("1 из 5 за заказ №1", since=0, timeout=PATIENCE)
    assert "Заказ №1" in card.buttons
    assert "уже записан" in await answer_to(anna, somewhere, rate)
    assert (await complaints(shop))[0].order_id == placed.id

    other = await _resolved_about(shop, placed.customer_id, placed.id)
    low = sealed(shop, anna.id, "rate", other, "2")
    assert await answer_to(anna, somewhere, low) == "Спасибо за оценку!"
    await vera.waits_for("снова ставит низкую оценку (2 из 5)", since=0, timeout=PATIENCE)
    await shop.settles()
    assert len(await complaints(shop)) == 1


async def _resolved_about(shop: Shop, customer_id: int, order_id: int) -> str:
    """Another ticket about the same order, resolved and asked about."""

    async with shop.app.store.change() as tx:
        ticket = Ticket(
            ref="otherticket",
            customer_id=customer_id,
            queue_id=next(iter(shop.app.context.shop.queues)),
            state="resolved",
            opened_at=shop.clock(),
            changed_at=shop.clock(),
            resolved_at=shop.clock(),
            order_id=order_id,
        )
        tx.add(ticket)
        await tx.flush()
        tx.add(Rating(ticket_id=ticket.id, asked_at=shop.clock()))
    return ticket.ref


async def test_a_comment_with_a_photo_goes_to_the_complaint(shop: Shop) -> None:
    scene = await let_down(shop)
    await scene.scores(1)
    card = await scene.vera.waits_for("Жалоба №2", since=0, timeout=PATIENCE)
    await scene.vera.presses(card, "Беру")
    await scene.vera.waits_until(lambda: "Беру" not in card.buttons, timeout=PATIENCE)
    await scene.anna.presses("Добавить пару слов")
    await scene.anna.waits_for("станет отзывом", timeout=PATIENCE)
    await scene.anna.sends("photo", caption="вот так упаковали")
    await scene.anna.waits_for("Ваши слова прочитают", timeout=PATIENCE)
    await scene.vera.waits_for("вот так упаковали", since=0, timeout=PATIENCE)
    assert (await shop.tickets())[1].subject == "вот так упаковали"


async def test_reminders_come_once_and_the_admin_hears_when_it_is_late(shop: Shop) -> None:
    olga = await shop.admin()
    scene = await let_down(shop)
    await scene.scores(1)
    await scene.vera.waits_for("Жалоба №2", since=0, timeout=PATIENCE)
    watch = shop.app.desk.voice.complaint_watch
    for minutes, words in ((128, "половина срока"), (128, "пора написать"), (61, "до сих пор")):
        shop.clock.passes(minutes=minutes)
        await watch.look(shop.clock())
        await watch.look(shop.clock())
        reminder = await scene.vera.waits_for(words, since=0, timeout=PATIENCE)
        await shop.settles()
        assert sees(scene.vera, words) == 1
    assert sees(olga, "до сих пор") == 1 and sees(olga, "пора написать") == 0
    one = (await complaints(shop))[0]
    assert one.told_answer_at is not None and one.told_decide_at is None
    late = await scene.anna.waits_for("Разберёмся", since=0, timeout=PATIENCE)
    await scene.vera.presses(reminder, "🔴 Жалоба")
    card = await scene.vera.waits_for("1 из 5", timeout=PATIENCE)
    await scene.vera.presses(card, "Беру")
    await scene.vera.waits_until(lambda: "Беру" not in card.buttons, timeout=PATIENCE)
    await scene.anna.waits_until(lambda: "Простите за задержку" in late.text, timeout=PATIENCE)
    await scene.vera.says("Простите, Анна, уже смотрю.", reply_to=card)
    await scene.anna.waits_for("Простите, Анна", since=0, timeout=PATIENCE)
    shop.clock.passes(days=5)
    await watch.look(shop.clock())
    await olga.waits_for("срок решения прошёл", since=0, timeout=PATIENCE)
    await shop.settles()
    assert sees(scene.vera, "пора решить") == 0  # the last of its kind is enough
    one = (await complaints(shop))[0]
    assert (one.look_at, one.told_decide_at is not None) == (None, True)


async def test_with_its_customer_a_complaint_is_gone_from_the_staff_s_chats(shop: Shop) -> None:
    scene = await let_down(shop)
    await scene.scores(1)
    card = await scene.vera.waits_for("Жалоба №2", since=0, timeout=PATIENCE)
    await shop.settles()
    one = (await complaints(shop))[0]
    decide = sealed(shop, scene.vera.id, "cdecide", one.ref, "apology")
    await scene.vera.presses(card, data=decide)
    await scene.vera.waits_for("Что написать покупателю", timeout=PATIENCE)
    await scene.vera.says(f"Простите нас, {WORD}")
    await scene.vera.waits_for(WORD, timeout=PATIENCE)
    await erases(shop, scene.anna)
    await scene.vera.waits_until(lambda: card.deleted, timeout=PATIENCE)
    await swept(shop)
    async with shop.looks() as tx:
        assert await tables_with(tx, WORD) == []
    assert WORD not in str(vars(shop.app.memory))
    left = (await complaints(shop))[0]
    assert (left.state, left.outcome, left.customer_id == one.customer_id) == ("closed", "", False)
    somewhere = next(seen for seen in scene.vera.sees() if seen.buttons)
    close = sealed(shop, scene.vera.id, "cplain", one.ref, "apology")
    assert "Данные покупателя удалены" in await answer_to(scene.vera, somewhere, close)
    again = sealed(shop, scene.vera.id, "ccard", one.ref)
    await scene.vera.presses(somewhere, data=again)
    await scene.vera.waits_for("Данные покупателя удалены", timeout=PATIENCE)
    shop.clock.passes(days=30)
    await shop.app.desk.voice.complaint_watch.look(shop.clock())
    await shop.settles()
    assert sees(scene.vera, "пора написать") == sees(scene.anna, "Решение по обращению") == 0
