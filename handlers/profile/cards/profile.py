"""The profile's card: what is known, and the ways to each of its pages."""

from collections.abc import Callable
from datetime import datetime

from handlers.buttons import Button
from handlers.profile.cards.answers import about, birthday, interests
from handlers.profile.cards.contact import contact, kinds, quiet
from handlers.profile.cards.known import addresses, ask, contacts, entry
from handlers.profile.cards.lines import Rows, page_button, say, values, when_written
from handlers.profile.cards.speech import speech
from handlers.profile.cards.wanted import wanted
from handlers.screen import Screen
from handlers.texts import Markup, Texts
from services.profile.views import ProfileView

Page = Callable[[Texts, ProfileView, str, datetime], Screen]
PAGES: dict[str, Page] = {
    "contacts": contacts,
    "addresses": addresses,
    "e": entry,
    "ask": ask,
    "birthday": birthday,
    "interests": interests,
    "about": about,
    "speech": speech,
    "contact": contact,
    "contact.quiet": quiet,
    "contact.kinds": kinds,
    "subs": wanted,
}


def profile(texts: Texts, view: ProfileView, page: str, now: datetime) -> Screen:
    """One page; the first one for whatever is no page."""
    name, _, rest = page.partition(".")
    drawn = PAGES.get(page) or PAGES.get(name) or _main
    return drawn(texts, view, rest, now)


def _main(texts: Texts, view: ProfileView, rest: str, now: datetime) -> Screen:
    head = [say(texts, view, "profile")]
    remembers = "memory" in view.agreed
    if remembers:
        head += _known(texts, view)
    else:
        head.append(say(texts, view, "profile-agree"))
    head += [Markup(""), *_always(texts, view, now)]
    return Screen(Markup("\n".join(head)), _rows(texts, view, remembers))


def _known(texts: Texts, view: ProfileView) -> list[Markup]:
    fields = ["called", "phone", "email", "address", "birthday", "interest"]
    lines = [
        say(texts, view, f"profile-line-{field}", value=values(texts, view, field))
        for field in fields
        if view.of(field)
    ]
    for asked in view.asked.values():
        if view.of(f"about.{asked.key}"):
            title = asked.titles[view.customer.language]
            value = values(texts, view, f"about.{asked.key}")
            lines.append(say(texts, view, "profile-line-about", title=title, value=value))
    return lines or [say(texts, view, "profile-nothing")]


def _always(texts: Texts, view: ProfileView, now: datetime) -> list[Markup]:
    local = now.astimezone(view.zone)
    return [
        say(
            texts,
            view,
            "profile-line-speech",
            language=say(texts, view, "language-name"),
            clock=f"{local.hour}:{local:%M}",
        ),
        say(texts, view, "profile-line-contact", how=when_written(texts, view, now)),
        say(texts, view, "profile-line-subs", count=view.wanted_count),
    ]


def _rows(texts: Texts, view: ProfileView, remembers: bool) -> Rows:
    own = [
        [page_button(texts, view, one) for one in ("contacts", "addresses")],
        [page_button(texts, view, one) for one in ("birthday", "interests")],
        [page_button(texts, view, "about")] if view.asked else [],
    ]
    agree = [[Button(say(texts, view, "button-profile-agree"), "pfagree")]]
    always = [
        [page_button(texts, view, one) for one in ("speech", "subs")],
        [page_button(texts, view, "contact")],
    ]
    return [row for row in (*(own if remembers else agree), *always) if row]
