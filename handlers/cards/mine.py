"""The customer's own card of a ticket: number, topic, who answers and by when."""

from datetime import datetime
from typing import Any

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts
from handlers.trade.ticket_order import order_button, with_order
from handlers.voice.cards.own_complaint import own_complaint
from services.card_views import TicketView
from services.decide import is_open_question
from services.expectation import answer_when
from services.states import ASKING, PENDING, RESOLVED, WAITING
from services.trade.writing import BY_STAFF

SUGGESTED = 5
HALF = 18
BY_PERSON = "person"


def mine(texts: Texts, view: TicketView, now: datetime) -> Screen:
    """The card in the customer's language."""
    ticket = view.ticket
    if view.complaint is not None and not ticket.spam:
        return own_complaint(texts, view, now)
    if ticket.state not in WAITING:
        return Screen(_held(texts, view), order_button(texts, view))
    if ticket.choosing:
        return Screen(_say(texts, view, "mine-choose", number=str(ticket.id)), _all(texts, view))
    if ticket.state == ASKING:
        return Screen(_say(texts, view, "mine-asking", number=str(ticket.id)), _likely(texts, view))
    said = with_order(texts, view, _waiting(texts, view, now), now)
    return Screen(said, [*_doubts(texts, view), *order_button(texts, view)])


def _held(texts: Texts, view: TicketView) -> str:
    ticket, title = view.ticket, _title(texts, view)
    if ticket.state == RESOLVED:
        return _say(texts, view, "mine-closed" if ticket.spam else "mine-resolved", **title)
    if view.agent is None:
        return _say(texts, view, "mine-taken-team", **title)
    if ticket.decision == BY_STAFF and view.order is not None:
        about = {"name": view.agent.name, "order": str(view.order.id)}
        return _say(texts, view, "mine-written-to", **about)
    key = "mine-pending" if ticket.state == PENDING else "mine-taken"
    return _say(texts, view, key, name=view.agent.name, **title)


def _waiting(texts: Texts, view: TicketView, now: datetime) -> str:
    ticket, title = view.ticket, _title(texts, view)
    when = answer_when(ticket.due_at, view.queue, now)
    if ticket.reopened:
        return _say(texts, view, "mine-reopened", when=when, **title)
    if ticket.decision == BY_PERSON and view.topic is None:
        return _say(texts, view, "mine-person", number=str(ticket.id), when=when)
    if ticket.certainty == "unclear":
        return _say(texts, view, "mine-unclear", number=str(ticket.id), when=when)
    if view.queue.is_triage:
        return _say(texts, view, "mine-anybody", when=when, **title)
    queue = view.queue.titles[view.customer.language]
    key = "mine-guess" if ticket.certainty == "guess" and view.topic else "mine-open"
    key = "mine-giveback" if view.giveback else key
    said = _say(texts, view, key, queue=queue, when=when, **title)
    also = [key for key in ticket.matters if _leads(view, key) and not _is(view, key)]
    if not also:
        return said
    named = ", ".join(view.shop.topics[key].titles[view.customer.language] for key in also)
    return Markup(f"{said}\n{_say(texts, view, 'mine-also', topics=named)}")


def _say(texts: Texts, view: TicketView, key: str, **args: Any) -> str:
    return texts.say(view.customer.language, key, **args)


def _title(texts: Texts, view: TicketView) -> dict[str, str]:
    language = view.customer.language
    topic = view.topic.titles[language] if view.topic else texts.say(language, "topic-none")
    return {"number": str(view.ticket.id), "topic": topic}


def _doubts(texts: Texts, view: TicketView) -> list[list[Button]]:
    other = Button(_say(texts, view, "button-not-that"), "nottopic", view.ticket.ref)
    if view.ticket.decision == BY_PERSON and view.topic is None:
        return []
    if view.ticket.certainty == "unclear":
        return [[_person(texts, view)]]
    return [[other], [_person(texts, view)]]


def _likely(texts: Texts, view: TicketView) -> list[list[Button]]:
    ranked = [str(key) for key, _ in view.ticket.runners_up]
    keys = [key for key in dict.fromkeys((*ranked, *view.shop.topics)) if _leads(view, key)]
    rows = [[_pick(view, key)] for key in keys[:SUGGESTED]]
    rows.append([Button(_say(texts, view, "button-other"), "nottopic", view.ticket.ref)])
    return [*rows, [_person(texts, view)]]


def _all(texts: Texts, view: TicketView) -> list[list[Button]]:
    rows: list[list[Button]] = []
    for button in (_pick(view, key) for key in view.shop.topics if _leads(view, key)):
        fits = len(button.text) <= HALF and rows and len(rows[-1]) == 1
        if fits and len(rows[-1][0].text) <= HALF:
            rows[-1].append(button)
        else:
            rows.append([button])
    back = Button(_say(texts, view, "button-choose-back"), "back", view.ticket.ref)
    return [*rows, [back, _person(texts, view)]]


def _leads(view: TicketView, key: str) -> bool:
    return is_open_question(key, view.shop)


def _is(view: TicketView, key: str) -> bool:
    return view.topic is not None and view.topic.key == key


def _pick(view: TicketView, key: str) -> Button:
    title = view.shop.topics[key].titles[view.customer.language]
    return Button(title, "pick", view.ticket.ref, key)


def _person(texts: Texts, view: TicketView) -> Button:
    return Button(_say(texts, view, "button-person"), "person", view.ticket.ref)
