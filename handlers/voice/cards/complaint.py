"""Staff's card of a complaint: why, in whose words, by when, and what can be done about it."""

from datetime import datetime
from typing import Any

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut, escape
from services.states import TAKEN, WAITING
from services.trade.liked_view import inside
from services.voice.complaint_rules import MISTAKEN, OUTCOMES
from services.voice.complaints_views import ComplaintView, Decision
from services.voice.outcomes import CHOICE, decided, named

WORDS, WORDS_BESIDE, THING = 500, 300, 120
EARLIER = 3


def complaint(texts: Texts, view: ComplaintView, page: str, language: str, now: datetime) -> Screen:
    """The complaint in the language of its place; the page «outcome» offers how it may end."""

    def say(key: str, **args: Any) -> Markup:
        return texts.say(language, key, **args)

    said = [_head(say, view), _cause(say, view, language)]
    room = WORDS_BESIDE if view.earlier else WORDS
    said += [f"<i>{escape(cut(words, room))}</i>" for words in view.words]
    said += _earlier(say, view, now)
    said += _deadlines(say, view, now) if view.is_open else _end(say, view)
    if view.is_open and page == CHOICE:
        return Screen("\n".join([*said, "", say("outcome-ask")]), _outcomes(say, view))
    return Screen("\n".join(said), _rows(say, view))


def _head(say: Any, view: ComplaintView) -> str:
    state = "open" if view.is_open else "closed"
    return str(
        say(
            "complaint-head",
            number=str(view.ticket.id),
            state=say(f"complaint-state-{state}"),
            name=view.customer.name or "—",
            follower=view.follower.name if view.follower else "—",
        )
    )


def _cause(say: Any, view: ComplaintView, language: str) -> str:
    one = view.complaint
    args: dict[str, Any] = {}
    if one.score is not None:
        args["score"] = str(one.score)
    if one.cause == "ticket_score" and view.about is not None:
        topic = view.shop.topic_by_id(view.about.topic_id)
        args["number"] = str(view.about.id)
        args["topic"] = topic.titles[language] if topic else say("topic-none")
        args["agent"] = view.agent.name if view.agent else "—"
    elif one.cause == "ces_score":
        args["number"] = str(one.about_ticket_id or "—")
    elif view.complaint.cause in ("order_score", "product_score"):
        args["order"] = str(view.complaint.order_id or "—")
        if view.thing is not None:
            args["thing"] = cut(inside(view.thing.title(language), language), THING)
    key = f"complaint-cause-{one.cause.replace('_', '-')}"
    return str(
        say(f"{key}-gone" if one.cause == "product_score" and not view.thing else key, **args)
    )


def _earlier(say: Any, view: ComplaintView, now: datetime) -> list[str]:
    """The last decisions that did not last: the sum, the words, what the customer said of each."""
    more = len(view.earlier) - EARLIER
    said = [str(say("complaint-earlier-more", count=more))] if more > 0 else []
    answers = {None: "", True: "-better", False: "-worse"}
    for one in view.earlier[-EARLIER:]:
        key = f"complaint-earlier{answers[one.better]}"
        said.append(say(key, when=_when(one.at, now), outcome=_outcome(say, one, view.currency)))
        words = cut(one.words, WORDS_BESIDE)
        said += [str(say("complaint-earlier-words", words=words))] if words else []
    return ["", *said] if said else []


def _outcome(say: Any, one: Decision, currency: str) -> Markup:
    outcome: Markup = say(named(one.outcome))
    if not one.amount:
        return outcome
    amount = {"money": one.amount, "currency": currency}
    return Markup(say("complaint-earlier-sum", outcome=outcome, amount=amount))


def _deadlines(say: Any, view: ComplaintView, now: datetime) -> list[str]:
    one = view.complaint
    if one.answered_at is not None:
        answer = say("complaint-answered", when=_when(one.answered_at, now))
    else:
        answer = say("complaint-answer-by", by=_by(one.answer_due_at, now))
    return ["", answer, say("complaint-decide-by", by=_by(one.decide_due_at, now))]


def _when(moment: datetime, now: datetime) -> dict[str, str]:
    return {"moment": moment.isoformat(), "now": now.isoformat()}


def _by(moment: datetime, now: datetime) -> dict[str, str]:
    return {"by": moment.isoformat(), "now": now.isoformat()}


def _end(say: Any, view: ComplaintView) -> list[str]:
    if view.complaint.outcome in (MISTAKEN, ""):
        return ["", say(named(view.complaint.outcome))]
    one = view.complaint
    how = decided(one.outcome, one.amount, one.words, view.currency)
    said = ["", say("complaint-ended", outcome=how)]
    if view.complaint.better is not None:
        said.append(say("complaint-better" if view.complaint.better else "complaint-worse"))
    return said


def _rows(say: Any, view: ComplaintView) -> list[list[Button]]:
    rows: list[list[Button]] = []
    ref = view.complaint.ref
    if view.is_open:
        taken = view.ticket.state == TAKEN and view.ticket.agent_id == view.complaint.supervisor_id
        take = [] if taken else [Button(say("button-complaint-take"), "ctake", ref)]
        rows.append([*take, Button(say("button-complaint-outcome"), "coutcome", ref)])
    if view.order is not None:
        text = say("button-order", number=str(view.order.id))
        rows.append([Button(text, "workopen", view.order.ref)])
    if view.ticket.state not in WAITING:
        rows.append([Button(say("button-card"), "card", view.ticket.ref)])
    return rows


def _outcomes(say: Any, view: ComplaintView) -> list[list[Button]]:
    buttons = [
        Button(say(f"outcome-{key}"), "cdecide", view.complaint.ref, key) for key in OUTCOMES
    ]
    rows = [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
    return [*rows, [Button(say("button-complaint-back"), "cback", view.complaint.ref)]]
