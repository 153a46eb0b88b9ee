"""Erased is erased: everywhere, at once, once; and whoever comes back is a stranger."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from models import queues
from models.memory.erasures import ErasureAct
from models.people import Customer, Staff
from models.tickets import Ticket
from playground.people import Person
from services.privacy.own_data.leaving import LEFT
from services.privacy.own_data.marks import mark_of
from tests.conftest import OpenShop
from tests.customer.conversation import button, customer, how_many, stored, toast
from tests.desk import Shop
from tests.privacy.canary import WORD, files_with, tables_with
from tests.privacy.papers import asks, export_of

ERASE = {"ru": ("Удалить мои данные", "Да, удалить навсегда", "Готово: ваши данные удалены")}
ERASE["en"] = ("Erase my data", "Yes, erase for good", "Done: your data is erased")


async def erases(shop: Shop, person: Person, language: str = "ru", done: str = "") -> None:
    """Through both buttons to the last message."""
    ask, yes, said = ERASE[language]
    screen = await asks(person, language)
    await person.presses(screen, ask)
    question = await person.waits_for(lambda one: yes in one.buttons)
    await person.presses(question, yes)
    await person.waits_for(done or said)


async def swept(shop: Shop) -> None:
    """A minute later nothing is left to do."""
    await shop.settles()
    shop.clock.passes(seconds=70)
    await shop.app.desk.privacy.erasing.sweep(shop.clock())
    async with shop.looks() as tx:
        assert await queues.read_setting(tx, LEFT) in (None, {})


async def talk(shop: Shop) -> tuple[Person, Person, object]:
    """A customer whose every word is a canary, and staff who answer, note and quote."""
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user(f"{WORD} Анна", language="ru", username=f"{WORD}name")
    await anna.says(f"где мой заказ? {WORD}")
    await anna.waits_for("№1")
    await boris.waits_for("№1", chat=group)
    await boris.presses("Взять №1")
    question = await boris.waits_for(f"заказ? {WORD}", chat=group)
    await anna.sends("photo", caption=f"вот чек {WORD}")
    await boris.waits_for(f"вот чек {WORD}", chat=group)
    await boris.says(f"/note она звонила, {WORD}", chat=group, thread=question.topic)
    await boris.says(f"вижу, {WORD}", chat=group, thread=question.topic, reply_to=question)
    await anna.waits_for(f"вижу, {WORD}")
    await shop.settles()
    return anna, boris, group


async def test_every_word_is_nowhere_and_the_next_start_is_a_strangers(shop: Shop) -> None:
    anna, boris, group = await talk(shop)
    await export_of(shop, anna)
    assert await files_with(shop, WORD)
    await erases(shop, anna)
    await boris.waits_for("покупатель удалил свои данные")
    await swept(shop)
    async with shop.looks() as tx:
        assert await tables_with(tx, WORD, str(anna.id)) == []
        mark = await mark_of(tx, anna.id)
    assert await files_with(shop, WORD) == []
    [act] = await stored(shop, ErasureAct)
    assert (act.mark, act.reason) == (mark, "own wish")
    assert act.found["tables"]["message"]["deleted"] >= 3
    assert not [one for one in boris.sees(chat=group) if WORD in one.text]
    [ticket] = await shop.tickets()
    assert (ticket.subject, ticket.state) == ("", "resolved")

    await anna.starts()
    await anna.waits_for("Здравствуйте")
    known = await customer(shop, anna)
    assert known.id != ticket.customer_id and known.erased_at is None
    found, _ = await export_of(shop, anna)
    assert found["sections"]["tickets"] == found["sections"]["messages"] == []


async def test_pressed_twice_pressed_late_and_not_pressed(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("сколько стоит доставка в Тверь?")
    await anna.waits_for("№1")
    screen = await asks(anna)
    await anna.presses(screen, "Удалить мои данные")
    question = await anna.waits_for("Удалить всё, что мы о вас знаем?")
    assert "история согласий" in question.text.lower() and "По закону" not in question.text
    yes = button(question, "Да, удалить навсегда")
    assert "ничего не удалили" in await toast(await anna.presses(question, "Оставить"))
    assert await how_many(shop, ErasureAct) == 0

    shop.clock.passes(hours=2)
    assert "задан давно" in await toast(await anna.presses(question, data=yes))
    await anna.presses(screen, "Удалить мои данные")
    question = await anna.waits_for(lambda one: "Да, удалить навсегда" in one.buttons)
    yes = button(question, "Да, удалить навсегда")
    await anna.presses(question, data=yes)
    await anna.waits_for("Готово")
    assert "ничего не храним" in await toast(await anna.presses(question, data=yes))
    assert "ничего не храним" in await toast(await anna.presses(screen, "Удалить мои данные"))
    assert await how_many(shop, ErasureAct) == 1
    async with shop.looks() as tx:
        assert (await tx.scalars(select(Customer.tg_id).where(Customer.tg_id > 0))).all() == []


async def test_in_english_a_banned_person_too(shop: Shop) -> None:
    ann = shop.playground.user("Ann", language="en")
    await ann.says("how much is delivery to Tver?")
    await ann.waits_for("№1")
    async with shop.app.store.change() as tx:
        known = await tx.scalar(select(Customer).where(Customer.tg_id == ann.id))
        assert known is not None
        known.banned = True
    await erases(shop, ann, "en")
    await swept(shop)
    async with shop.looks() as tx:
        assert await tables_with(tx, str(ann.id), "how much") == []


async def test_a_colleague_who_buys_stays_a_colleague(shop: Shop) -> None:
    vera = await shop.agent("Вера", "sales")
    await vera.says("/customer")
    await shop.settles()
    async with shop.app.store.change() as tx:
        tx.add(
            Customer(
                tg_id=vera.id,
                name="Вера",
                created_at=shop.clock(),
                seen_at=shop.clock(),
            )
        )
        staff = await tx.scalar(select(Staff).where(Staff.tg_id == vera.id))
        assert staff is not None
        staff.as_customer = True
    await shop.app.directory.renew()
    screen = await asks(vera)
    await vera.presses(screen, "Удалить мои данные")
    question = await vera.waits_for(lambda one: "Да, удалить навсегда" in one.buttons)
    assert "запись о вас как о сотруднике останется" in question.text
    await vera.presses(question, "Да, удалить навсегда")
    await vera.waits_for("Готово")
    async with shop.looks() as tx:
        assert await tx.scalar(select(Staff.id).where(Staff.tg_id == vera.id, Staff.active))
        assert await tx.scalar(select(Customer).where(Customer.tg_id == vera.id)) is None


async def test_an_admin_erases_for_somebody_who_asked_by_letter(shop: Shop) -> None:
    olga = await shop.admin()
    boris = await shop.agent("Борис", "orders")
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("где мой заказ 4512, когда его привезут?")
    await anna.waits_for("№1")
    await olga.says("/erase сто")
    await olga.waits_for("Чьи данные удалить?")
    await olga.says("/erase 1")
    question = await olga.waits_for("обращался под №1")
    await olga.presses(question, "Да, удалить навсегда")
    await olga.waits_for("Данные покупателя удалены")
    await anna.waits_for("Готово: ваши данные удалены")
    await olga.says("/erase 1")
    await olga.waits_for("уже удалены")
    [act] = await stored(shop, ErasureAct)
    assert act.reason == "asked"
    await boris.says("/erase 1")
    await shop.settles()
    assert await how_many(shop, ErasureAct) == 1
    assert (await stored(shop, Ticket))[0].subject == ""


@pytest.mark.parametrize("empty_database_url", ["postgresql"], indirect=True)
async def test_the_same_on_postgresql(database_url: str, open_shop: OpenShop) -> None:
    shop = await open_shop(database_url=database_url)
    anna, boris, _ = await talk(shop)
    await erases(shop, anna)
    await boris.waits_for("покупатель удалил свои данные")
    await swept(shop)
    async with shop.looks() as tx:
        assert await tables_with(tx, WORD, str(anna.id)) == []
    assert await files_with(shop, WORD) == []


async def test_acts_and_consents_outlive_a_person_without_naming_them(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.starts()
    await anna.waits_for("Здравствуйте")
    before = shop.clock()
    await erases(shop, anna)
    [act] = await stored(shop, ErasureAct)
    assert before - timedelta(minutes=1) <= act.done_at and "Анна" not in str(act.found)
    assert str(anna.id) not in str(act.found)
