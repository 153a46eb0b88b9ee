"""Staff's card of a return: what, why, what for, and what can be done about it now."""

from datetime import datetime
from typing import Any

from handlers.amounts import money
from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts
from services.trade.return_rules import REFUSALS
from services.trade.return_views import CaseView

OPEN = ("asked", "approved", "received")
REFUSING = "refuse"


def backing(texts: Texts, view: CaseView, page: str, language: str, now: datetime) -> Screen:
    """The case in the language of its place; the page «refuse» asks why not."""
    case = view.case

    def say(key: str, **args: Any) -> Markup:
        return texts.say(language, key, **args)

    if page == REFUSING and case.state in OPEN:
        return Screen(_head(say, view, language, now), _refusals(say, view))
    return Screen(_head(say, view, language, now), _rows(say, view, language))


def _head(say: Any, view: CaseView, language: str, now: datetime) -> str:
    case = view.case
    in_time = view.terms is not None and (case.asked_at or now) <= view.terms.plain_until
    return str(
        say(
            "backing-head",
            number=str(case.id),
            order=str(view.order.id),
            state=say(f"backing-state-{case.state}"),
            thing=view.line.title(language) if view.line else "—",
            count=case.quantity,
            name=view.customer.name or "—",
            reason=say(f"giveback-reason-{case.reason}" if case.reason else "backing-no-reason"),
            want=say(f"giveback-want-{case.want}" if case.want else "backing-no-reason"),
            amount=money(language, case.refund, view.order.currency),
            term=say("backing-in-time" if in_time else "backing-after-time"),
            agent=view.agent.name if view.agent else "—",
        )
    )


def _rows(say: Any, view: CaseView, language: str) -> list[list[Button]]:
    case = view.case
    if case.state not in OPEN:
        return []
    rows: list[list[Button]] = []
    if case.state == "asked":
        rows.append([Button(say("button-backing-approve"), "backyes", case.ref)])
    if case.state == "approved":
        rows.append([Button(say("button-backing-receive"), "backgot", case.ref)])
    if case.want == "money":
        amount = money(language, case.refund, view.order.currency)
        full = Button(say("button-backing-money", amount=amount), "backdone", case.ref)
        rows += [[full], [Button(say("button-backing-amount"), "backsum", case.ref)]]
    else:
        rows.append([Button(say(f"button-backing-{case.want}"), "backdone", case.ref)])
    return [*rows, [Button(say("button-backing-refuse"), "backno", case.ref)]]


def _refusals(say: Any, view: CaseView) -> list[list[Button]]:
    rows = [
        [Button(say(f"button-answer-{key}"), "backnot", view.case.ref, key)] for key in REFUSALS
    ]
    return [*rows, [Button(say("button-backing-back"), "backcard", view.case.ref)]]
