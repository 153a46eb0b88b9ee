"""What customers read, in every state, at every hour, in both languages."""

from datetime import datetime

import pytest

from handlers.cards.mine import mine
from handlers.cards.rating import rating
from services import contacts
from services.card_views import TicketView
from tests.customer.shopfront import BORIS, at, rating_view, shop, texts, ticket_view

TEXTS = texts()
INTERNALS = ("triage", "Triage", "Разбор", "None", "open ", "guess", "{", "}")


def read(view: TicketView, now: datetime) -> str:
    """A card without its heading."""
    return mine(TEXTS, view, now).text.partition("\n")[2]


@pytest.mark.parametrize(
    ("now", "russian", "english"),
    [
        (at(23, 12), "Ответим сегодня до 12:30.", "We will answer by 12:30 today."),
        (at(23, 19, 50), "Ответим завтра до 9:20.", "We will answer by 9:20 tomorrow."),
        (
            at(23, 7),
            "Сейчас у нас закрыто, ответим сегодня до 9:30.",
            "We are closed now and will answer by 9:30 today.",
        ),
        (
            at(21, 19),
            "Сейчас у нас закрыто, ответим в понедельник до 9:30.",
            "We are closed now and will answer by 9:30 on Monday.",
        ),
        (
            at(22, 12),
            "Сейчас у нас закрыто, ответим завтра до 9:30.",
            "We are closed now and will answer by 9:30 tomorrow.",
        ),
        (
            at(24, 21),
            "Сейчас у нас закрыто, ответим в четверг до 9:30.",
            "We are closed now and will answer by 9:30 on Thursday.",
        ),
    ],
)
def test_the_promise_is_said_as_people_say_it(now: datetime, russian: str, english: str) -> None:
    assert read(ticket_view("ru", now), now).endswith(russian)
    assert read(ticket_view("en", now), now).endswith(english)


def test_a_broken_promise_is_not_repeated() -> None:
    now, late = at(23, 12), at(23, 15)
    assert "Простите, что приходится ждать" in read(ticket_view("ru", now), late)
    assert "Sorry to keep you waiting" in read(ticket_view("en", now), late)


def test_the_usual_time_is_said_only_when_it_is_sooner() -> None:
    now = at(23, 12)
    assert "обычно отвечаем за 5 мин" in read(ticket_view("ru", now, typical=5), now)
    assert "обычно" not in read(ticket_view("ru", now, typical=45), now)
    assert "за 1 мин" in read(ticket_view("ru", now, typical=0), now)


def test_every_state_has_its_words_and_no_internals() -> None:
    now = at(23, 12)
    states = [
        {},
        {"topic": None, "queue": "triage", "certainty": "unclear"},
        {"topic": None, "queue": "triage", "certainty": "guess"},
        {"topic": None, "queue": "triage", "certainty": "unclear", "decision": "person"},
        {"certainty": "guess"},
        {"reopened": 1},
        {"reopened": 1, "topic": None, "queue": "triage", "certainty": "unclear"},
        {"state": "asking", "topic": None, "queue": "triage"},
        {"choosing": True},
        {"state": "taken"},
        {"state": "taken", "agent": BORIS},
        {"state": "pending", "agent": BORIS},
        {"state": "resolved"},
        {"state": "resolved", "spam": True},
    ]
    for language in ("ru", "en"):
        seen = {mine(TEXTS, ticket_view(language, now, **more), now).text for more in states}
        assert len(seen) == len(states)
        for text in seen:
            assert not [word for word in INTERNALS if word in text], text


def test_buttons_fit_a_phone_and_small_talk_is_no_topic() -> None:
    now = at(23, 12)
    for language in ("ru", "en"):
        rows = mine(TEXTS, ticket_view(language, now, choosing=True), now).rows
        for row in rows[:-1]:
            assert len(row) == 1 or all(len(one.text) <= 18 for one in row)
        assert sum(len(row) for row in rows) == 18 + 2
        assert "smalltalk" not in {one.arg for row in rows for one in row}


def test_a_taken_card_has_no_buttons_even_while_choosing() -> None:
    view = ticket_view("ru", at(23, 12), state="taken", agent=BORIS, choosing=True)
    assert mine(TEXTS, view, at(23, 12)).rows == []


def test_the_likeliest_topics_come_first_and_the_shops_own_fill_up() -> None:
    view = ticket_view(
        "ru",
        at(23, 12),
        state="asking",
        topic=None,
        queue="triage",
        runners_up=[["refund", 0.5], ["gone", 0.2], ["smalltalk", 0.2], ["loyalty", 0.1]],
    )
    asked = [one.arg for row in mine(TEXTS, view, at(23, 12)).rows for one in row]
    assert asked[:4] == ["refund", "loyalty", "order_status", "order_change"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_rating_card_asks_only_what_is_open(language: str) -> None:
    verbs = {
        (): ["solved", "unsolved", "rate", "rate", "rate", "rate", "rate"],
        (("solved", True),): ["rate"] * 5,
        (("solved", False),): [],
        (("score", 5),): ["comment"],
        (("score", 2),): ["unsolved", "comment"],
        (("score", 2), ("solved", False)): ["comment"],
        (("score", 4), ("comment", "ok")): [],
    }
    for given, wanted in verbs.items():
        screen = rating(TEXTS, rating_view(language, **dict(given)))
        assert [one.verb for row in screen.rows for one in row] == wanted


@pytest.mark.parametrize(
    ("now", "russian", "english"),
    [
        (at(23, 12), "Сейчас открыто, до 20:00.", "Open now, until 20:00."),
        (at(22, 12), "откроемся завтра в 9:00.", "we open tomorrow at 9:00."),
        (at(24, 21), "откроемся в четверг в 9:00.", "we open on Thursday at 9:00."),
        (at(21, 19), "откроемся в понедельник в 9:00.", "we open on Monday at 9:00."),
    ],
)
def test_hours_in_words(now: datetime, russian: str, english: str) -> None:
    for language, wanted in (("ru", russian), ("en", english)):
        told = TEXTS.say(language, "contacts", lines=contacts.lines(shop(), language, now))
        assert told.endswith(wanted)
    assert "вс: выходной\n25 ноября — выходной." in TEXTS.say(
        "ru", "contacts", lines=contacts.lines(shop(), "ru", now)
    )
