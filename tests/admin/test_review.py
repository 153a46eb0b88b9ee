"""The review: what is asked, a tap each, two admins at once, taking a slip back."""

import asyncio
import secrets
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select

from models import asking, queues
from models.labels import PICK, TOPIC_CHANGE, Label
from models.people import Customer
from models.queues import Queue, Topic
from models.reviews import Review
from models.tickets import Ticket
from playground.people import Person
from services import gathering
from tests.conftest import OpenShop
from tests.core.test_plans import heard, scans
from tests.databases import KINDS, database_url, empty_database_url
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.staff.scenes import labels

__all__ = ["database_url", "empty_database_url"]

UNSURE = [["delivery", 0.41], ["order_status", 0.38], ["refund", 0.1]]
SURE = [["delivery", 0.98], ["order_status", 0.01]]


async def asked(
    shop: Shop,
    *texts: str,
    ranked: list[list[Any]] = UNSURE,
    decision: str = "ask",
    look: bool = True,
) -> list[int]:
    """Tickets as the model saw them, looked through for the review."""
    numbers = []
    async with shop.app.store.change() as tx:
        now = shop.clock()
        queue_id = await tx.scalar(select(Queue.id).where(Queue.key == "triage"))
        customer = await tx.scalar(select(Customer).where(Customer.tg_id == 5))
        if customer is None:
            customer = Customer(tg_id=5, name="Анна", created_at=now, seen_at=now)
            tx.add(customer)
            await tx.flush()
        for text in texts:
            ticket = Ticket(
                ref=secrets.token_urlsafe(9),
                state="resolved",
                customer_id=customer.id,
                queue_id=queue_id,
                subject=text,
                decision=decision,
                probability=ranked[0][1],
                in_scope=0.9,
                runners_up=ranked,
                opened_at=now,
                changed_at=now,
            )
            tx.add(ticket)
            await tx.flush()
            numbers.append(ticket.id)
    if look:
        await looks_through(shop)
    return numbers


async def looks_through(shop: Shop) -> None:
    """Everything that has come is looked through."""
    shop.clock.passes(minutes=1)
    async with asyncio.timeout(30):
        while await gather(shop):
            pass


async def gather(shop: Shop) -> bool:
    """One look; whether there is more."""
    await shop.app.desk.gathering.gather(shop.clock())
    async with shop.looks() as tx:
        kept = await queues.read_setting(tx, gathering.MARK)
        return kept is None or (kept["ticket"], kept["label"]) != await asking.newest_ids(tx)


async def labelled(shop: Shop, ticket_id: int, topic: str, origin: str, author: int) -> None:
    async with shop.app.store.change() as tx:
        ticket = await tx.get(Ticket, ticket_id)
        assert ticket is not None
        tx.add(
            Label(
                ticket_id=ticket_id,
                text=ticket.subject,
                topic_key=topic,
                origin=origin,
                author_tg_id=author,
                created_at=shop.clock(),
            )
        )
    await looks_through(shop)


async def stored(shop: Shop) -> list[Review]:
    async with shop.looks() as tx:
        return list((await tx.execute(select(Review).order_by(Review.id))).scalars())


async def reviews(shop: Shop, admin: Person) -> None:
    await admin.says("/review")
    await admin.waits_for("Разметка")


async def test_one_tap_each_and_the_card_stays_one_message(shop: Shop) -> None:
    olga = await shop.admin()
    await asked(
        shop, "где коробка с рулём", "оплатил, а писем нет", "верните за седло", "что с ней"
    )
    await olga.says("/review")
    card = await olga.waits_for("осталось: 4")
    for left, button in ((3, "Доставка"), (2, "Где мой заказ"), (1, "Доставка")):
        await olga.presses(card, button)
        await olga.waits_for(f"осталось: {left}")
    assert "сегодня: 3" in card.text
    await shop.settles()
    said = await labels(shop)
    assert sorted(one.topic_key for one in said) == ["delivery", "delivery", "order_status"]
    assert {(one.origin, one.author_tg_id) for one in said} == {("review", olga.id)}
    cards = [one for one in olga.sees() if "Разметка" in one.text]
    assert cards == [card]


