"""Keyboards of this room's sentences, by name."""

from collections.abc import Callable
from typing import Any

from handlers.buttons import Button
from handlers.texts import Texts

Rows = list[list[Button]]


def agree_news(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """A yes or a no to news, in one tap."""
    yes = Button(texts.say(language, "button-agree-news"), "pfnews")
    return [[yes], [Button(texts.say(language, "button-no-news-now"), "pfnonews")]]


def write_again(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """An end to a stop or a pause, in one tap."""
    return [[Button(texts.say(language, "button-contact-again"), "pfwrite")]]


def guide(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """A guide may go, or not."""
    go = texts.say(language, "button-guide-go", count=given["count"])
    drop = Button(texts.say(language, "button-cancel-dialog"), "guidedrop", given["ref"])
    return [[Button(go, "guidego", given["ref"])], [drop]]


def guide_no(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """No guide after all."""
    return [[Button(texts.say(language, "button-cancel-dialog"), "guideno")]]


BY_NAME: dict[str, Callable[[Texts, str, dict[str, Any]], Rows]] = {
    "agree-news": agree_news,
    "write-again": write_again,
    "guide": guide,
    "guide-no": guide_no,
}
