"""Pages of contacts and addresses, of one entry, and of what is being asked."""

from datetime import datetime

from handlers.buttons import Button
from handlers.profile.cards.lines import (
    Rows,
    back,
    say,
    screen,
    source,
    value,
)
from handlers.screen import Screen
from handlers.texts import Texts, cut
from services.profile.fields import MOST
from services.profile.keeping import page_of
from services.profile.views import ProfileEntry, ProfileView

BUTTON = 40


def contacts(texts: Texts, view: ProfileView, rest: str, now: datetime) -> Screen:
    """How to be called, the phone, the mail; each opens its own page or is asked for."""
    lines, rows = [say(texts, view, "profile-contacts")], []
    for field in ("called", "phone", "email"):
        known = view.of(field)
        title = say(texts, view, f"button-profile-{field}")
        if known:
            shown = value(texts, view, known[0])
            lines.append(say(texts, view, f"profile-line-{field}", value=shown))
            lines.append(source(texts, view, known[0]))
            rows.append([Button(title, "pf", "", f"e.{known[0].ref}")])
        else:
            rows.append([Button(f"+ {title}", "pfask", field)])
    return screen(lines, [*rows, back(texts, view)])


def addresses(texts: Texts, view: ProfileView, rest: str, now: datetime) -> Screen:
    """Every address, the one that is offered first at the top."""
    known = view.of("address")
    lines = [say(texts, view, "profile-addresses" if known else "profile-addresses-none")]
    for number, one in enumerate(known, 1):
        shown = value(texts, view, one, 200)
        key = "profile-address-first" if number == 1 else "profile-address"
        lines.append(say(texts, view, key, number=str(number), value=shown))
    rows = [
        [Button(f"{at}. {value(texts, view, one, BUTTON)}", "pf", "", f"e.{one.ref}")]
        for at, one in enumerate(known, 1)
    ]
    add = Button(say(texts, view, "button-profile-add-address"), "pfask", "address")
    rows += [[add] if len(known) < MOST["address"] else []]
    return screen(lines, [*rows, back(texts, view)])


def entry(texts: Texts, view: ProfileView, rest: str, now: datetime) -> Screen:
    """One thing that is known: where from, and what can be done about it."""
    found = view.by_ref(rest)
    if found is None:
        return screen([say(texts, view, "profile-entry-gone")], [back(texts, view)])
    title = _title(texts, view, found)
    shown = value(texts, view, found, 500)
    lines = [
        say(texts, view, "profile-entry", title=title, value=shown),
        source(texts, view, found),
    ]
    return screen(lines, [*_ways(texts, view, found), back(texts, view, page_of(found.field))])


def _title(texts: Texts, view: ProfileView, found: ProfileEntry) -> str:
    asked = view.asked.get(found.field.removeprefix("about."))
    if asked is not None:
        return asked.titles[view.customer.language]
    return say(texts, view, f"button-profile-{found.field}")


def _ways(texts: Texts, view: ProfileView, found: ProfileEntry) -> Rows:
    rows: Rows = []
    if found.source == "inferred":
        rows.append([Button(say(texts, view, "button-profile-right"), "pfok", found.ref)])
    elif found.field == "address" and view.of("address")[0].ref != found.ref:
        rows.append([Button(say(texts, view, "button-profile-first"), "pfok", found.ref)])
    fix = Button(say(texts, view, "button-profile-fix"), "pffix", found.ref, found.field)
    out = Button(say(texts, view, "button-profile-out"), "pfout", found.ref)
    return [*rows, [fix, out]]


def ask(texts: Texts, view: ProfileView, rest: str, now: datetime) -> Screen:
    """The next words are waited for."""
    asked = view.asked.get(rest.removeprefix("about."))
    if asked is not None:
        title = cut(asked.titles[view.customer.language], BUTTON)
        said = say(texts, view, "profile-ask-about", title=title)
    else:
        known = rest if rest in (*ASKED, "zone") else "called"
        said = say(texts, view, f"profile-ask-{known}")
    cancel = Button(say(texts, view, "button-never-mind"), "pfno", rest)
    return screen([said], [[cancel]])


ASKED = ("called", "phone", "email", "address", "interest")
