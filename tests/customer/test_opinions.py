"""How customers say how it went."""

from playground.people import Person
from tests.customer.conversation import (
    DELIVERY,
    STOCK,
    button,
    messages,
    rating,
    takes,
    texts,
    toast,
)
from tests.desk import Shop


async def resolved(shop: Shop) -> tuple[Person, Person, Person, object]:
    """A ticket of Anna's that Boris has resolved; Vera is the supervisor."""
    boris = await shop.agent("Борис", "orders")
    vera = await shop.agent("Вера", "orders", role="supervisor")
    group = await shop.group("Заказы", "orders", boris, vera)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await takes(shop, boris, group)
    await boris.presses("✅ Решено")
    await anna.waits_for("Вопрос решён?")
    return anna, boris, vera, group


async def test_one_tap_is_a_rating_and_the_first_counts(shop: Shop) -> None:
    anna, *_ = await resolved(shop)
    card = next(one for one in anna.sees() if "Вопрос решён?" in one.text)
    five, one = button(card, "5 ⭐"), button(card, "1 ⭐")
    assert await toast(await anna.presses(card, data=five)) == "Спасибо за оценку!"
    assert "уже записан" in await toast(await anna.presses(card, data=one))
    presses = [await anna.presses(card, data=one) for _ in range(100)]
    assert {await toast(press) for press in presses} == {"Ваш ответ уже записан. Спасибо!"}
    assert (await rating(shop)).score == 5


async def test_a_poor_rating_is_told_to_the_supervisor_once(shop: Shop) -> None:
    anna, _, vera, _ = await resolved(shop)
    card = next(one for one in anna.sees() if "Вопрос решён?" in one.text)
    two = button(card, "2 ⭐")
    for _ in range(10):
        await anna.presses(card, data=two)
    await anna.waits_for("Простите, что подвели", since=0)
    await vera.waits_for("2 из 5", since=0)
    await shop.settles()
    assert sum("2 из 5" in one.text for one in vera.sees()) == 1


async def test_not_solved_opens_it_again_at_once_and_asks_again_at_the_end(shop: Shop) -> None:
    anna, boris, _, group = await resolved(shop)
    card = next(one for one in anna.sees() if "Вопрос решён?" in one.text)
    four = button(card, "4 ⭐")
    await anna.presses(card, "Вопрос не решён")
    await anna.waits_for("Открыли обращение №1 снова")
    await anna.waits_for("Вам помогает Борис", since=0)
    await boris.waits_for("снова открыл №1", chat=group)  # type: ignore[arg-type]
    await shop.settles()
    assert "ещё работаем" in await toast(await anna.presses(card, data=four))
    await boris.waits_until(lambda: _sees(boris, "✅ Решено"))
    await boris.presses("✅ Решено")
    await anna.waits_for("Вопрос решён?")
    await anna.presses("4 ⭐")
    await anna.waits_for("Ваша оценка: 4")
    assert [one.state for one in await shop.tickets()] == ["resolved"]


async def test_a_rated_ticket_is_not_asked_about_again(shop: Shop) -> None:
    anna, boris, _, group = await resolved(shop)
    await anna.presses("3 ⭐")
    await anna.waits_for("Ваша оценка: 3")
    await anna.says(DELIVERY)
    await boris.waits_for("снова открыл №1", chat=group)  # type: ignore[arg-type]
    await boris.waits_until(lambda: _sees(boris, "✅ Решено"))
    await boris.presses("✅ Решено")
    await shop.settles()
    assert not [text for text in texts(anna) if "Вопрос решён?" in text]


async def test_the_next_words_are_the_comment(shop: Shop) -> None:
    anna, boris, vera, _ = await resolved(shop)
    await anna.presses("1 ⭐")
    await anna.waits_for("Простите, что подвели")
    await anna.presses("Добавить пару слов")
    asked = await anna.waits_for("станет отзывом")
    assert asked.buttons == ["Без слов"]
    said = await anna.says("ждала три дня & никто не позвонил")
    await anna.waits_for("Ваши слова прочитают")
    await anna.waits_until(lambda: asked.buttons == [])
    for person in (boris, vera):
        await person.waits_for("никто не позвонил", since=0)
    assert (await rating(shop)).comment == said.text
    rated, complaint = await shop.tickets()
    assert (rated.state, complaint.state, complaint.subject) == ("resolved", "open", said.text)
    await anna.edits(said, "ждала три дня")
    await shop.settles()
    assert (await rating(shop)).comment == "ждала три дня"
    await anna.says(STOCK)
    await anna.waits_for("Похоже, это уже другой вопрос", since=0)


