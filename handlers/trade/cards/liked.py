"""The question after an order was delivered: stars for it, for its things, a word if they wish."""

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut
from services.trade.liked_view import LikedView, inside
from services.trade.liking import POOR, SAID
from services.trade.order_views import OrderView

FINE = 4
TITLE, SHORT = 120, 30


def liked(texts: Texts, view: LikedView) -> Screen:
    """The card as far as it has been answered."""
    one, language = view.order.order, view.order.customer.language
    if one.rated is None:
        return _ask(texts, view)
    mood = "poor" if one.rated <= POOR else "good" if one.rated >= FINE else "fair"
    text = texts.say(language, f"liked-{mood}", number=str(one.id), score=str(one.rated))
    text = _with_rated(texts, view, text)
    rows: list[list[Button]] = []
    if view.thing is not None:
        text, rows = _thing(texts, view, text)
    rows += _words(texts, view)
    if one.step != SAID:
        rows.append([Button(texts.say(language, "button-comment"), "ocomment", one.ref)])
    return Screen(text, rows)


def _with_rated(texts: Texts, view: LikedView, said: Markup) -> Markup:
    """Under the score of the order those of its things."""
    language, lines = view.order.customer.language, [said]
    for line, rating in view.rated:
        key = "thing-rated-poor" if rating.score <= POOR else "thing-rated"
        title = cut(inside(line.title(language), language), TITLE)
        lines.append(texts.say(language, key, thing=title, score=str(rating.score)))
    return Markup("\n".join(lines))


def _words(texts: Texts, view: LikedView) -> list[list[Button]]:
    """The way to say something of the thing that got its stars last."""
    if not view.rated or view.rated[-1][1].comment:
        return []
    line, one, language = view.rated[-1][0], view.order.order, view.order.customer.language
    title = cut(inside(line.title(language), language), SHORT)
    text = texts.say(language, "button-thing-words", thing=title)
    return [[Button(text, "thingwords", one.ref, str(line.id))]]


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
    title = cut(inside(line.title(language), language), TITLE)
    text = Markup(f"{said}\n\n{texts.say(language, 'thing-ask', thing=title)}")
    scores = [
        Button(f"{score} ⭐", "thingrate", one.ref, f"{line.id}.{score}") for score in range(1, 6)
    ]
    skip = Button(texts.say(language, "button-thing-skip"), "thingskip", one.ref, str(line.id))
    return text, [scores, [skip]]
