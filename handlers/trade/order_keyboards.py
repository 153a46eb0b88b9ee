"""Keyboards of what is said about orders."""

from typing import Any

from handlers.buttons import Button
from handlers.texts import Texts

Rows = list[list[Button]]


def open_order(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """The card of the order that a sentence is about."""
    return [[Button(texts.say(language, "button-order-open"), "myorder", given["ref"])]]


def proposal(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Yes or no to a total."""
    ref, total = given["ref"], given["total"]
    return [
        [
            Button(texts.say(language, "button-agree"), "oagree", ref, total),
            Button(texts.say(language, "button-decline"), "odecline", ref, total),
        ]
    ]


def cancel(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Cancel it, or ask the staff to; or leave it."""
    yes = "button-cancel-yes" if given["own"] else "button-cancel-request"
    return [
        [Button(texts.say(language, yes), "ocancelyes", given["ref"])],
        [Button(texts.say(language, "button-keep"), "okeep")],
    ]


def words(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """No words after all."""
    return [[Button(texts.say(language, "button-no-comment"), "okeep")]]


def where(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """A person, when the answer is not enough."""
    return [
        [Button(texts.say(language, "button-order-person"), "oask", given["ref"])],
        *open_order(texts, language, given),
    ]


def never(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Staff have no answer to a question of the card."""
    said = texts.say(language, "button-drop")
    return [[Button(said, "wnever", arg=str(given.get("who", "")))]]


def off(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """The words that end an order are sent, or they are not."""
    return [
        [Button(texts.say(language, "button-off"), "woff", given["ref"])],
        *never(texts, language, given),
    ]


def orders(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """The cards of several orders."""
    buttons = [Button(f"№{number}", "workopen", ref) for number, ref in given["orders"]]
    return [buttons[at : at + 4] for at in range(0, len(buttons), 4)]


BY_NAME = {
    "order-open": open_order,
    "order-proposal": proposal,
    "order-cancel": cancel,
    "order-words": words,
    "order-where": where,
    "order-never": never,
    "order-off": off,
    "orders": orders,
}
