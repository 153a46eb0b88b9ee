"""The question after an order was delivered: one to five, a word if they wish."""

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts
from services.trade.liking import POOR, SAID
from services.trade.order_views import OrderView


def liked(texts: Texts, view: OrderView) -> Screen:
    """The card as far as it has been answered."""
    one, language = view.order, view.customer.language
    number = str(one.id)
    if one.rated is None:
        key = "liked-ask-pickup" if view.pickup else "liked-ask"
        scores = [Button(f"{score} ⭐", "orate", one.ref, str(score)) for score in range(1, 6)]
        return Screen(texts.say(language, key, number=number), [scores])
    mood = "poor" if one.rated <= POOR else "good"
    text = texts.say(language, f"liked-{mood}", number=number, score=str(one.rated))
    if one.step == SAID:
        return Screen(text)
    comment = Button(texts.say(language, "button-comment"), "ocomment", one.ref)
    return Screen(text, [[comment]])
