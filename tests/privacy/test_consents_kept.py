"""Every yes and no: stored for ever, in force at once, only from the person's own hand."""

import re
from pathlib import Path

from sqlalchemy import func, select

from models.memory.consents import PolicyText
from models.memory.profiles import DECLARED, INFERRED, STAFF, ProfileEntry
from models.memory.segments import Segment
from models.tickets import Ticket
from models.trade.carts import Remembered
from playground.people import Person
from tests.customer.conversation import toast
from tests.desk import Shop
from tests.privacy.agreeing import asking, held, said
from tests.privacy.offering import becomes, customer_of, greets, offers
from tests.security.forging import answer_to, sealed
from tests.trade.market import ready, stocked

ROOT = Path(__file__).parents[2]
DELIVERY = "сколько стоит доставка в Тверь и сколько дней идёт?"


__all__ = ["asking"]


async def known(shop: Shop, person: Person) -> list[str]:
    async with shop.looks() as tx:
        return sorted(one.value for one in await tx.scalars(select(ProfileEntry)))


async def learns(shop: Shop, person: Person) -> None:
    customer, now = await customer_of(shop, person), shop.clock()
    async with shop.app.store.change() as tx:
        tx.add(Remembered(customer_id=customer.id, phone="+7", agreed_at=now))
        for source in (DECLARED, INFERRED, STAFF):
            tx.add(
                ProfileEntry(
                    ref=source,
                    customer_id=customer.id,
                    field="interest",
                    value=source,
                    source=source,
                    at=now,
                )
            )
        scores = dict.fromkeys(("recency_score", "frequency_score", "money_score", "orders"), 1)
        tx.add(
            Segment(
                customer_id=customer.id,
                stage="new",
                since=now,
                spent=1,
                first_at=now,
                last_at=now,
                again=0.1,
                worth=1,
                computed_at=now,
                **scores,
            )
        )


async def test_what_only_a_yes_allowed_goes_with_it(shop: Shop) -> None:
    anna = await greets(shop)
    await learns(shop, anna)
    await anna.says("/privacy")
    card = await anna.waits_for("Только с вашего согласия")
    for title in ("Помнить меня", "Подборки"):
        await anna.presses(card, f"{title}: включить")
        await anna.waits_until(lambda title=title: f"{title}: выключить" in card.buttons)
    pressed = await anna.presses(card, "Подборки: выключить")
    assert "Догадки о ваших вкусах удалены" in await toast(pressed)
    await anna.waits_until(lambda: "Персональные подборки — нет" in card.text)
    assert await known(shop, anna) == [DECLARED, STAFF]
    async with shop.looks() as tx:
        assert (await tx.scalars(select(Segment))).all() == []
        assert (await tx.scalars(select(Remembered))).all() != []
    pressed = await anna.presses(card, "Помнить меня: выключить")
    assert "удалено" in await toast(pressed)
    await anna.waits_until(lambda: "данные для заказа — нет" in card.text)
    assert await known(shop, anna) == [STAFF]
    async with shop.looks() as tx:
        assert (await tx.scalars(select(Remembered))).all() == []


async def test_another_text_asks_again_and_the_yes_to_the_old_one_stays(shop: Shop) -> None:
    anna = await greets(shop)
    await anna.says("/privacy")
    first = await anna.waits_for("Только с вашего согласия")
    await anna.presses("Новости: включить")
    await anna.waits_until(lambda: any("Новости: выключить" in one for one in first.buttons))
    async with shop.app.store.change() as tx:
        for text in await tx.scalars(select(PolicyText).where(PolicyText.purpose == "news")):
            text.sha256 = "0" * 64
    await anna.says("/privacy")
    card = await anna.waits_for("С тех пор текст изменился")
    assert (await held(shop))["news"] is True
    await offers(shop, anna)
    await becomes(shop, 1, "sent")
    await anna.presses(card, "Новости: да и новому тексту")
    await anna.waits_until(lambda: "текст изменился" not in card.text)
    assert [one for one in await said(shop) if one[0] == "news"] == [
        ("news", "given", "privacy"),
        ("news", "given", "privacy"),
    ]


async def test_a_yes_in_the_checkout_is_the_same_yes(shop: Shop) -> None:
    bell = await stocked(shop)
    anna = await ready(shop, "Анна", bell)
    summary = next(one for one in anna.sees() if "Проверьте" in one.text)
    await anna.presses(summary, next(one for one in summary.buttons if "запоминать" in one))
    again = "Запомнить телефон для следующего раза"
    await anna.waits_until(lambda: again in summary.buttons)
    await shop.settles()
    assert await held(shop) == {}, "nothing was said to remembering, so nothing is taken back"
    await anna.presses(summary, again)
    await shop.settles()
    assert (await held(shop))["memory"] is True
    assert ("memory", "given", "checkout") in await said(shop)


async def test_forged_and_foreign_presses_change_nothing(shop: Shop) -> None:
    anna = await greets(shop)
    await anna.says("/privacy")
    card = await anna.waits_for("Только с вашего согласия")
    before = await said(shop)
    for ref, arg in (
        ("service", "no.privacy"),
        ("everything", "yes.privacy"),
        ("news", "maybe.privacy"),
        ("news", "yes.erasure"),
        ("news", "yes"),
        ("", ""),
    ):
        forged = sealed(shop, anna.id, "consent", ref, arg)
        assert "не работает" in await answer_to(anna, card, forged), (ref, arg)
    assert "не работает" in await answer_to(anna, card, sealed(shop, anna.id, "pvpage", "", "x"))
    foreign = sealed(shop, 12345, "consent", "news", "yes.privacy")
    assert "не работает" in await answer_to(anna, card, foreign)
    assert await said(shop) == before


async def test_nonsense_and_photos_meanwhile_are_plain_questions(asking: Shop) -> None:
    anna = asking.playground.user("Анна", language="ru")
    await anna.sends("photo", caption="что это за звонок и сколько он стоит?")
    await anna.waits_for("как вам удобнее")
    await anna.says("да")
    await asking.settles()
    assert "news" not in await held(asking), "a yes in words agrees to nothing"
    async with asking.looks() as tx:
        assert await tx.scalar(select(func.count()).select_from(Ticket)) == 1


def test_no_code_changes_or_deletes_an_event() -> None:
    wrong = []
    for folder in ("models", "services", "handlers", "bot"):
        for file in (ROOT / folder).rglob("*.py"):
            text = file.read_text("utf-8")
            for found in re.findall(r"(?:update|delete)\(\s*(?:ConsentEvent|PolicyText)\b", text):
                wrong.append((file.name, found))
    assert wrong == []
