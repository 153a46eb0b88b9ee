"""Keyboards of this room's sentences, by name."""

from collections.abc import Callable
from typing import Any

from handlers.buttons import Button
from handlers.privacy import own_keyboards
from handlers.texts import Texts

Rows = list[list[Button]]


def less_undo(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """After a word on a kind of message: back again; after news, no news at all."""
    back = [Button(texts.say(language, "button-less-undo"), "lessundo", given["ref"])]
    all_news = [Button(texts.say(language, "button-no-news"), "stopnews", given["ref"])]
    return [all_news, back] if given.get("news") else [back]


def less_ways(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """After "stop" in words: no news, less of all, what is kept."""
    ways = (
        Button(texts.say(language, "button-stop-news"), "consent", "news", "no.privacy"),
        Button(texts.say(language, "button-privacy-contact"), "contactme"),
        Button(texts.say(language, "button-privacy-more"), "privacy"),
    )
    return [[one] for one in ways]


def news_undo(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """After the end of all news: back again."""
    return [[Button(texts.say(language, "button-news-back"), "newsback", given["ref"])]]


BY_NAME: dict[str, Callable[[Texts, str, dict[str, Any]], Rows]] = {
    **own_keyboards.BY_NAME,
    "less-undo": less_undo,
    "less-ways": less_ways,
    "news-undo": news_undo,
}
