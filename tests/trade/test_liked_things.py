"""Stars for the things of a delivered order: one tap each, kept things only, each product once."""

from collections.abc import Sequence

import pytest
from sqlalchemy import select

from models.memory.complaints import Complaint
from models.memory.surveys import ProductRating
from models.trade.orders import OrderLine
from playground.messages import Message
from playground.people import Person
from services.trade.liked_view import MOST, inside, next_thing
from tests.conftest import OpenShop
from tests.databases import database_url, empty_database_url
from tests.desk import Shop
from tests.privacy.offering import wishes
from tests.security.forging import answer_to, sealed
from tests.staff.scenes import toast
from tests.trade.ordered import (
    BELL,
    HELMET,
    PATIENCE,
    customer,
    events,
    orders,
    presses,
    stocked,
    told,
)

__all__ = ["database_url", "empty_database_url"]


async def stars(shop: Shop) -> Sequence[ProductRating]:
    """What was given to things, as stored."""
    async with shop.looks() as tx:
        return (
            (await tx.execute(select(ProductRating).order_by(ProductRating.line_id)))
            .scalars()
            .all()
        )


async def test_after_the_order_its_things_are_asked_about_one_by_one(
    database_url: str, open_shop: OpenShop
) -> None:
    shop = await open_shop(database_url=database_url)
    vera = await shop.agent("Вера", "orders", role="supervisor")
    boris = await shop.agent("Борис", "orders")
    anna, zoya = await customer(shop), await customer(shop, "Зоя")
    helmet, bell = await stocked(shop), await stocked(shop, BELL, 50_050)
    lock = await stocked(shop, "Замок", 99_000)
    placed = await orders(shop, anna, (helmet, 1), (bell, 1), (lock, 1), state="shipped")
    await boris.says("/orders 1")
    work = await boris.waits_for("Заказ №1", timeout=PATIENCE)
    await presses(boris, work, "Доставлен")
    card = await anna.waits_for("Как вам заказ?", timeout=PATIENCE)
    early = sealed(shop, anna.id, "thingrate", placed.ref, "1.5")
    assert "уже записан" in await answer_to(anna, card, early)
    await anna.presses(card, "5 ⭐")
    await anna.waits_until(lambda: f"Как вам «{HELMET}»?" in card.text, timeout=PATIENCE)
    theirs = sealed(shop, zoya.id, "thingrate", placed.ref, "1.1")
    assert "не работает" in await answer_to(zoya, zoya.sees()[-1], theirs)
    assert await toast(await anna.presses(card, "4 ⭐")) == "Спасибо за оценку!"
    await anna.waits_until(
        lambda: f"Как вам «{inside(BELL, 'ru')}»?" in card.text, timeout=PATIENCE
    )
    await explains(anna, card, "что хорошо", "Сел как влитой")
    again = sealed(shop, anna.id, "thingrate", placed.ref, "1.1")
    assert "уже записан" in await answer_to(anna, card, again)
    await anna.presses(card, "Пропустить")
    await anna.waits_until(lambda: "Как вам «Замок»?" in card.text, timeout=PATIENCE)
    for arg in ("3.9", "x.5", "3.", "99.5"):
        odd = sealed(shop, anna.id, "thingrate", placed.ref, arg)
        assert await answer_to(anna, card, odd)
    await anna.presses(card, "1 ⭐")
    await vera.waits_for("1 из 5 за «Замок» в заказе №1", since=0, timeout=PATIENCE)
    await anna.waits_until(lambda: "«Замок»: 1 ⭐. Жаль" in card.text, timeout=PATIENCE)
    assert "Рады, что заказ №1 понравился.\n" in card.text
    await explains(anna, card, "что не так с «Замок»", "Ключ не входит")
    await vera.waits_for("Ключ не входит", since=0, timeout=PATIENCE)
    await anna.waits_for("Разберёмся, что пошло не так", since=0, timeout=PATIENCE)
    await anna.waits_until(lambda: "Как вам «" not in card.text, timeout=PATIENCE)
    assert [(one.line_id, one.score, one.comment) for one in await stars(shop)] == [
        (1, 4, "Сел как влитой"),
        (3, 1, "Ключ не входит"),
    ]
    async with shop.looks() as tx:
        found = (await tx.execute(select(Complaint))).scalar_one()
    assert (found.cause, found.order_id, found.score) == ("product_score", 1, 1)
    assert (await events(shop))[-1] == "rate" and told(anna, "Спасибо за оценку: 5") == 1


