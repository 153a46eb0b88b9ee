"""A catalogue file: what it would change, before anything of it is in the shop."""

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts
from handlers.trade.cards.feed_words import SHOWN, words
from services.trade.feeds.views import FeedView

Rows = list[list[Button]]


def feed(texts: Texts, view: FeedView, language: str) -> Screen:
    """The file as it stands, and what can be done with it."""
    rows: Rows = []
    if view.state == "read":
        rows = _buttons(texts, view, language)
    elif view.state == "reading":
        rows = [[_drop(texts, view, language)]]
    return Screen(words(texts, view, language), rows)


def _drop(texts: Texts, view: FeedView, language: str) -> Button:
    return Button(texts.say(language, "button-feed-drop"), "feeddrop", str(view.id))


def _buttons(texts: Texts, view: FeedView, language: str) -> Rows:
    rows: Rows = []
    ref, asked = str(view.id), view.found.get("asked")
    if view.changes and asked:
        said = texts.say(language, "button-feed-sure", count=view.count("products_gone"))
        rows.append([Button(said, "feedapply", ref, "sure")])
    elif view.changes:
        rows.append([Button(texts.say(language, "button-feed-apply"), "feedapply", ref)])
    if view.found["faults"] > SHOWN:
        rows.append([Button(texts.say(language, "button-feed-faults"), "feedfaults", ref)])
    return [*rows, [_drop(texts, view, language)]]
