"""Keyboards of what staff are asked and told."""

from typing import Any

from handlers.buttons import Button
from handlers.texts import Texts, cut

Rows = list[list[Button]]
NAME = 30


def pairs(buttons: list[Button]) -> Rows:
    """Two in a row."""
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]


def never_mind(texts: Texts, language: str) -> list[Button]:
    """The button that takes a question away."""
    return [Button(texts.say(language, "button-drop"), "drop")]


def transfer(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Queues, then colleagues."""
    ref = given["ref"]
    queues = [Button(f"📥 {title}", "toqueue", ref, key) for title, key in given["queues"]]
    people = [
        Button(f"👤 {cut(name, NAME)}", "toperson", ref, who) for name, who in given["people"]
    ]
    return [*pairs(queues), *pairs(people), never_mind(texts, language)]


def callin(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Colleagues to ask in."""
    people = [
        Button(f"👤 {cut(name, NAME)}", "guest", given["ref"], who) for name, who in given["people"]
    ]
    return [*pairs(people), never_mind(texts, language)]


def topics(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """What a ticket can be about."""
    buttons = [Button(title, "settopic", given["ref"], topic) for title, topic in given["topics"]]
    return [*pairs(buttons), never_mind(texts, language)]


def move(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """The new topic belongs to another queue."""
    yes = Button(texts.say(language, "button-move"), "toqueue", given["ref"], given["queue"])
    return [[yes], [Button(texts.say(language, "button-stay"), "drop")]]


def ban(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Asked before it is done."""
    yes = Button(texts.say(language, "button-ban-yes"), "banyes", given["ref"])
    return [[yes], never_mind(texts, language)]


def unsure(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Nobody knows whether an answer arrived."""
    ref, message = given["ref"], str(given["message"])
    return [
        [
            Button(texts.say(language, "button-again"), "again", ref, message),
            Button(texts.say(language, "button-arrived"), "arrived", ref, message),
        ]
    ]


def reopen(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """The matter goes on after all."""
    return [[Button(texts.say(language, "button-reopen"), "reopen", given["ref"])]]


def which(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """One's own tickets, to send a message to one of them."""
    inbox = str(given["inbox"])
    buttons = [
        Button(f"№{number} {cut(name, NAME)}", "to", ref, inbox)
        for number, ref, name in given["tickets"]
    ]
    return [*pairs(buttons), never_mind(texts, language)]


def whether(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """A message that is kept back goes to its ticket's customer, or nowhere."""
    send = texts.say(language, "button-late-words")
    button = Button(send, "to", given["ref"], str(given["inbox"]))
    return [[button], never_mind(texts, language)]


def as_customer(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Be a customer for a while."""
    return [[Button(texts.say(language, "button-as-customer"), "ascustomer")]]


def as_staff(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Be staff again."""
    return [[Button(texts.say(language, "button-as-staff"), "asstaff")]]


def stats(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """The reports that there are."""
    words = [str(word) for word in given["words"]]
    said = [
        Button(texts.say(language, f"button-stats-{word}"), "stats", "", word) for word in words
    ]
    return pairs(said)
