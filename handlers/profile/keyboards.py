"""Keyboards of this room's sentences, by name."""

from collections.abc import Callable
from typing import Any

from handlers.buttons import Button
from handlers.texts import Texts

Rows = list[list[Button]]


def agree_news(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """A yes to news, in one tap."""
    return [[Button(texts.say(language, "button-agree-news"), "pfnews")]]


BY_NAME: dict[str, Callable[[Texts, str, dict[str, Any]], Rows]] = {"agree-news": agree_news}
