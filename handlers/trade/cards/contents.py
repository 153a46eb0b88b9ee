"""Lines of a cart or an order, and its sums, as a customer reads them."""

from collections.abc import Sequence
from typing import Any

from handlers.texts import Markup, Texts, cut
from services.trade.checkout_views import DraftView, ThingLine

TITLE, LONG = 70, 300


def amount(minor: int, currency: str) -> dict[str, Any]:
    """A sum as an argument of a sentence."""
    return {"money": minor, "currency": currency}


def things(texts: Texts, language: str, lines: Sequence[ThingLine], currency: str) -> Markup:
    """Every line with its number, and what has changed about it."""
    return Markup(
        "\n".join(
            _thing(texts, language, number, line, currency)
            for number, line in enumerate(lines, start=1)
        )
    )


def _thing(texts: Texts, language: str, number: int, line: ThingLine, currency: str) -> str:
    title = cut(line.title, TITLE)
    if line.gone:
        return texts.say(language, "thing-gone", number=str(number), title=title)
    said = texts.say(
        language,
        "thing-line",
        number=str(number),
        title=title,
        quantity=str(line.quantity),
        price=amount(line.price, currency),
        sum=amount(line.price * line.quantity, currency),
    )
    if "left" in line.note:
        said = Markup(f"{said}\n{texts.say(language, 'thing-left', left=line.note['left'])}")
    if "was" in line.note:
        was, now = amount(line.note["was"], currency), amount(line.price, currency)
        said = Markup(f"{said}\n{texts.say(language, 'thing-price', was=was, now=now)}")
    return said


def sums(texts: Texts, view: DraftView) -> list[str]:
    """Delivery, what the code takes off, and the total."""
    order, language = view.order, view.customer.language
    found: list[str] = []
    if order.discount:
        taken = amount(-order.discount, order.currency)
        code = order.promo_code or ""
        found.append(texts.say(language, "sum-discount", code=code, sum=taken))
    if view.way is not None:
        found.append(_delivery(texts, view))
    return [*found, texts.say(language, "sum-total", sum=amount(order.total, order.currency))]


def _delivery(texts: Texts, view: DraftView) -> str:
    order, way, language = view.order, view.way, view.customer.language
    assert way is not None
    free = {"key": "sum-free"}
    price = amount(order.delivery_price, order.currency) if order.delivery_price else free
    title: Any = way.titles[language]
    if way.days:
        title = {"key": "sum-days", "args": {"title": title, "days": way.days}}
    return texts.say(language, "sum-delivery", title=title, price=price)


def details(texts: Texts, view: DraftView) -> list[str]:
    """Where it goes, to whom, how it is paid, what was added in words."""
    order, language = view.order, view.customer.language
    found: list[str] = []
    if order.address and view.way is not None and view.way.address:
        found.append(texts.say(language, "detail-address", address=cut(order.address, LONG)))
    if order.contact_phone:
        given = {"name": cut(order.contact_name, TITLE), "phone": order.contact_phone}
        found.append(texts.say(language, "detail-contact", **given))
    if order.payment:
        way = {"key": f"pay-way-{order.payment}"}
        found.append(texts.say(language, "detail-payment", way=way))
    if order.comment:
        found.append(texts.say(language, "detail-comment", comment=cut(order.comment, LONG)))
    return found
