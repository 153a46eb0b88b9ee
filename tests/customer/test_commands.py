"""What customers ask of the bot itself."""

import pytest

from models.tickets import Ticket
from tests.customer.conversation import DELIVERY, customer, how_many, messages, texts, toast
from tests.desk import Shop


async def test_start_greets_by_name_and_says_what_is_stored(shop: Shop) -> None:
    anna = shop.playground.user("Анна <b>&", language="ru")
    await anna.starts()
    hello = await anna.waits_for("Здравствуйте, Анна <b>&!")
    assert "/privacy" in hello.text and "Спица" in hello.text
    assert hello.buttons == ["Контакты и часы работы", "Позвать человека", "Что я умею"]
    assert await how_many(shop, Ticket) == 0


async def test_the_language_is_the_one_of_telegram(shop: Shop) -> None:
    for code, hello in (("uk", "Здравствуйте"), ("de", "Hello"), (None, "Здравствуйте")):
        person = shop.playground.user("Kim", language=code)
        await person.starts()
        await person.waits_for(hello)


async def test_a_link_with_a_payload_is_a_plain_greeting(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.starts("from_instagram_42")
    await anna.waits_for("Здравствуйте, Анна!")
    assert await how_many(shop, Ticket) == 0


async def test_help_lists_only_what_is_built(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("/help")
    told = await anna.waits_for("/operator")
    assert "/callback" not in told.text and "/cart" not in told.text
    for command in ("/start", "/language", "/privacy"):
        assert command in told.text


async def test_an_unknown_command_is_answered_and_its_words_are_a_question(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("/queue")
    await anna.waits_for("просто напишите его словами")
    assert await how_many(shop, Ticket) == 0
    await anna.says(f"/vopros {DELIVERY}")
    await anna.waits_for("№1")
    assert [one.text for one in await messages(shop)] == [f"/vopros {DELIVERY}"]


async def test_what_staff_tell_the_bot_is_no_question_of_a_customer(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    for words in ("/invite agent orders", "/take 1", "/resolve@prilavok 1"):
        await anna.says(words)
        await anna.waits_for("Такой команды у меня нет")
        assert await how_many(shop, Ticket) == 0


async def test_the_language_is_chosen_and_kept(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    await anna.waits_for("Ответим")
    await anna.says("/language")
    asked = await anna.waits_for("Which language")
    assert asked.buttons == ["Русский", "English"]
    await anna.presses(asked, "English")
    await anna.waits_for("speak English")
    await anna.waits_for("We will answer", since=0)
    assert await toast(await anna.presses("A person, please")) != ""
    await anna.says("/help")
    await anna.waits_for("no commands to learn")
    assert (await customer(shop, anna)).language == "en"


async def test_privacy_says_what_why_how_long_and_whom_to_ask(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("/privacy")
    card = await anna.waits_for("Ваши данные")
    await anna.presses(card, "Что, зачем и как долго")
    await anna.waits_until(lambda: "Зачем" in card.text)
    for words in ("Как долго", "https://spoke.example/privacy", "hello@spoke.example"):
        assert words in card.text


async def test_contacts_and_hours_are_one_tap_away(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.starts()
    await anna.waits_for("Здравствуйте")
    await anna.presses("Контакты и часы работы")
    told = (await anna.waits_for("+7 495 000-00-00")).text
    assert "пн–пт: 9:00–20:00\nсб–вс: 10:00–18:00" in told
    assert "Сейчас открыто" in told or "Сейчас закрыто, откроемся" in told
    ann = shop.playground.user("Ann", language="en")
    await ann.starts()
    await ann.waits_for("Hello")
    await ann.presses("Contacts and opening hours")
    told = (await ann.waits_for("+7 495 000-00-00")).text
    assert "Mon–Fri: 9:00–20:00" in told and "1 Velosipednaya" in told


async def test_operator_calls_a_person_and_the_words_that_follow_route_it(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says("/operator")
    card = await anna.waits_for("Позвали сотрудника")
    assert "Ответим" in card.text
    (ticket,) = await shop.tickets()
    assert ticket.state == "open" and ticket.topic_id is None
    await anna.says("/operator")
    await anna.waits_for("Сотрудник уже позван")
    await anna.says(DELIVERY)
    await anna.waits_for("Доставка", since=0)
    (ticket,) = await shop.tickets()
    assert ticket.topic_id is not None and ticket.subject == DELIVERY


@pytest.mark.parametrize("times", [30])
async def test_a_person_called_by_button_again_and_again_is_one_ticket(
    shop: Shop, times: int
) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.starts()
    await anna.waits_for("Здравствуйте")
    for _ in range(times):
        await anna.presses("Позвать человека")
    await shop.settles()
    assert await how_many(shop, Ticket) == 1


async def test_small_talk_makes_no_ticket(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    for said, answer in (("здравствуйте", "Здравствуйте!"), ("ты бот?", "живые люди")):
        await anna.says(said)
        await anna.waits_for(answer)
    assert await how_many(shop, Ticket) == 0
    assert len(texts(anna)) == 2
