"""Pages of a customer's card for staff: what is owed, opinions, what is known, agreements."""

from datetime import datetime

from handlers.amounts import money
from handlers.profile.cards.customer_lines import rating
from handlers.profile.cards.lines import pace_of, spaced, value
from handlers.texts import Markup, Texts, cut
from services.profile.staff_card import StaffCard
from services.profile.views import ProfileEntry

SHORT = 120
PURPOSES = ("memory", "news", "profiling")


def owed(texts: Texts, view: StaffCard, language: str, now: datetime) -> list[Markup]:
    """Promises that are open: answers, decisions, calls, returns, money."""
    glance = view.glance
    said = [
        texts.say(language, "owed-answer", number=str(one.id))
        for one in glance.live
        if one.waiting_since is not None
    ]
    for complaint in glance.complaints:
        by = texts.moment(language, complaint.decide_due_at, now, "by")
        said.append(texts.say(language, "owed-decision", number=str(complaint.ticket_id), by=by))
    for task in glance.tasks:
        when = texts.moment(language, task.due_at, now)
        said.append(texts.say(language, "owed-call", when=when))
    for case, product in glance.returns:
        if case.state in ("asked", "approved", "received"):
            title = product.title(language) if product else "—"
            state = texts.say(language, f"owed-return-{case.state}")
            said.append(texts.say(language, "owed-return", title=cut(title, SHORT), state=state))
            if case.state == "received" and case.refund:
                total = Markup(money(language, case.refund, view.currency))
                said.append(texts.say(language, "owed-money", total=total))
    return [texts.say(language, "card-owed"), *said] if said else []


def opinions(texts: Texts, view: StaffCard, language: str, now: datetime) -> list[Markup]:
    """Scores of tickets, orders and things, answers to surveys, each with its words; wishes."""
    said = _of_tickets(texts, view, language)
    for order in view.known.orders:
        if order.rated:
            score, words = str(order.rated), view.glance.said_of_orders.get(order.id)
            said.append(texts.say(language, "opinion-order", number=str(order.id), score=score))
            said += _words(texts, language, words)
    for row, product in view.glance.rated:
        title = cut(product.title(language), SHORT) if product else "—"
        line = texts.say(language, "opinion-thing", title=title, score=str(row.score))
        said += [line, *_words(texts, language, row.comment)]
    for answer in view.glance.answers:
        if answer.kind in ("nps", "ces"):
            line = texts.say(language, f"opinion-{answer.kind}", score=str(answer.score))
            said += [line, *_words(texts, language, answer.comment)]
    for wish in view.glance.wishes:
        said.append(texts.say(language, "opinion-wish", text=cut(wish.text, SHORT)))
    return said or [texts.say(language, "card-no-opinions")]


def _of_tickets(texts: Texts, view: StaffCard, language: str) -> list[Markup]:
    said = []
    for one in view.known.tickets:
        if one.score is not None or one.solved is False:
            scored = {"number": str(one.number), "rating": rating(texts, one, language)}
            line = texts.say(language, "opinion-ticket", **scored)
            said += [line, *_words(texts, language, one.comment)]
    return said


def _words(texts: Texts, language: str, comment: str | None) -> list[Markup]:
    return [texts.say(language, "opinion-words", text=cut(comment, SHORT))] if comment else []


def known(texts: Texts, view: StaffCard, language: str, now: datetime) -> list[Markup]:
    """What is known, with where each comes from; what they want to hear of."""
    said = [_entry(texts, view, one, language) for one in view.profile.entries]
    for one in view.profile.wanted:
        title = cut(one.titles[language], SHORT) or ("" if one.row.kind == "guide" else "—")
        said.append(texts.say(language, f"known-sub-{one.row.kind}", title=title))
    if not said:
        return [texts.say(language, "card-nothing-known")]
    return said


def _entry(texts: Texts, view: StaffCard, entry: ProfileEntry, language: str) -> Markup:
    asked = view.profile.asked.get(entry.field.removeprefix("about."))
    title = asked.titles[language] if asked else texts.say(language, f"known-{entry.field}")
    why = texts.say(language, "known-declared")
    if entry.source == "inferred":
        why = texts.say(language, entry.why["key"], **entry.why.get("args", {}))
    shown = value(texts, view.profile, entry, language=language)
    shown = spaced(shown) if entry.field == "phone" else shown
    return texts.say(language, "known-entry", title=title, value=shown, why=why)


def agreements(texts: Texts, view: StaffCard, language: str, now: datetime) -> list[Markup]:
    """What they agreed to and refused, since when; how they want to be written to."""
    rows = {one.purpose: one for one in view.glance.consents}
    said = []
    for purpose in PURPOSES:
        row = rows.get(purpose)
        title = texts.say(language, f"agreement-{purpose}")
        if row is None:
            said.append(texts.say(language, "agreement-none", title=title))
        else:
            key = "agreement-yes" if row.given else "agreement-no"
            when = texts.date(language, row.at, now)
            said.append(texts.say(language, key, title=title, when=when))
    pace = pace_of(view.profile)
    return [
        *said,
        texts.say(language, "agreement-pace", pace=texts.say(language, f"profile-how-{pace}")),
    ]
