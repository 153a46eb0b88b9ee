"""The cart: things with their numbers, more and less of each, the total, the way on."""

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts
from handlers.trade.cards.contents import amount, things
from services.trade.checkout_views import CartView, ThingLine


def cart(texts: Texts, view: CartView) -> Screen:
    """The card in the customer's language."""
    language = view.customer.language
    shelf = Button(texts.say(language, "button-catalog"), "catalog")
    if not view.lines:
        return Screen(texts.say(language, "cart-empty"), [[shelf]])
    text = texts.say(
        language,
        "cart",
        lines={"html": things(texts, language, view.lines, view.currency)},
        total=amount(view.total, view.currency),
    )
    rows = [_row(number, line) for number, line in enumerate(view.lines, 1) if not line.gone]
    clear = Button(texts.say(language, "button-cart-clear"), "cartclear")
    if not rows:
        return Screen(text, [[shelf]])
    order = Button(texts.say(language, "button-checkout"), "checkout")
    return Screen(text, [*rows, [order], [shelf, clear]])


def _row(number: int, line: ThingLine) -> list[Button]:
    ref, quantity = str(line.line_id), line.quantity
    return [
        Button(f"{number}. −", "cartset", ref, str(quantity - 1)),
        Button(f"× {quantity}", "cart"),
        Button("+", "cartset", ref, str(quantity + 1)),
        Button("✕", "cartset", ref, "0"),
    ]