async def test_a_comment_can_be_dropped(shop: Shop) -> None:
    anna, *_ = await resolved(shop)
    await anna.presses("5 ⭐")
    await anna.waits_for("Ваша оценка: 5")
    await anna.presses("Добавить пару слов")
    await anna.waits_for("станет отзывом")
    assert await toast(await anna.presses("Без слов")) == "Хорошо."
    await anna.says(STOCK)
    await anna.waits_for("№2")
    assert (await rating(shop)).comment is None
    await shop.settles()
    assert not [text for text in texts(anna) if "станет отзывом" in text]


async def test_a_comment_is_waited_for_an_hour_and_only_in_words(shop: Shop) -> None:
    anna, *_ = await resolved(shop)
    await anna.presses("5 ⭐")
    await anna.waits_for("Ваша оценка: 5")
    await anna.presses("Добавить пару слов")
    await anna.waits_for("станет отзывом")
    await anna.says("/help")
    await anna.waits_for("/operator")
    shop.clock.passes(minutes=61)
    await anna.says(STOCK)
    await anna.waits_for("№2")
    assert (await rating(shop)).comment is None


async def test_a_photo_is_a_comment_that_staff_see_and_ends_the_dialog(shop: Shop) -> None:
    anna, boris, *_ = await resolved(shop)
    await anna.presses("5 ⭐")
    await anna.waits_for("Ваша оценка: 5")
    await anna.presses("Добавить пару слов")
    await anna.waits_for("станет отзывом")
    await anna.sends("photo")
    await anna.waits_for("Ваши слова прочитают")
    await boris.waits_for("№1, оценка 5: «фото»", since=0)
    await anna.says(STOCK)
    await anna.waits_for("№2")
    assert (await rating(shop)).comment == ""
    assert len(await messages(shop)) == 3
    assert not [text for text in texts(anna) if "Добавить пару слов" in text]


async def test_an_album_is_one_comment_with_all_its_parts(shop: Shop) -> None:
    anna, *_ = await resolved(shop)
    await anna.presses("5 ⭐")
    await anna.waits_for("Ваша оценка: 5")
    await anna.presses("Добавить пару слов")
    await anna.waits_for("станет отзывом")
    await anna.sends_album("photo", 3, caption="вот как упаковали")
    await anna.waits_for("Ваши слова прочитают")
    await anna.says(STOCK)
    await anna.waits_for("№2")
    await shop.settles()
    assert (await rating(shop)).comment == "вот как упаковали"
    assert [one.ticket_id for one in await messages(shop)] == [1, 1, 1, 1, 2]


async def test_after_a_sticker_words_are_still_waited_for(shop: Shop) -> None:
    anna, *_ = await resolved(shop)
    await anna.presses("2 ⭐")
    await anna.waits_for("Простите, что подвели", since=0)
    await anna.presses("Добавить пару слов")
    await anna.waits_for("станет отзывом")
    for kind in ("sticker", "dice", "sticker"):
        await anna.sends(kind, emoji="🎲" if kind == "dice" else "👍")
        await anna.waits_for("Напишите, пожалуйста, словами")
    assert (await rating(shop)).comment is None and len(await messages(shop)) == 1
    await anna.says("Ответили через три дня")
    await anna.waits_for("Ваши слова прочитают")
    assert (await rating(shop)).comment == "Ответили через три дня"
    assert [(one.ticket_id, one.text) for one in await messages(shop)][1:] == [
        (2, "Ответили через три дня")
    ]


async def test_after_four_weeks_it_is_too_late(shop: Shop) -> None:
    anna, *_ = await resolved(shop)
    shop.clock.passes(days=29)
    assert "больше четырёх недель" in await toast(await anna.presses("5 ⭐"))
    assert (await rating(shop)).score is None


def _sees(person: Person, button: str) -> bool:
    """Whether a button stands somewhere before a person's eyes."""
    seen = [one for chat in person.chats() for one in chat.messages.values() if not one.deleted]
    return any(button in one.buttons for one in seen)
