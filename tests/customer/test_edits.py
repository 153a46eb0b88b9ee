"""What customers correct."""

from models.tickets import Ticket
from tests.customer.conversation import DELIVERY, STOCK, WHERE, how_many, messages, takes, texts
from tests.desk import Shop


async def test_an_edit_shows_on_every_copy(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    said = await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await takes(shop, boris, group)
    await boris.waits_for(DELIVERY, chat=group, since=0)
    for end in ("в Тулу", "в Омск", "в Псков"):
        await anna.edits(said, f"сколько стоит доставка {end}?")
    await boris.waits_for("доставка в Псков", chat=group)
    (message,) = await messages(shop)
    assert message.text == "сколько стоит доставка в Псков?" and message.edited_at is not None
    assert len([one for one in boris.sees(chat=group) if "стоит доставка" in one.text]) == 1


async def test_an_edit_before_anybody_took_it_changes_what_they_will_read(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    said = await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await anna.edits(said, f"{DELIVERY} И можно ли вечером?")
    await shop.settles()
    (ticket,) = await shop.tickets()
    assert ticket.subject.endswith("вечером?")
    await takes(shop, boris, group)
    await boris.waits_for("И можно ли вечером?", chat=group, since=0)


async def test_an_edited_caption_and_a_caption_that_answers_the_question(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    photo = await anna.sends("photo")
    await anna.waits_for("о чём оно")
    await anna.edits(photo, WHERE)
    await anna.waits_for("отдел «Заказы»", since=0)
    (ticket,) = await shop.tickets()
    assert ticket.state == "open" and ticket.subject == WHERE


async def test_an_edited_file_comes_as_a_new_copy(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    photo = await anna.sends("photo", caption=DELIVERY)
    await anna.waits_for("№1")
    await takes(shop, boris, group)
    await boris.waits_for(DELIVERY, chat=group, since=0)
    other = await anna.sends("photo", data=b"\x89PNG another", caption="и это")
    await boris.waits_for("и это", chat=group)
    photo.content = {**photo.content, "photo": other.content["photo"]}
    shop.playground.world.edited(photo, anna.user)
    await boris.waits_for("изменил сообщение", chat=group)
    await boris.waits_for(DELIVERY, chat=group)


async def test_small_talk_edited_into_a_question_is_a_question(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    said = await anna.says("привет")
    await anna.waits_for("Здравствуйте")
    await anna.edits(said, "приветик")
    await shop.settles()
    assert len(texts(anna)) == 1
    await anna.edits(said, STOCK)
    await anna.waits_for("№1 · Есть ли в наличии")
    assert await how_many(shop, Ticket) == 1
