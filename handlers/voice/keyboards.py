"""Keyboards of this room's sentences, by name."""

from collections.abc import Callable
from typing import Any

from handlers.buttons import Button
from handlers.texts import Texts

Rows = list[list[Button]]


def complaint(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """The way from a reminder to its complaint."""
    return [[Button(texts.say(language, "button-complaint"), "ccard", given["ref"])]]


def outcome_plain(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """The outcome alone, without words."""
    plain = texts.say(language, "button-outcome-plain")
    return [[Button(plain, "cplain", given["ref"], given["outcome"])]]


def complaint_drop(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """It is none, or it stays one."""
    yes = texts.say(language, "button-complaint-drop")
    no = texts.say(language, "button-complaint-keep")
    return [[Button(yes, "topicsure", given["ref"], given["topic"])], [Button(no, "drop")]]


def wish_drop(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """No words after all."""
    return [[Button(texts.say(language, "button-wish-drop"), "wishdrop")]]


BY_NAME: dict[str, Callable[[Texts, str, dict[str, Any]], Rows]] = {
    "complaint": complaint,
    "outcome-plain": outcome_plain,
    "complaint-drop": complaint_drop,
    "wish-drop": wish_drop,
}
