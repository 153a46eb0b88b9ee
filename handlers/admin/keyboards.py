"""Keyboards of what admins and staff are told."""

from typing import Any

from handlers.buttons import Button
from handlers.texts import Texts

Rows = list[list[Button]]


def take(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Take a ticket that waits too long."""
    text = texts.say(language, "button-take", number=given["number"])
    return [[Button(text, "take", given["ref"])]]


def give_back(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Put a ticket back into its queue."""
    text = texts.say(language, "button-give-back", number=given["number"])
    return [[Button(text, "giveback", given["ref"])]]


def late(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Take tickets that wait too long, or put them back: two in a row."""
    rows = [(give_back if one["held"] else take)(texts, language, one) for one in given["tickets"]]
    buttons = [row[0][0] for row in rows]
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]


def duty(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """The other way, and one's name where nobody else reads it."""
    to = "off" if given["on"] else "on"
    rows = [[Button(texts.say(language, f"button-duty-{to}"), "duty", to)]]
    return rows + name(texts, language, given) if given["private"] else rows


def name(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Change the name that customers see."""
    return [[Button(texts.say(language, "button-name"), "name")]]


def cancel(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Leave a dialog."""
    return [[Button(texts.say(language, "button-cancel-dialog"), "canceldialog")]]


def export(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """What is sent, labels or the catalogue, and in which form."""
    labels = [
        [Button(texts.say(language, f"button-export-{form}"), "export", "", form)]
        for form in given["forms"]
    ]
    catalogue = [
        [Button(texts.say(language, f"button-feed-export-{form}"), "feedexport", "", form)]
        for form in given["catalogue"]
    ]
    return labels + catalogue


def topic_queue(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Which queue answers a new topic."""
    rows = [[Button(title, "topicqueue", "", number)] for title, number in given["queues"]]
    return rows + cancel(texts, language, given)
