"""Every kind of message is taken, stored with its kind and file, and passed on or explained."""

from typing import Any

import pytest

from models.tickets import Ticket
from tests.customer.conversation import (
    DELIVERY,
    customer,
    how_many,
    messages,
    takes,
    texts,
)
from tests.desk import Shop

FILES = ("photo", "voice", "video", "video_note", "document", "audio", "animation", "sticker")
OTHERS = ("location", "venue", "contact", "poll", "dice")
UNCOPYABLE = ("quiz", "story", "invoice", "paid_media", "game")


ASKED_ABOUT = [kind for kind in (*FILES, *OTHERS) if kind != "sticker"]


@pytest.mark.parametrize("kind", ASKED_ABOUT)
async def test_whatever_is_sent_is_taken_and_asked_about(shop: Shop, kind: str) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.sends(kind)
    card = await anna.waits_for("о чём оно")
    assert "Позвать человека" in card.buttons
    (message,) = await messages(shop)
    assert message.kind == kind and message.copyable
    assert bool(message.file_id) == (kind in FILES)


async def test_every_kind_reaches_the_agent(shop: Shop) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await takes(shop, boris, group)
    for kind in (*FILES, *OTHERS):
        await anna.sends(kind)
        await boris.waits_for(lambda one, kind=kind: one.kind == kind, chat=group)
    assert len(await messages(shop)) == 1 + len(FILES) + len(OTHERS)


@pytest.mark.parametrize("kind", UNCOPYABLE)
async def test_what_can_not_be_copied_is_said_to_both(shop: Shop, kind: str) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(DELIVERY)
    await anna.waits_for("№1")
    await takes(shop, boris, group)
    _send(anna, kind)
    name = shop.app.texts.say("ru", f"kind-{kind}")
    await anna.waits_for(f"вы прислали: {name}")
    await boris.waits_for(name, chat=group)
    message = (await messages(shop))[-1]
    assert message.kind == kind and not message.copyable


async def test_events_are_no_messages(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    first = await anna.says("здравствуйте")
    await anna.waits_for("Здравствуйте")
    pinned = {"pinned_message": first.json()}
    anna.post("pinned_message", pinned, None, None, None)
    anna.post("users_shared", {"users_shared": {"request_id": 1, "users": []}}, None, None, None)
    await shop.settles()
    assert await how_many(shop, Ticket) == 0
    assert len(texts(anna)) == 1


async def test_an_own_contact_is_remembered_and_a_foreign_one_is_not(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.sends("contact", phone_number="+79990000000", first_name="Пётр", user_id=5)
    await anna.waits_for("№1")
    assert (await customer(shop, anna)).phone is None
    await anna.shares_contact()
    await shop.settles()
    phone = (await messages(shop))[-1].extra["phone"]
    assert (await customer(shop, anna)).phone == phone


@pytest.mark.parametrize("name", ["<b>Ж & Ко</b>", "שרה כהן", "\u202eаннА", "х" * 64])
async def test_odd_names_and_long_texts_do_no_harm(shop: Shop, name: str) -> None:
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris)
    person = shop.playground.user(name, language="ru")
    await person.starts()
    await person.waits_for("Здравствуйте")
    text = f"{DELIVERY} <b>& {'🚲' * 1900}"
    await person.says(text)
    await person.waits_for("№1")
    await takes(shop, boris, group)
    copy = await boris.waits_for(DELIVERY, chat=group, since=0)
    assert copy.text == text
    assert "\u202e" not in "".join(texts(person))


def _send(person: Any, kind: str) -> None:
    contents: dict[str, dict[str, Any]] = {
        "quiz": {
            "poll": {
                "id": "1",
                "question": "Сколько?",
                "options": [],
                "total_voter_count": 0,
                "is_closed": False,
                "is_anonymous": True,
                "type": "quiz",
                "allows_multiple_answers": False,
                "allows_revoting": False,
                "members_only": False,
            }
        },
        "story": {"story": {"chat": {"id": 1, "type": "private"}, "id": 3}},
        "invoice": {
            "invoice": {
                "title": "Счёт",
                "description": "за велосипед",
                "start_parameter": "",
                "currency": "RUB",
                "total_amount": 100,
            }
        },
        "paid_media": {"paid_media": {"star_count": 1, "paid_media": []}},
        "game": {"game": {"title": "Игра", "description": "", "photo": []}},
    }
    person.post("poll" if kind == "quiz" else kind, contents[kind], None, None, None)
