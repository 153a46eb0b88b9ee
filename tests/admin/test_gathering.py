"""What is asked about: the most instructive first, near-duplicates once, whoever looks."""

import asyncio
from datetime import datetime

import pytest
from sqlalchemy import select

from models.labels import PICK, TOPIC_CHANGE
from models.reviews import Review
from models.tickets import Ticket
from tests.admin.teaching import SURE, asked, labelled, looks_through, stored
from tests.conftest import OpenShop
from tests.core.test_plans import heard, scans
from tests.databases import KINDS, database_url, empty_database_url
from tests.desk import Shop
from tests.staff.scenes import labels

__all__ = ["database_url", "empty_database_url"]


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


async def test_spam_is_not_asked_about(shop: Shop) -> None:
    olga = await shop.admin()
    [number] = await asked(shop, "зарабатывай дома миллион")
    async with shop.app.store.change() as tx:
        ticket = await tx.get(Ticket, number)
        assert ticket is not None
        ticket.spam = True
    await olga.says("/review")
    await olga.waits_for("Всё размечено")


async def test_a_customers_question_comes_to_the_review_by_itself(shop: Shop) -> None:
    olga = await shop.admin()
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("ну и что там у вас как обычно")
    await anna.waits_for("№1")
    shop.clock.passes(minutes=1)
    async with asyncio.timeout(60):
        while not await stored(shop):  # noqa: ASYNC110 - nothing announces it
            await asyncio.sleep(0.05)
    await olga.says("/review")
    card = await olga.waits_for("осталось: 1")
    assert "ну и что там у вас как обычно" in card.text
    await olga.presses(card, card.buttons[0])
    await olga.waits_for("Всё размечено")
    (label,) = await labels(shop)
    assert (label.ticket_id, label.text) == (1, "ну и что там у вас как обычно")
