"""The question some days after a complaint was decided."""

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts
from services.voice.complaints_views import ComplaintView


def better(texts: Texts, view: ComplaintView) -> Screen:
    """As far as it has been answered."""
    language, one = view.customer.language, view.complaint
    if one.better is not None:
        return Screen(texts.say(language, "better-yes" if one.better else "better-no"))
    said = texts.say(language, "better-ask", number=str(view.ticket.id))
    answers = [
        Button(texts.say(language, f"button-{verb}"), verb, one.ref) for verb in ("better", "worse")
    ]
    return Screen(said, [answers])
