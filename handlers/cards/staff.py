"""The staff's list and one person's pages: role, queues, leaving; all in one message."""

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts, cut
from services.people import RANKS, Actor
from services.roster import LEAVE, LIST, QUEUES, ROLES, RosterView

STAFF_ROLES = ("agent", "supervisor", "admin")
NAME_UNITS = 32
SHOWN = 60


def staff(texts: Texts, view: RosterView, language: str) -> Screen:
    """The page that was asked for."""
    if view.member is None:
        return _list(texts, view, language)
    pages = {ROLES: _roles, QUEUES: _queues, LEAVE: _leave}
    return pages.get(view.page, _person)(texts, view, view.member, language)


def _list(texts: Texts, view: RosterView, language: str) -> Screen:
    head = texts.say(language, "staff-head", count=len(view.staff))
    lines = [_line(texts, view, one, language) for one in view.staff[:SHOWN]]
    buttons = [
        Button(cut(one.name, NAME_UNITS), "staff", "", str(one.staff_id))
        for one in view.staff[:SHOWN]
    ]
    rows = [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
    return Screen("\n".join([head, "", *lines, "", texts.say(language, "staff-foot")]), rows)


def _line(texts: Texts, view: RosterView, one: Actor, language: str) -> str:
    queues = _titles(view, one, language) or texts.say(language, "no-queues")
    return texts.say(
        language,
        "staff-line",
        duty="🟢" if one.on_duty else "⚪️",
        name=cut(one.name, NAME_UNITS),
        role=texts.say(language, f"role-{one.role}"),
        queues=queues,
        reach="" if one.reachable else texts.say(language, "not-reachable"),
    )


def _titles(view: RosterView, one: Actor, language: str) -> str:
    queues = view.shop.queues.values()
    return ", ".join(queue.titles[language] for queue in queues if queue.id in one.queues)


def _person(texts: Texts, view: RosterView, one: Actor, language: str) -> Screen:
    lines = [_line(texts, view, one, language)]
    lines.append(texts.say(language, "staff-in-hand", count=view.in_hand))
    rows = [
        [_to(texts, language, "button-role", one, ROLES)],
        [_to(texts, language, "button-queues", one, QUEUES)],
        [_to(texts, language, "button-leave", one, LEAVE)],
        [Button(texts.say(language, "button-back"), "staff", "", LIST)],
    ]
    return Screen("\n".join(lines), rows)


def _roles(texts: Texts, view: RosterView, one: Actor, language: str) -> Screen:
    if view.arg in RANKS and view.arg != one.role:
        role = texts.say(language, f"role-{view.arg}")
        text = texts.say(language, "role-sure", name=one.name, role=role)
        yes = Button(texts.say(language, "button-yes"), "role", str(one.staff_id), view.arg)
        return Screen(text, [[yes], [_back(texts, language, one)]])
    rows = [
        [_to(texts, language, f"role-{role}", one, f"{ROLES}.{role}")]
        for role in STAFF_ROLES
        if role != one.role
    ]
    text = texts.say(
        language, "role-which", name=one.name, role=texts.say(language, f"role-{one.role}")
    )
    return Screen(text, [*rows, [_back(texts, language, one)]])


def _queues(texts: Texts, view: RosterView, one: Actor, language: str) -> Screen:
    rows = [
        [
            Button(
                f"{'✅' if queue.id in one.queues else '▫️'} {queue.titles[language]}",
                "member",
                str(one.staff_id),
                str(queue.id),
            )
        ]
        for queue in view.shop.queues.values()
    ]
    text = texts.say(language, "queues-which", name=one.name)
    return Screen(text, [*rows, [_back(texts, language, one)]])


def _leave(texts: Texts, view: RosterView, one: Actor, language: str) -> Screen:
    text = texts.say(language, "leave-sure", name=one.name, count=view.in_hand)
    yes = Button(texts.say(language, "button-leave-yes"), "dismiss", str(one.staff_id))
    return Screen(text, [[yes], [_back(texts, language, one)]])


def _to(texts: Texts, language: str, key: str, one: Actor, page: str) -> Button:
    return Button(texts.say(language, key), "staff", "", f"{one.staff_id}.{page}")


def _back(texts: Texts, language: str, one: Actor) -> Button:
    return Button(texts.say(language, "button-back"), "staff", "", str(one.staff_id))
