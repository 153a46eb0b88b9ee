"""Pages of the birthday, of interests, of what the shop asks."""

from datetime import datetime

from handlers.buttons import Button
from handlers.profile.cards.lines import (
    Rows,
    back,
    chosen,
    say,
    screen,
    source,
    value,
    values,
)
from handlers.screen import Screen
from handlers.texts import Texts, cut
from services.profile.fields import DAYS, MOST, SHELF, Asked
from services.profile.keeping import SHELVES
from services.profile.views import ProfileView

TITLE = 40


def birthday(texts: Texts, view: ProfileView, rest: str, now: datetime) -> Screen:
    """A month, then a day of it; never a year."""
    known, language = view.of("birthday"), view.customer.language
    lines = [say(texts, view, "profile-birthday")]
    if known:
        shown = value(texts, view, known[0])
        lines.append(say(texts, view, "profile-line-birthday", value=shown))
    none = Button(say(texts, view, "button-profile-no-birthday"), "pfset", "birthday", "none")
    month = int(rest) if rest.isdecimal() else 0
    if month not in DAYS:
        months = [
            Button(texts.say(language, f"month-name-{one}"), "pf", "", f"birthday.{one:02}")
            for one in DAYS
        ]
        return screen(lines, [*_in_rows(months, 3), [none] if known else [], back(texts, view)])
    days = [
        Button(str(one), "pfset", "birthday", f"{month:02}-{one:02}")
        for one in range(1, DAYS[month] + 1)
    ]
    return screen(lines, [*_in_rows(days, 7), back(texts, view, "birthday")])


def interests(texts: Texts, view: ProfileView, rest: str, now: datetime) -> Screen:
    """Shelves as switches, one's own words, and what orders say."""
    page, shelves = int(rest) if rest.isdecimal() else 0, list(view.tree.shelves.values())
    pages = max(1, -(-len(shelves) // SHELVES))
    page = min(page, pages - 1)
    known = {one.value: one for one in view.of("interest")}
    lines = [say(texts, view, "profile-interests")]
    if known:
        lines.append(
            say(texts, view, "profile-line-interest", value=values(texts, view, "interest"))
        )
    own = [one for one in known.values() if one.source == "inferred" or one.value[0] != SHELF]
    for one in own:
        if one.source == "inferred":
            named = {"value": value(texts, view, one), "why": source(texts, view, one)}
            lines.append(say(texts, view, "profile-interest-why", **named))
    switches = [
        Button(
            chosen(cut(one.titles[view.customer.language], TITLE), f"{SHELF}{one.id}" in known),
            "pfset",
            "interest",
            f"{SHELF}{one.id}",
        )
        for one in shelves[page * SHELVES : (page + 1) * SHELVES]
    ]
    entries = [
        [Button(f"✎ {value(texts, view, one, TITLE)}", "pf", "", f"e.{one.ref}")] for one in own
    ]
    add = Button(say(texts, view, "button-profile-add-interest"), "pfask", "interest")
    rows: Rows = [*_in_rows(switches, 2), turning(page, pages, "interests"), *entries]
    rows += [[add] if len(known) < MOST["interest"] else [], back(texts, view)]
    return screen(lines, rows)


def about(texts: Texts, view: ProfileView, rest: str, now: datetime) -> Screen:
    """What the shop asks: all of it, or one thing with its choices."""
    asked = view.asked.get(rest)
    if asked is not None:
        return _one(texts, view, asked)
    lines, rows = [say(texts, view, "profile-about")], []
    for one in view.asked.values():
        title, field = one.titles[view.customer.language], f"about.{one.key}"
        if view.of(field):
            shown = values(texts, view, field)
            lines.append(say(texts, view, "profile-line-about", title=title, value=shown))
        rows.append([Button(title, "pf", "", field)])
    return screen(lines, [*rows, back(texts, view)])


def _one(texts: Texts, view: ProfileView, asked: Asked) -> Screen:
    language, field = view.customer.language, f"about.{asked.key}"
    known = view.of(field)
    title = asked.titles[language]
    lines = [say(texts, view, "profile-about-one", title=title)]
    rows: Rows = []
    if known:
        shown = values(texts, view, field)
        lines.append(say(texts, view, "profile-line-about", title=title, value=shown))
    if asked.choices:
        buttons = [
            Button(
                chosen(one[language], bool(known) and known[0].value == one["ru"]),
                "pfset",
                field,
                str(number),
            )
            for number, one in enumerate(asked.choices)
        ]
        rows += _in_rows(buttons, 3)
    else:
        rows.append([Button(say(texts, view, "button-profile-say"), "pfask", field)])
    if known:
        rows.append([Button(say(texts, view, "button-profile-out"), "pfout", known[0].ref)])
    return screen(lines, [*rows, back(texts, view, "about")])


def turning(page: int, pages: int, name: str) -> list[Button]:
    """Buttons that turn the pages of a list; none where there is one page."""
    if pages < 2:
        return []
    row = [Button("◀", "pf", "", f"{name}.{page - 1}")] if page else []
    row.append(Button(f"{page + 1} / {pages}", "pf", "", f"{name}.{page}"))
    return [*row, Button("▶", "pf", "", f"{name}.{page + 1}")] if page + 1 < pages else row


def _in_rows(buttons: list[Button], wide: int) -> Rows:
    return [buttons[at : at + wide] for at in range(0, len(buttons), wide)]
