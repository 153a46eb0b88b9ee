"""A complaint on the cards of its ticket: who follows it, what comes next and by when."""

from datetime import datetime
from typing import Any

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts
from handlers.trade.ticket_order import order_button, with_order
from services.card_views import TicketView
from services.states import PENDING, RESOLVED
from services.voice.complaint_rules import rules_of
from services.voice.complaints_views import is_open
from services.voice.outcomes import named


def own_complaint(texts: Texts, view: TicketView, now: datetime) -> Screen:
    """The customer's card of a complaint, in their language; it asks nothing of them."""
    language, one = view.customer.language, view.complaint
    number = str(view.ticket.id)
    if one is None or not is_open(one) or view.ticket.state == RESOLVED:
        return Screen(texts.say(language, "mine-complaint-closed", number=number))
    said = [
        texts.say(language, "mine-complaint", number=number, who=_who(view)),
        "",
        _answer(texts, view, now),
        texts.say(language, "mine-complaint-decide", by=_by(one.decide_due_at, now)),
        texts.say(language, "mine-complaint-after"),
        *_policy(texts, view),
    ]
    if view.ticket.state == PENDING and view.agent is not None:
        said += ["", texts.say(language, "mine-complaint-waits", name=view.agent.name)]
    text = with_order(texts, view, Markup("\n".join(said)), now)
    return Screen(text, order_button(texts, view))


def complaint_line(texts: Texts, view: TicketView, language: str, now: datetime) -> str:
    """On the staff's card of its ticket: by when, and who follows it."""
    one = view.complaint
    if one is None:
        return ""
    if not is_open(one):
        outcome = texts.say(language, named(one.outcome))
        return texts.say(language, "ticket-complaint-closed", outcome=outcome)
    due = one.decide_due_at if one.answered_at else one.answer_due_at
    key = "ticket-complaint-decide" if one.answered_at else "ticket-complaint-answer"
    name = view.follower.name if view.follower else "—"
    return texts.say(language, key, by=_by(due, now), name=name)


def complaint_row(texts: Texts, view: TicketView, language: str) -> list[list[Button]]:
    """The way from a ticket to its complaint, for staff."""
    if view.complaint is None:
        return []
    return [[Button(texts.say(language, "button-complaint"), "ccard", view.complaint.ref)]]


def _who(view: TicketView) -> dict[str, Any]:
    if view.follower is None:
        return {"key": "mine-complaint-team"}
    return {"key": "mine-complaint-name", "args": {"name": view.follower.name}}


def _answer(texts: Texts, view: TicketView, now: datetime) -> str:
    one = view.complaint
    assert one is not None  # the card is drawn for a complaint
    language = view.customer.language
    if one.answered_at is not None:
        return texts.say(language, "mine-complaint-answered")
    if one.answer_due_at <= now:
        return texts.say(language, "mine-complaint-late")
    return texts.say(language, "mine-complaint-answer", by=_by(one.answer_due_at, now))


def _policy(texts: Texts, view: TicketView) -> list[str]:
    policy = rules_of(view.shop.facts).policy.get(view.customer.language, "")
    if not policy:
        return []
    return ["", texts.say(view.customer.language, "mine-complaint-policy", policy=policy)]


def _by(moment: datetime, now: datetime) -> dict[str, str]:
    return {"by": moment.isoformat(), "now": now.isoformat()}
