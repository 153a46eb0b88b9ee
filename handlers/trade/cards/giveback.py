"""The customer's message about returns of one order: three taps, then how it stands."""

from datetime import datetime
from typing import Any

from handlers.amounts import money
from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut
from services.trade.return_rules import reasons_now, wants_for
from services.trade.return_views import ReturnCase, ReturnsView

TITLE = 60
MOST_PIECES = 8
MOST_LINES = 12


def giveback(texts: Texts, view: ReturnsView, now: datetime) -> Screen:
    """The next question, or how the cases stand."""
    if view.draft is None:
        return _standing(texts, view, now)
    if view.draft.line_id is None:
        return _which(texts, view)
    if not view.draft.quantity:
        return _how_many(texts, view)
    if not view.draft.reason:
        return _why(texts, view, now)
    return _what_for(texts, view)


def _which(texts: Texts, view: ReturnsView) -> Screen:
    ref = _ref(view)
    rows = [
        [Button(cut(line.title(_language(view)), TITLE), "backline", ref, str(line.id))]
        for line in view.lines[:MOST_LINES]
        if view.left[line.id]
    ]
    said = _say(texts, view, "giveback-which", number=str(view.order.id))
    return Screen(_with_policy(texts, view, said), [*rows, _leave(texts, view)])


def _how_many(texts: Texts, view: ReturnsView) -> Screen:
    line_id = view.draft.line_id if view.draft else None
    most = min(view.left.get(line_id or 0, 0), MOST_PIECES)
    buttons = [
        Button(str(count), "backcount", _ref(view), str(count)) for count in range(1, most + 1)
    ]
    said = _say(texts, view, "giveback-how-many", thing=_thing(view))
    return Screen(said, [buttons, _leave(texts, view)])


def _why(texts: Texts, view: ReturnsView, now: datetime) -> Screen:
    reasons = reasons_now(view.terms, now) if view.terms else ()
    buttons = [
        Button(_say(texts, view, f"giveback-reason-{key}"), "backwhy", _ref(view), key)
        for key in reasons
    ]
    rows = [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
    said = _say(texts, view, "giveback-why", thing=_thing(view))
    return Screen(_with_policy(texts, view, said), [*rows, _leave(texts, view)])


def _what_for(texts: Texts, view: ReturnsView) -> Screen:
    draft = view.draft
    assert draft is not None  # asked of drafts only
    rows = [
        [Button(_say(texts, view, f"giveback-want-{want}"), "backwant", draft.ref, want)]
        for want in wants_for(draft.reason)
    ]
    reason = _say(texts, view, f"giveback-reason-{draft.reason}")
    said = _say(texts, view, "giveback-what-for", thing=_thing(view), reason=reason)
    return Screen(said, [*rows, _leave(texts, view)])


def _standing(texts: Texts, view: ReturnsView, now: datetime) -> Screen:
    if not view.cases:
        key = "giveback-dropped" if _open_terms(view, now) else "giveback-over"
        return Screen(_with_policy(texts, view, _say(texts, view, key)), _again(texts, view, now))
    said: list[str] = [_say(texts, view, "giveback-head", number=str(view.order.id))]
    said += [_case(texts, view, case) for case in view.cases]
    rows = [
        [
            Button(
                _say(texts, view, "button-giveback-withdraw", number=str(case.id)),
                "backdrop",
                case.ref,
            )
        ]
        for case in view.cases
        if case.state in ("asked", "approved")
    ]
    return Screen("\n\n".join(said), [*rows, *_again(texts, view, now)])


def _case(texts: Texts, view: ReturnsView, case: ReturnCase) -> str:
    line = view.line(case.line_id)
    state = f"{case.state}-{case.want}" if case.state in ("done", "received") else case.state
    return _say(
        texts,
        view,
        "giveback-case",
        number=str(case.id),
        thing=line.title(_language(view)) if line else "—",
        count=case.quantity,
        want=_say(texts, view, f"giveback-want-{case.want}"),
        stands=_stands(texts, view, case, state),
    )


def _stands(texts: Texts, view: ReturnsView, case: ReturnCase, state: str) -> str:
    if case.state == "refused":
        return _say(
            texts,
            view,
            "giveback-stands-refused",
            why=_say(texts, view, f"giveback-answer-{case.answer}"),
        )
    if state == "done-money":
        amount = money(_language(view), case.refund, view.order.currency)
        return _say(texts, view, "giveback-stands-done-money", amount=amount)
    return _say(texts, view, f"giveback-stands-{state}")


def _again(texts: Texts, view: ReturnsView, now: datetime) -> list[list[Button]]:
    if not any(view.left.values()) or not _open_terms(view, now):
        return []
    key = "button-giveback-more" if view.cases else "button-giveback"
    return [[Button(_say(texts, view, key), "giveback", view.order.ref)]]


def _open_terms(view: ReturnsView, now: datetime) -> bool:
    return view.terms is not None and bool(reasons_now(view.terms, now))


def _with_policy(texts: Texts, view: ReturnsView, said: str) -> str:
    if view.terms is None:
        return said
    rule = _say(
        texts,
        view,
        "giveback-policy",
        days=view.policy.days,
        plain=_day(texts, view, view.terms.plain_until),
        fault=_day(texts, view, view.terms.fault_until),
    )
    return Markup(f"{said}\n\n{rule}")


def _day(texts: Texts, view: ReturnsView, moment: datetime) -> str:
    local = moment.astimezone(texts.zone)
    month = _say(texts, view, f"month-{local.month}")
    return _say(texts, view, "giveback-day", day=local.day, month=month, year=str(local.year))


def _leave(texts: Texts, view: ReturnsView) -> list[Button]:
    return [Button(_say(texts, view, "button-giveback-back"), "backback", _ref(view))]


def _ref(view: ReturnsView) -> str:
    return view.draft.ref if view.draft else ""


def _thing(view: ReturnsView) -> str:
    line = view.line(view.draft.line_id) if view.draft else None
    return line.title(_language(view)) if line else "—"


def _language(view: ReturnsView) -> str:
    return view.customer.language


def _say(texts: Texts, view: ReturnsView, key: str, **args: Any) -> Markup:
    return texts.say(_language(view), key, **args)
