"""The page of subscriptions: what a person wants to hear of, each with its end."""

from datetime import datetime

from handlers.buttons import Button
from handlers.profile.cards.answers import turning
from handlers.profile.cards.lines import back, say, screen
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut
from services.profile.views import SUBSCRIPTIONS, ProfileView, Wanted

TITLE = 40


def wanted(texts: Texts, view: ProfileView, rest: str, now: datetime) -> Screen:
    """A page of subscriptions; guides are switched here."""
    page = int(rest) if rest.isdecimal() else 0
    pages = max(1, -(-view.wanted_count // SUBSCRIPTIONS))
    page = min(page, pages - 1)
    lines = [say(texts, view, "profile-subs" if view.wanted_count else "profile-subs-none")]
    lines += [_line(texts, view, one, page, at) for at, one in enumerate(view.wanted, 1)]
    ends = [
        [Button(_end(texts, view, one), "pfend", one.row.ref, str(page))] for one in view.wanted
    ]
    guides = [] if _hears_guides(view) else [Button(say(texts, view, "button-guides"), "pfguides")]
    return screen(lines, [*ends, turning(page, pages, "subs"), guides, back(texts, view)])


def _line(texts: Texts, view: ProfileView, one: Wanted, page: int, at: int) -> Markup:
    said = _what(texts, view, one, str(page * SUBSCRIPTIONS + at))
    if one.row.kind not in _muted(view):
        return said
    return say(texts, view, "profile-sub-muted", line=said)


def _what(texts: Texts, view: ProfileView, one: Wanted, number: str) -> Markup:
    title = one.titles[view.customer.language]
    if one.row.kind == "guide":
        return say(texts, view, "profile-sub-guide", number=number)
    if not title:
        return say(texts, view, "profile-sub-gone", number=number)
    return say(texts, view, f"profile-sub-{one.row.kind}", number=number, title=cut(title, 80))


def _end(texts: Texts, view: ProfileView, one: Wanted) -> str:
    title = one.titles[view.customer.language]
    if one.row.kind == "guide":
        title = say(texts, view, "button-kind-guides")
    short = cut(title, TITLE) or say(texts, view, "button-sub-gone")
    return say(texts, view, "button-sub-end", title=short)


def _muted(view: ProfileView) -> list[str]:
    return view.preference.muted if view.preference is not None else []


def _hears_guides(view: ProfileView) -> bool:
    on = any(one.row.kind == "guide" for one in view.wanted)
    return on and "guide" not in _muted(view)
