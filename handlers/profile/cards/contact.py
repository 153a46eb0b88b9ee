"""The page of how often, when and about what a person is written to."""

from datetime import datetime

from handlers.buttons import Button
from handlers.profile.cards.lines import back, chosen, say, screen, when_written
from handlers.screen import Screen
from handlers.texts import Markup, Texts
from services.profile.contacting import KINDS, MOST_A_WEEK, PACES, QUIET, WEEK, Contact
from services.profile.views import ProfileView


def contact(texts: Texts, view: ProfileView, rest: str, now: datetime) -> Screen:
    """Pace, limit, pause, an end to all of it."""
    row = view.preference
    stopped = row is not None and row.stopped_at is not None
    paused = row is not None and row.paused_until is not None and row.paused_until > now
    lines = [
        say(texts, view, "profile-contact"),
        say(texts, view, "profile-line-contact", how=when_written(texts, view, now)),
        say(texts, view, "profile-line-quiet", hours=_hours(texts, view)),
    ]
    if "news" not in view.agreed:
        lines.append(say(texts, view, "profile-no-news"))
    pace, most = (row.pace if row else "now"), (row.most if row else None) or 0
    limited = [one for one in MOST_A_WEEK if one == 0 or _is_less(view, one)]
    paces = [
        Button(chosen(say(texts, view, f"button-pace-{one}"), one == pace), "pfc", "pace", one)
        for one in PACES
    ]
    limits = [
        Button(
            chosen(_limit(texts, view, one), one == (most if most in limited else 0)),
            "pfc",
            "most",
            str(one),
        )
        for one in limited
    ]
    pauses = (
        [Button(say(texts, view, "button-pause-0"), "pfc", "pause", "0")]
        if paused
        else [
            Button(say(texts, view, f"button-pause-{days}"), "pfc", "pause", days)
            for days in ("7", "30")
        ]
    )
    key = "button-contact-again" if stopped else "button-contact-stop"
    stop = Button(say(texts, view, key), "pfc", "stop", "0" if stopped else "1")
    pages = [
        Button(say(texts, view, f"button-profile-{one}"), "pf", "", f"contact.{one}")
        for one in ("quiet", "kinds")
    ]
    ways = [  # the page is opened from either
        Button(say(texts, view, "button-contact-profile"), "pf"),
        Button(say(texts, view, "button-contact-privacy"), "privacy"),
    ]
    return screen(lines, [paces, limits[:1], limits[1:], pages, pauses, [stop], ways])


def quiet(texts: Texts, view: ProfileView, rest: str, now: datetime) -> Screen:
    """Hours in which nothing comes that the person did not ask for."""
    lines = [
        say(texts, view, "profile-quiet"),
        say(texts, view, "profile-line-quiet", hours=_hours(texts, view)),
    ]
    row = view.preference
    now_is = f"{row.quiet_from}-{row.quiet_to}" if row and row.quiet_from is not None else "0-0"
    rows = [
        [Button(chosen(_span(texts, view, one), one == now_is), "pfc", "quiet", one)]
        for one in QUIET
    ]
    return screen(lines, [*rows, back(texts, view, "contact")])


def kinds(texts: Texts, view: ProfileView, rest: str, now: datetime) -> Screen:
    """What about: a switch for each."""
    known = Contact(view.preference)
    rows = [
        [
            Button(
                chosen(say(texts, view, f"button-kind-{topic}"), known.hears(topic)),
                "pfc",
                "kind",
                topic,
            )
        ]
        for topic in KINDS
    ]
    return screen([say(texts, view, "profile-kinds")], [*rows, back(texts, view, "contact")])


def _limit(texts: Texts, view: ProfileView, most: int) -> str:
    if most:
        return say(texts, view, "button-most", most=most)
    return say(texts, view, "button-most-0", most=view.rules.most, days=view.rules.days)


def _is_less(view: ProfileView, most: int) -> bool:
    """Whether so many a week is less than the shop's own limit, which holds for everybody."""
    return most * view.rules.days < view.rules.most * WEEK


def _hours(texts: Texts, view: ProfileView) -> Markup | str:
    row = view.preference
    if row is None or row.quiet_from is None:
        return _span(texts, view, "0-0")
    return _span(texts, view, f"{row.quiet_from}-{row.quiet_to}")


def _span(texts: Texts, view: ProfileView, value: str) -> Markup | str:
    start, end = (int(one) for one in value.split("-"))
    if start != end:
        return _clock(start, end)
    if view.shops_quiet[0] == view.shops_quiet[1]:
        return say(texts, view, "quiet-as-shop-never")
    return say(texts, view, "quiet-as-shop", hours=_clock(*view.shops_quiet))


def _clock(start: int, end: int) -> str:
    return f"{start // 60}:{start % 60:02} – {end // 60}:{end % 60:02}"
