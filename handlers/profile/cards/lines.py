"""What several pages of the profile say alike: values, sources, the way back."""

import re
from datetime import datetime
from typing import Any

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut, escape
from services.profile.views import ProfileEntry, ProfileView

Rows = list[list[Button]]
LONG, MANY = 80, 12
RUSSIAN = re.compile(r"\+?7(\d{3})(\d{3})(\d{2})(\d{2})")


def say(texts: Texts, view: ProfileView, key: str, **args: Any) -> Markup:
    """A sentence in the customer's language."""
    return texts.say(view.customer.language, key, **args)


def value(
    texts: Texts, view: ProfileView, entry: ProfileEntry, most: int = LONG, language: str = ""
) -> str:
    """One entry's value as people read it, not yet escaped; in the customer's language."""
    language = language or view.customer.language
    if entry.field == "birthday":
        month, day = entry.value.split("-")
        named = texts.say(language, f"month-{int(month)}")
        return str(texts.say(language, "day-of-month", day=int(day), month=named))
    return cut(view.said(entry, language), most)


def values(texts: Texts, view: ProfileView, field: str) -> Markup:
    """All that is known of a field; inferred values are marked."""
    known = view.of(field)
    said = [
        f"{escape(value(texts, view, one))}{' ?' if one.source == 'inferred' else ''}"
        for one in known[:MANY]
    ]
    more = f" +{len(known) - MANY}" if len(known) > MANY else ""
    return Markup((" · " if field == "address" else ", ").join(said) + more)


def source(texts: Texts, view: ProfileView, entry: ProfileEntry) -> Markup:
    """Where an entry comes from, in words."""
    if entry.source != "inferred":
        return say(texts, view, "profile-why-you")
    return say(texts, view, entry.why["key"], **entry.why.get("args", {}))


def page_button(texts: Texts, view: ProfileView, page: str) -> Button:
    """A button that opens a page."""
    return Button(say(texts, view, f"button-profile-{page}"), "pf", "", page)


def back(texts: Texts, view: ProfileView, page: str = "") -> list[Button]:
    """The way back."""
    return [Button(say(texts, view, "button-back"), "pf", "", page)]


def chosen(title: str, on: bool) -> str:
    """A choice's title, with a mark when it is the one."""
    return f"✓ {title}" if on else title


def screen(lines: list[Any], rows: Rows) -> Screen:
    """A page of lines; empty rows are left out."""
    return Screen(Markup("\n".join(lines)), [row for row in rows if row])


def when_written(texts: Texts, view: ProfileView, now: datetime) -> Markup:
    """How often a person is written to, in a few words."""
    row = view.preference
    if row is not None and row.stopped_at is not None:
        return say(texts, view, "profile-how-stopped")
    if row is not None and row.paused_until is not None and row.paused_until > now:
        until = texts.day(view.customer.language, row.paused_until)
        return say(texts, view, "profile-how-paused", until=until)
    return say(texts, view, f"profile-how-{pace_of(view)}")


def pace_of(view: ProfileView) -> str:
    """How often news come: "off" before a yes to them."""
    if "news" not in view.agreed:
        return "off"
    return view.preference.pace if view.preference else "now"


def spaced(phone: str) -> str:
    """A number as it is read out, where the country is known: +7 912 345-67-89."""
    found = RUSSIAN.fullmatch(phone)
    return "+7 {} {}-{}-{}".format(*found.groups()) if found else phone
