"""Keyboards of what customers are told."""

from typing import Any

from handlers.buttons import Button
from handlers.texts import LANGUAGES, Texts

Rows = list[list[Button]]


def start(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """The ways on from the greeting; to the catalogue where the shop sells something."""
    catalogue = [[Button(texts.say(language, "button-catalog"), "catalog")]]
    return [
        *(catalogue if given.get("sells") else []),
        [Button(texts.say(language, "button-contacts"), "contacts")],
        [
            Button(texts.say(language, "button-person"), "operator"),
            Button(texts.say(language, "button-help"), "help"),
        ],
    ]


def languages(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Each language under its own name."""
    return [
        [Button(texts.say(one, "language-name"), "language", "", one) for one in LANGUAGES],
    ]


def comment(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """No words after all."""
    return [[Button(texts.say(language, "button-no-comment"), "nocomment", given["ref"])]]


def split(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Another matter: a ticket of its own, or part of this one."""
    arg = f"{given['message']}.{given['topic']}"
    return [
        [Button(texts.say(language, "button-split-yes"), "split", given["ref"], arg)],
        [Button(texts.say(language, "button-split-no"), "nosplit", given["ref"])],
    ]


def never_mind(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Nothing is to be said after all."""
    return [[Button(texts.say(language, "button-never-mind"), "nevermind")]]