async def explains(anna: Person, card: Message, question: str, words: str) -> None:
    """A few words about the thing that got its stars last."""
    await presses(anna, card, "Пара слов о")
    await anna.waits_for(question, timeout=PATIENCE)
    await anna.says(words)
    await anna.waits_for("Ваши слова прочитают", timeout=PATIENCE)
    await anna.waits_until(lambda: not any("Пара слов" in one for one in card.buttons))


def test_quotation_marks_of_a_name_become_the_inner_ones() -> None:
    assert inside("Покрышка «Лес» 29 × 2,25", "ru") == "Покрышка „Лес“ 29 × 2,25"
    assert inside("Tyre “Forest”", "en") == "Tyre ‘Forest’"


async def test_what_came_back_or_is_muted_is_not_asked_about(shop: Shop) -> None:
    anna = await customer(shop)
    helmet, bell = await stocked(shop), await stocked(shop, BELL, 50_050)
    now = shop.clock()
    placed = await orders(shop, anna, (helmet, 1), (bell, 1), state="delivered", delivered_at=now)
    async with shop.app.store.change() as tx:
        (await tx.get_one(OrderLine, 1)).returned = 1
    rate = sealed(shop, anna.id, "orate", placed.ref, "4")
    assert await answer_to(anna, anna.sees()[-1], rate) == "Спасибо за оценку!"
    await anna.waits_for(f"Как вам «{inside(BELL, 'ru')}»?", since=0, timeout=PATIENCE)
    returned = sealed(shop, anna.id, "thingrate", placed.ref, "1.1")
    assert "уже записан" in await answer_to(anna, anna.sees()[-1], returned)
    await wishes(shop, anna, muted=["product_rating"])
    muted = sealed(shop, anna.id, "thingrate", placed.ref, "2.1")
    assert "уже записан" in await answer_to(anna, anna.sees()[-1], muted)
    assert await stars(shop) == []


async def test_a_second_delivery_within_three_days_brings_no_stars(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    anna = await customer(shop)
    helmet = await stocked(shop)
    for number in (1, 2):
        await orders(shop, anna, (helmet, 1), state="shipped")
        await boris.says(f"/orders {number}")
        work = await boris.waits_for(f"Заказ №{number}", timeout=PATIENCE)
        await presses(boris, work, "Доставлен")
        await anna.waits_for(f"Заказ №{number} доставлен", since=0, timeout=PATIENCE)
        shop.clock.passes(hours=70)
    await shop.settles()
    cards = [one for one in anna.sees() if " доставлен." in one.text]
    assert ["1 ⭐" in one.buttons for one in cards] == [True, False]


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_words_are_wanted_where_nobody_would_see_a_photo(shop: Shop, language: str) -> None:
    anna = await customer(shop, language=language)
    now = shop.clock()
    placed = await orders(shop, anna, (await stocked(shop), 1), state="delivered", delivered_at=now)
    somewhere = anna.sees()[-1]
    await answer_to(anna, somewhere, sealed(shop, anna.id, "orate", placed.ref, "5"))
    press = sealed(shop, anna.id, "ocomment", placed.ref)
    await anna.presses(somewhere, data=press)
    await anna.waits_for("парой слов" if language == "ru" else "in a few words", timeout=PATIENCE)
    needs = "Напишите, пожалуйста, словами" if language == "ru" else "Please put it into words"
    for kind in ("photo", "sticker"):
        await anna.sends(kind)
        await anna.waits_for(needs, timeout=PATIENCE)
    await anna.says("Всё хорошо")
    await anna.waits_for("Спасибо!" if language == "ru" else "Thank you!", timeout=PATIENCE)
    assert (await events(shop))[-1] == "comment"


def line(number: int, product: int | None, quantity: int = 1, returned: int = 0) -> OrderLine:
    return OrderLine(id=number, product_id=product, quantity=quantity, returned=returned)


def test_which_thing_comes_next() -> None:
    lines = [line(1, 7), line(2, 7), line(3, 8, 2, 1), line(4, None), line(5, 9, 1, 1)]
    order: list[int] = []
    while (found := next_thing(lines, {}, order)) is not None:
        order.append(found.id)
    assert order == [1, 3, 4]
    gone = next_thing(lines, {1: 1}, ())
    assert gone is not None and gone.id == 2
    many = [line(number, number) for number in range(1, 41)]
    asked: list[int] = []
    while (found := next_thing(many, {}, asked)) is not None:
        asked.append(found.id)
    assert len(asked) == MOST
