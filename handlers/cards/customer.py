"""A customer as staff see them: who they are, what they came with, what happened last."""

from datetime import datetime

from handlers.amounts import money
from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut
from services.card_views import CustomerView, PastTicket
from services.states import CUSTOMER

LAST = 200


def customer(texts: Texts, view: CustomerView, language: str, now: datetime) -> Screen:
    """The card, in the language of its place."""
    known = view.customer
    said = [
        texts.say(
            language,
            "customer-head",
            name=known.name or "—",
            username=f"@{known.username}" if known.username else "—",
            spoken=texts.say(language, f"language-{known.language}"),
            phone=known.phone or "—",
            reach=texts.say(language, _reach(view)),
            since=texts.date(language, known.created_at, now),
        ),
        texts.say(language, "customer-tickets", count=view.count),
        *(_ticket(texts, one, language, now) for one in view.tickets),
    ]
    if view.count > len(view.tickets):
        said.append(texts.say(language, "board-more", count=view.count - len(view.tickets)))
    said += _orders(texts, view, language, now)
    said += _last(texts, view, language, now)
    verb = "unban" if known.banned else "ban"
    row = [Button(texts.say(language, f"button-{verb}"), verb, view.ticket.ref)]
    opens = [Button(f"№{one.id}", "workopen", one.ref) for one in view.orders]
    return Screen("\n".join(said), [opens, row] if opens else [row])


def _reach(view: CustomerView) -> str:
    if view.customer.banned:
        return "reach-banned"
    return "reach-yes" if view.customer.reachable else "reach-no"


def _ticket(texts: Texts, one: PastTicket, language: str, now: datetime) -> str:
    return texts.say(
        language,
        "customer-ticket",
        number=str(one.number),
        topic=one.topic.titles[language] if one.topic else texts.say(language, "topic-none"),
        opened=texts.date(language, one.opened_at, now),
        state=texts.say(language, "state-spam" if one.spam else f"state-{one.state}"),
        rating=_rating(texts, one, language),
    )


def _orders(texts: Texts, view: CustomerView, language: str, now: datetime) -> list[str]:
    if not view.orders:
        return []
    total = Markup(money(language, view.order_sum, view.orders[0].currency))
    said = ["", texts.say(language, "customer-orders", count=view.order_count, total=total)]
    for one in view.orders:
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


def _rating(texts: Texts, one: PastTicket, language: str) -> Markup:
    said = f" · {one.score} ⭐" if one.score is not None else ""
    if one.solved is False:
        said += f" · {texts.say(language, 'customer-unsolved')}"
    return Markup(said)


def _last(texts: Texts, view: CustomerView, language: str, now: datetime) -> list[str]:
    if view.last is None:
        return []
    who = "last-customer" if view.last.side == CUSTOMER else "last-staff"
    when = texts.date(language, view.last.said_at, now)
    key = f"kind-{view.last.kind}"
    kind = texts.say(language, key if key in texts.keys(language) else "kind-unknown")
    words = cut(" ".join(view.last.text.split()), LAST) or str(kind)
    return ["", texts.say(language, who, when=when, text=words)]
