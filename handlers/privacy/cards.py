"""The card `/privacy`, its page of full texts, and the choices of first contact."""

from datetime import datetime
from typing import Any

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts
from services.privacy.card import Choices, PrivacyView, Purpose
from services.privacy.kinds import KINDS

ON, OFF = "✅", "▫️"
PACES = ("daily", "weekly")
Rows = list[list[Button]]


def privacy(texts: Texts, view: PrivacyView, now: datetime) -> Screen:
    """What is held, each purpose with its state, how the person is written to."""
    counts = view.counts
    parts = [
        _say(
            texts,
            view,
            "privacy-held",
            tickets=counts.tickets,
            orders=counts.orders,
            entries=counts.entries,
            subscriptions=counts.subscriptions,
        ),
        "\n" + _say(texts, view, "privacy-asked"),
        *(_line(texts, view, one, now) for one in view.purposes),
        "\n" + _say(texts, view, "privacy-contact", quiet=_quiet(texts, view)),
        *_wishes(texts, view, now),
    ]
    return Screen("\n".join(parts), [*_switches(texts, view), *_ways(texts, view)])


def policy(texts: Texts, view: PrivacyView) -> Screen:
    """Every text in full."""
    parts = [view.service, *(one.words for one in view.purposes)]
    if view.url:
        parts.append(_say(texts, view, "privacy-link", url=view.url))
    back = Button(_say(texts, view, "button-privacy-back"), "pvpage", "", "")
    return Screen("\n\n".join(parts), [[back]])


def choices(texts: Texts, asked: Choices) -> Screen:
    """Two lines for a newcomer, and a yes or no to each purpose; nothing is chosen for them."""
    rows = [_choice(texts, asked.language, *one) for one in asked.answers.items()]
    more = Button(texts.say(asked.language, "button-privacy-more"), "privacy", "", "policy")
    done = None not in asked.answers.values()
    said = texts.say(asked.language, "choices-done" if done else "choices")
    return Screen(said, [*rows, [more]])


def _choice(texts: Texts, language: str, purpose: str, answer: bool | None) -> list[Button]:
    title = texts.say(language, f"purpose-{purpose}-short")
    yes = texts.say(language, "button-yes-to", to=title)
    no = texts.say(language, "button-no-to")
    return [
        Button(f"{ON} {yes}" if answer is True else yes, "consent", purpose, "yes.first"),
        Button(f"{ON} {no}" if answer is False else no, "consent", purpose, "no.first"),
    ]


def _line(texts: Texts, view: PrivacyView, one: Purpose, now: datetime) -> str:
    title = _say(texts, view, f"purpose-{one.name}")
    if one.held is None:
        return f"{OFF} {_say(texts, view, 'purpose-unasked', title=title)}"
    since = _day(texts, view, one.held.at, now)
    if one.changed:
        return f"{ON} {_say(texts, view, 'purpose-changed', title=title, since=since)}"
    key = "purpose-given" if one.given else "purpose-refused"
    return f"{ON if one.given else OFF} {_say(texts, view, key, title=title, since=since)}"


def _day(texts: Texts, view: PrivacyView, moment: datetime, now: datetime) -> str:
    day = texts.day(view.customer.language, moment)
    year = moment.astimezone(texts.zone).year
    return day if year == now.astimezone(texts.zone).year else f"{day} {year}"


def _switches(texts: Texts, view: PrivacyView) -> Rows:
    rows = []
    for one in view.purposes:
        title = _say(texts, view, f"purpose-{one.name}-short")
        if one.changed:
            again = _say(texts, view, "button-agree-anew", to=title)
            rows.append([Button(again, "consent", one.name, "yes.privacy")])
        key, answer = ("button-switch-off", "no") if one.given else ("button-switch-on", "yes")
        said = _say(texts, view, key, to=title)
        rows.append([Button(said, "consent", one.name, f"{answer}.privacy")])
    return rows


def _ways(texts: Texts, view: PrivacyView) -> Rows:
    return [
        [Button(_say(texts, view, "button-privacy-contact"), "contactme")],
        [Button(_say(texts, view, "button-privacy-policy"), "pvpage", "", "policy")],
        [Button(_say(texts, view, "button-mydata"), "mydata")],
        [Button(_say(texts, view, "button-eraseme"), "eraseme")],
    ]


def _quiet(texts: Texts, view: PrivacyView) -> str:
    quiet, wishes = view.quiet, view.wishes
    if wishes is not None and wishes.stopped_at is not None:
        return _say(texts, view, "privacy-stopped")
    if quiet.start == quiet.end:
        return _say(texts, view, "privacy-never-quiet")
    start, end = (f"{one // 60}:{one % 60:02}" for one in (quiet.start, quiet.end))
    return _say(texts, view, "privacy-quiet", start=start, end=end)


def _wishes(texts: Texts, view: PrivacyView, now: datetime) -> list[str]:
    wishes, found = view.wishes, []
    if wishes is None or wishes.stopped_at is not None:
        return []
    if wishes.most is not None:
        days = wishes.within_days or 1
        found.append(_say(texts, view, "privacy-most", most=wishes.most, days=days))
    if wishes.pace in PACES:
        found.append(_say(texts, view, f"privacy-pace-{wishes.pace}"))
    if wishes.paused_until is not None and wishes.paused_until > now:
        until = texts.date(view.customer.language, wishes.paused_until, now)
        found.append(_say(texts, view, "privacy-paused", until=until))
    muted = [one for one in wishes.muted if one in KINDS]
    if muted:
        kinds = [
            {"key": "privacy-muted-line", "args": {"kind": {"key": f"notice-{one}"}}}
            for one in muted
        ]
        found.append(_say(texts, view, "privacy-muted", kinds={"lines": kinds}))
    return found


def _say(texts: Texts, view: PrivacyView, key: str, **args: Any) -> str:
    return texts.say(view.customer.language, key, **args)
