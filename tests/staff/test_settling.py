"""Pending, resolve, reopen, ban and back."""

import re

from sqlalchemy import select

from models.people import Customer
from tests.desk import Shop
from tests.staff.scenes import PATIENCE, QUESTION, in_forum, in_private, ticket, toast


async def test_pending_waits_for_the_customer(shop: Shop) -> None:
    scene = await in_forum(shop)
    press = await scene.boris.presses("Ждём покупателя", chat=scene.group)
    assert "Ждём ответа" in await toast(press)
    one = await ticket(shop)
    assert one.state == "pending" and one.due_at is None
    await scene.anna.says("вот мой адрес: Тверь, Советская 1")
    await scene.boris.waits_for("Советская", chat=scene.group, timeout=PATIENCE)
    assert (await ticket(shop)).state == "taken"
    await scene.writes("/pending")
    await shop.settles()
    await scene.writes("/pending")
    await scene.boris.waits_for("и так ждёт", chat=scene.group, timeout=PATIENCE)


async def test_resolve_is_told_once_and_stale_buttons_are_polite(shop: Shop) -> None:
    scene = await in_private(shop)
    card = next(one for one in scene.boris.sees() if "✅ Решено" in one.buttons)
    stale = card.button_rows[0][0]["callback_data"]
    await scene.boris.presses(card, "✅ Решено")
    await scene.anna.waits_for("Вопрос решён?", timeout=PATIENCE)
    again = await scene.boris.presses(card, data=stale)
    assert "уже решено" in await toast(again)
    await scene.boris.says("/reopen 1")
    await shop.settles()
    assert (await ticket(shop)).state == "taken"


async def test_ban_asks_first_and_can_be_undone(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.writes("/ban")
    ask = await scene.boris.waits_for("Закрыть доступ", chat=scene.group, timeout=PATIENCE)
    assert not await banned(shop)
    await scene.boris.presses(ask, "Да, закрыть доступ")
    await scene.boris.waits_for("Доступ закрыт", chat=scene.group, timeout=PATIENCE)
    await shop.settles()
    one = await ticket(shop)
    assert one.state == "resolved" and one.spam and await banned(shop)
    assert "Вопрос решён" not in scene.customer_sees()
    await scene.anna.says("ау!")
    await scene.anna.waits_for("не получится", timeout=PATIENCE)
    await scene.writes("ничего личного")
    await scene.boris.waits_for("Доступ этого покупателя", chat=scene.group, timeout=PATIENCE)
    await scene.boris.says("/card 1", chat=scene.group)
    card = await scene.boris.waits_for("доступ закрыт", chat=scene.group, timeout=PATIENCE)
    await scene.boris.presses(card, "Вернуть доступ")
    await scene.boris.waits_for("снова может писать", chat=scene.group, timeout=PATIENCE)
    assert not await banned(shop)
    await scene.anna.says(QUESTION)
    await scene.anna.waits_for("№", timeout=PATIENCE)
    assert any(one.state != "resolved" for one in await shop.tickets())


async def test_the_customer_card_tells_who_it_is(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.anna.shares_contact()
    await shop.settles()
    await scene.writes("/resolve")
    rate = await scene.anna.waits_for("Вопрос решён?", timeout=PATIENCE)
    await scene.anna.presses(rate, "4 ⭐")
    await shop.settles()
    await scene.boris.says("/card 1")
    card = await scene.boris.waits_for("Телефон", timeout=PATIENCE)
    for words in ("Анна", "русский", "на связи", "№1 Доставка", "4 ⭐", "Последнее слово"):
        assert words in card.text
    await scene.boris.waits_for("Слова", timeout=PATIENCE)


async def test_of_two_cards_only_the_newest_has_buttons_and_dates_look_alike(shop: Shop) -> None:
    scene = await in_forum(shop)
    await scene.writes("доставим в среду")
    await scene.boris.waits_for("доставлен", chat=scene.group, timeout=PATIENCE)
    first = next(one for one in scene.boris.sees(chat=scene.group) if "✅ Решено" in one.buttons)
    await scene.writes("/card")
    about = await scene.boris.waits_for("Впервые здесь", chat=scene.group, timeout=PATIENCE)
    await scene.boris.waits_until(lambda: first.buttons == [], timeout=PATIENCE)
    second = next(one for one in scene.boris.sees(chat=scene.group) if "✅ Решено" in one.buttons)
    assert second.id > first.id and "Доставка" in first.text
    await scene.writes("/card")
    await scene.boris.waits_until(lambda: second.buttons == about.buttons == [], timeout=PATIENCE)
    day = r"\d+ [а-я]+ в \d+:\d\d"
    assert re.search(f"ответ от {day} доставлен", second.text)
    assert re.search(f"Впервые здесь: {day}", about.text)
    assert "сегодня" not in about.text + second.text


async def banned(shop: Shop) -> bool:
    async with shop.looks() as tx:
        return bool(await tx.scalar(select(Customer.banned)))
