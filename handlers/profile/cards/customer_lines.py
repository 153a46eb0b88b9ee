"""Lines of a customer's card for staff: tickets, orders, the last word."""

from datetime import datetime

from handlers.amounts import money
from handlers.texts import Markup, Texts, cut
from services.card_views import CustomerView, PastTicket
from services.states import CUSTOMER

LAST = 200


def reach(view: CustomerView) -> str:
    """Whether a customer can be reached, as a key."""
    if view.customer.banned:
        return "reach-banned"
    return "reach-yes" if view.customer.reachable else "reach-no"


def tickets(
    texts: Texts, view: CustomerView, language: str, now: datetime, most: int
) -> list[Markup]:
    """The last tickets, and how many more there are."""
    said = [texts.say(language, "customer-tickets", count=view.count)]
    said += [_ticket(texts, one, language, now) for one in view.tickets[:most]]
    if view.count > most:
        said.append(texts.say(language, "board-more", count=view.count - most))
    return said


def _ticket(texts: Texts, one: PastTicket, language: str, now: datetime) -> Markup:
    return texts.say(
        language,
        "customer-ticket",
        number=str(one.number),
        topic=one.topic.titles[language] if one.topic else texts.say(language, "topic-none"),
        opened=texts.date(language, one.opened_at, now),
        state=texts.say(language, "state-spam" if one.spam else f"state-{one.state}"),
        rating=rating(texts, one, language),
    )


def orders(
    texts: Texts, view: CustomerView, language: str, now: datetime, most: int
) -> list[Markup]:
    """The last orders with the sum of all; nothing where there are none."""
    if not view.orders:
        return []
    total = Markup(money(language, view.order_sum, view.orders[0].currency))
    said = [texts.say(language, "customer-orders", count=view.order_count, total=total)]
    for one in view.orders[:most]:
        line = texts.say(
            language,
            "customer-order",
            number=str(one.id),
            state=texts.say(language, f"order-state-{one.state}"),
            total=Markup(money(language, one.total, one.currency)),
            when=texts.moment(language, one.placed_at or one.created_at, now),
            rating=Markup(f" · {one.rated} ⭐" if one.rated else ""),
        )
        said.append(line)
    return said


def rating(texts: Texts, one: PastTicket, language: str) -> Markup:
    """How a ticket was rated."""
    said = f" · {one.score} ⭐" if one.score is not None else ""
    if one.solved is False:
        said += f" · {texts.say(language, 'customer-unsolved')}"
    return Markup(said)


def last(texts: Texts, view: CustomerView, language: str, now: datetime) -> list[Markup]:
    """What was said last, and by whom."""
    if view.last is None:
        return []
    who = "last-customer" if view.last.side == CUSTOMER else "last-staff"
    when = texts.date(language, view.last.said_at, now)
    key = f"kind-{view.last.kind}"
    kind = texts.say(language, key if key in texts.keys(language) else "kind-unknown")
    words = cut(" ".join(view.last.text.split()), LAST) or str(kind)
    return [Markup(""), texts.say(language, who, when=when, text=words)]
