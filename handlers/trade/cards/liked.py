"""The question after an order was delivered: stars for it, for its things, a word if they wish."""

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut
from services.trade.liked_view import LikedView
from services.trade.liking import POOR, SAID
from services.trade.order_views import OrderView

FINE = 4
TITLE = 120


def liked(texts: Texts, view: LikedView) -> Screen:
    """The card as far as it has been answered."""
    one, language = view.order.order, view.order.customer.language
    if one.rated is None:
        return _ask(texts, view)
    mood = "poor" if one.rated <= POOR else "good" if one.rated >= FINE else "fair"
    text = texts.say(language, f"liked-{mood}", number=str(one.id), score=str(one.rated))
    rows: list[list[Button]] = []
    if view.thing is not None:
        text, rows = _thing(texts, view, text)
    if one.step != SAID:
        rows.append([Button(texts.say(language, "button-comment"), "ocomment", one.ref)])
    return Screen(text, rows)


def _ask(texts: Texts, view: LikedView) -> Screen:
    language, one = view.order.customer.language, view.order.order
    told = texts.say(language, _told(view.order), number=str(one.id))
    if not view.scored:
        return Screen(told)
    scores = [Button(f"{score} ⭐", "orate", one.ref, str(score)) for score in range(1, 6)]
    return Screen(f"{told} {texts.say(language, 'liked-ask')}", [scores])


def _told(view: OrderView) -> str:
    return "liked-told-pickup" if view.pickup else "liked-told"


def _thing(texts: Texts, view: LikedView, said: str) -> tuple[Markup, list[list[Button]]]:
    line, one, language = view.thing, view.order.order, view.order.customer.language
    assert line is not None  # asked about
    title = cut(line.title(language), TITLE)
    text = Markup(f"{said}\n\n{texts.say(language, 'thing-ask', thing=title)}")
    scores = [
        Button(f"{score} ⭐", "thingrate", one.ref, f"{line.id}.{score}") for score in range(1, 6)
    ]
    skip = Button(texts.say(language, "button-thing-skip"), "thingskip", one.ref, str(line.id))
    return text, [scores, [skip]]