async def test_the_card_says_who_thought_what(shop: Shop) -> None:
    olga = await shop.admin()
    boris = await shop.agent("Борис", "orders")
    [number] = await asked(shop, "верните <b>деньги</b> за седло", ranked=SURE, decision="route")
    assert await stored(shop) == []
    await labelled(shop, number, "refund", PICK, 5)
    await labelled(shop, number, "payment", TOPIC_CHANGE, boris.id)
    await olga.says("/review")
    card = await olga.waits_for("мнения разошлись")
    assert "верните <b>деньги</b> за седло" in card.text
    assert "Модель: Доставка 98%" in card.text
    assert "Покупатель Анна: Возврат денег" in card.text
    assert "Борис: Оплата" in card.text
    assert card.buttons[:3] == ["Возврат денег", "Оплата", "Доставка"]


async def test_most_informative_first_and_twins_asked_once(shop: Shop) -> None:
    olga = await shop.admin()
    [sure, wrong] = await asked(
        shop, "доставка в тверь сколько", "дайте скидку", ranked=SURE, decision="route"
    )
    await asked(shop, "когда привезут колесо?", "Когда привезут колесо")
    await labelled(shop, wrong, "price_discount", TOPIC_CHANGE, olga.id)
    await labelled(shop, sure, "delivery", TOPIC_CHANGE, olga.id)
    found = {one.text: one for one in await stored(shop)}
    assert set(found) == {"дайте скидку", "когда привезут колесо?"}
    assert found["дайте скидку"].worth > found["когда привезут колесо?"].worth
    await olga.says("/review")
    assert "дайте скидку" in (await olga.waits_for("Разметка")).text


async def test_staff_who_say_the_same_leave_nothing_to_ask(shop: Shop) -> None:
    [number] = await asked(shop, "а где посылка моя")
    assert len(await stored(shop)) == 1
    await labelled(shop, number, "delivery", TOPIC_CHANGE, 7)
    assert await stored(shop) == []


async def test_several_strange_questions_of_a_kind_are_a_cluster(shop: Shop) -> None:
    texts = (
        "можно ли взять велосипед напрокат на выходные",
        "есть ли велосипед напрокат на два дня",
        "сколько стоит велосипед напрокат на сутки",
    )
    await asked(shop, *texts, decision="triage")
    assert [one.reason for one in await stored(shop)] == ["stranger", "stranger", "cluster"]


@pytest.mark.parametrize("empty_database_url", KINDS, indirect=True)
async def test_two_admins_never_label_the_same(database_url: str, open_shop: OpenShop) -> None:
    shop = await open_shop(database_url=database_url)
    olga, ida = await shop.admin(), await shop.agent("Ида", role="admin")
    await asked(shop, "где коробка с рулём", "оплатил, а писем нет")
    await reviews(shop, olga)
    await reviews(shop, ida)
    cards = [next(m for m in one.sees() if "Разметка" in m.text) for one in (olga, ida)]
    assert cards[0].text != cards[1].text
    first = next(one for one in await stored(shop) if one.text in cards[0].text)
    topic = shop.app.book.shop.topics["refund"]
    data = [sealed(shop, one.id, "teach", str(first.id), str(topic.id)) for one in (olga, ida)]
    said = await asyncio.gather(
        *(
            answer_to(one, card, press)
            for one, card, press in zip((olga, ida), cards, data, strict=True)
        )
    )
    assert sorted(said) == sorted(
        ["Возврат денег", "Об этом сообщении уже сказали, вот следующее."]
    )
    await shop.settles()
    assert [one.text for one in await labels(shop)] == [first.text]


async def test_skip_unfit_and_undo(shop: Shop) -> None:
    olga = await shop.admin()
    await asked(shop, "где коробка с рулём", "оплатил, а писем нет", "верните за седло")
    await olga.says("/review")
    card = await olga.waits_for("осталось: 3")
    assert "↩️ Вернуть прошлое" not in card.buttons
    await olga.presses(card, "⏭ Пропустить")
    await olga.waits_for("сегодня: 0 · осталось: 2")
    shown = card.text
    await olga.presses(card, "🚫 Не для обучения")
    await olga.waits_for("сегодня: 1 · осталось: 1")
    assert [one.topic_key for one in await labels(shop)] == ["-"]
    await olga.presses(card, "↩️ Вернуть прошлое")
    await olga.waits_for("сегодня: 0 · осталось: 2")
    assert await labels(shop) == []
    assert card.text == shown
    await olga.presses(card, "↩️ Вернуть прошлое")
    await olga.waits_for("осталось: 3")
    query = await olga.presses(card, data=sealed(shop, olga.id, "unteach"))
    assert "возвращать нечего" in (await query.answered())["text"]


