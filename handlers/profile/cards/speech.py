"""The page of language and time zone."""

from datetime import datetime, timedelta

from handlers.buttons import Button
from handlers.profile.cards.lines import Rows, back, chosen, say, screen
from handlers.screen import Screen
from handlers.texts import LANGUAGES, Texts
from services.profile.views import ProfileView
from services.profile.zones import RUSSIAN


def speech(texts: Texts, view: ProfileView, rest: str, now: datetime) -> Screen:
    """Which language; which time it is where the person is."""
    local = now.astimezone(view.zone)
    own = view.preference.time_zone if view.preference else None
    key = "profile-clock" if own else "profile-clock-shop"
    lines = [
        say(texts, view, "profile-speech"),
        say(texts, view, key, clock=f"{local.hour}:{local:%M}", shift=_shift(local)),
    ]
    languages = [
        Button(
            chosen(texts.say(one, "language-name"), one == view.customer.language),
            "pfset",
            "language",
            one,
        )
        for one in LANGUAGES
    ]
    zones = [
        Button(chosen(say(texts, view, f"zone-{name}"), zone == own), "pfset", "zone", zone)
        for name, zone in RUSSIAN.items()
    ]
    rows: Rows = [languages, *(zones[at : at + 2] for at in range(0, len(zones), 2))]
    right = Button(say(texts, view, "button-profile-right"), "pfset", "zone", view.zone.key)
    other = Button(say(texts, view, "button-profile-zone"), "pfask", "zone")
    return screen(lines, [[] if own else [right], *rows, [other], back(texts, view)])


def _shift(local: datetime) -> str:
    """From Greenwich: "UTC+5:30"."""
    minutes = round((local.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"
