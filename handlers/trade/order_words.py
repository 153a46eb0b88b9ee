"""What every card of an order says of it: contents, amounts, way, payment."""

from collections.abc import Callable
from typing import Any, NamedTuple

from handlers.amounts import money
from handlers.texts import Markup, Texts, cut
from services.trade.order_facts import delivery_title
from services.trade.order_views import OrderView
from services.trade.said import Said, changes_said
from services.trade.states import CANCELLED, OrderLine

TITLE = 120
ROOM = 1800
ADDRESS, NAME, COMMENT = 300, 60, 300
MOST = 4000


class Size(NamedTuple):
    """How much a card says: characters of contents, lines of history."""

    contents: int
    history: int


SIZES = (Size(1800, 12), Size(900, 6), Size(300, 2))


def fitting(drawn: Callable[[Size], list[str]]) -> str:
    """A card as full as one message can hold."""
    said = ""
    for size in SIZES:
        said = "\n".join(drawn(size)).strip()
        if len(said.encode("utf-16-le", "surrogatepass")) // 2 <= MOST:
            break
    return said


def amount(language: str, view: OrderView, minor: int) -> Markup:
    """An amount of the order."""
    return Markup(money(language, minor, view.order.currency))


def contents(texts: Texts, view: OrderView, language: str, room: int = ROOM) -> list[str]:
    """Its lines, as many as there is room for, and how many more there are."""
    lines = [line for line in view.lines if line.quantity]
    said: list[str] = []
    for number, line in enumerate(lines):
        one = _line(texts, view, line, language)
        room -= len(one) + 1
        if room < 0:
            return [*said, texts.say(language, "order-lines-more", count=len(lines) - number)]
        said.append(one)
    return said


def _line(texts: Texts, view: OrderView, line: OrderLine, language: str) -> str:
    key = "order-line" if line.quantity == 1 else "order-line-many"
    many: dict[str, Any] = {}
    if line.quantity != 1:
        many = {"count": str(line.quantity), "price": amount(language, view, line.price)}
    total = amount(language, view, line.price * line.quantity)
    return texts.say(language, key, title=cut(line.title(language), TITLE), sum=total, **many)


def totals(texts: Texts, view: OrderView, language: str) -> list[str]:
    """Discount, delivery, total; only what there is."""
    order = view.order
    said: list[str] = []
    if order.discount:
        minus = amount(language, view, -order.discount)
        said.append(texts.say(language, "order-discount", amount=minus))
    if order.delivery:
        free = texts.say(language, "order-free")
        price = amount(language, view, order.delivery_price) if order.delivery_price else free
        way = delivery_title(view.shop, order, language)
        said.append(texts.say(language, "order-delivery", way=way, amount=price))
    total = amount(language, view, order.total)
    said.append(texts.say(language, "order-total", amount=total))
    return said


def payment(texts: Texts, view: OrderView, language: str) -> str:
    """How it is paid, and whether it is."""
    order = view.order
    if order.state == CANCELLED and order.paid == "no":
        return texts.say(language, "order-nothing-to-pay")
    paid = texts.say(language, f"paid-{order.paid}")
    ways = ("on_delivery", "invoice", "telegram")
    way = order.payment if order.payment in ways else "other"
    return texts.say(language, "order-payment", way=texts.say(language, f"pay-{way}"), paid=paid)


def proposed(view: OrderView, language: str) -> Said:
    """What the changes that wait would make of the order, as an argument of a sentence."""
    wanted = {**view.order.proposal, "language": language}
    return changes_said(view.order, list(view.lines), wanted)


def reached(texts: Texts, view: OrderView, language: str) -> list[str]:
    """Where it goes, who gets it, what they asked for."""
    order = view.order
    said: list[str] = []
    if order.address:
        said.append(texts.say(language, "order-address", address=cut(order.address, ADDRESS)))
    phone = order.contact_phone or view.customer.phone
    if order.contact_name or phone:
        name = order.contact_name or view.customer.name
        phone = phone or "—"
        said.append(texts.say(language, "order-contact", name=cut(name, NAME), phone=phone))
    if order.comment:
        said.append(texts.say(language, "order-comment", text=cut(order.comment, COMMENT)))
    return said