async def test_every_topic_is_a_page_away(shop: Shop) -> None:
    olga = await shop.admin()
    await asked(shop, "где коробка с рулём")
    await olga.says("/review")
    card = await olga.waits_for("Разметка")
    await olga.presses(card, "Другие темы…")
    await olga.waits_for(lambda one: "Страница 1 из 2 →" in str(one.buttons))
    seen = set(card.buttons)
    await olga.presses(card, "Страница 1 из 2 →")
    await olga.waits_for(lambda one: "Страница 2 из 2 →" in str(one.buttons))
    seen |= set(card.buttons)
    titles = {one.titles["ru"] for one in shop.app.book.shop.topics.values()}
    assert titles <= seen
    await olga.presses(card, "← Назад")
    await olga.waits_for(lambda one: "Другие темы…" in str(one.buttons))


async def test_a_message_may_begin_a_new_topic(shop: Shop) -> None:
    olga = await shop.admin()
    await asked(shop, "можно взять велосипед напрокат", "где коробка с рулём")
    await olga.says("/review")
    card = await olga.waits_for("Разметка")
    first = next(one for one in await stored(shop) if one.text in card.text)
    await olga.presses(card, "➕ Новая тема…")
    await olga.waits_for("Как назвать тему?")
    await olga.says("Прокат\nRental")
    await olga.waits_for("Какая очередь")
    await olga.presses("Продажи")
    await olga.waits_for("хотя бы 2")
    await olga.says("- сдаёте велики в аренду?\n- сколько стоит прокат на сутки")
    await olga.waits_for("Тема «Прокат» добавлена")
    await olga.waits_for("осталось: 1", since=0)
    await shop.settles()
    assert sorted((one.origin, one.text) for one in await labels(shop)) == [
        ("example", "сдаёте велики в аренду?"),
        ("example", "сколько стоит прокат на сутки"),
        ("review", first.text),
    ]
    assert {one.topic_key for one in await labels(shop)} == {"rental"}
    async with shop.looks() as tx:
        assert await tx.scalar(select(Topic.queue_id).where(Topic.key == "rental")) is not None


async def test_spam_is_not_asked_about(shop: Shop) -> None:
    olga = await shop.admin()
    [number] = await asked(shop, "зарабатывай дома миллион")
    async with shop.app.store.change() as tx:
        ticket = await tx.get(Ticket, number)
        assert ticket is not None
        ticket.spam = True
    await olga.says("/review")
    await olga.waits_for("Всё размечено")


@pytest.mark.parametrize("empty_database_url", KINDS, indirect=True)
async def test_two_programs_that_look_at_once_ask_once(
    database_url: str, open_shop: OpenShop
) -> None:
    shop = await open_shop(database_url=database_url)
    await asked(shop, *(f"{word} куда делась посылка" for word in ("ну", "так", "и")), look=False)
    shop.clock.passes(minutes=1)
    desk = shop.app.desk.gathering
    await asyncio.gather(*(desk.gather(shop.clock()) for _ in range(8)))
    await looks_through(shop)
    found = [one.ticket_id for one in await stored(shop)]
    assert len(found) == len(set(found)) > 0


async def test_looking_through_reads_no_big_table_whole(shop: Shop) -> None:
    olga = await shop.admin()
    with heard(shop) as said:
        [number] = await asked(shop, "где коробка с рулём")
        await labelled(shop, number, "refund", PICK, 5)
        await olga.says("/review")
        card = await olga.waits_for("осталось: 1")
        await olga.presses(card, "Возврат денег")
        await olga.waits_for("Всё размечено")
        await olga.presses(card, "↩️ Вернуть прошлое")
        await olga.waits_for("осталось: 1")
        await shop.settles()
    assert any("FROM review" in statement for statement in said)
    assert scans(shop, said) == {}


async def test_what_came_a_moment_ago_waits_for_the_next_look(shop: Shop) -> None:
    at: datetime = shop.clock()
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("ну и что там у вас как обычно")
    await anna.waits_for("№1")
    await shop.app.desk.gathering.gather(at)
    async with shop.looks() as tx:
        assert (await tx.execute(select(Review))).first() is None
