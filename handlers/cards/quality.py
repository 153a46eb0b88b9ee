"""How the model does: this week beside the four before it, in words."""

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts
from services.quality_views import QualityView
from services.quality_words import report


def quality(texts: Texts, view: QualityView, language: str) -> Screen:
    """A page of the card of models."""
    lines = report(view.weeks, view.shop, language)
    text = texts.say(language, "quality-card", lines={"lines": lines})
    rows = [[Button(texts.say(language, "button-back"), "model")]]
    if not view.weeks.is_empty:
        said = texts.say(language, "button-quality-picture")
        rows.insert(0, [Button(said, "modelpicture")])
    return Screen(text, rows)
