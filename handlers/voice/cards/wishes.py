"""What customers wish for: groups, those that most people wish for first."""

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts, cut
from services.voice.wish_views import AT_ONCE, WishList

VERB = "wishpage"
TITLE = 120
STATES = ("open", "done", "declined")


def asked_wishes(page: str) -> tuple[str, str, int]:
    """Name, state or reference, and number of `NAME.WHICH.N`; an odd one is the first list."""
    name, which, number = (*page.split("."), "", "", "")[:3]
    place = int(number) if number.isdecimal() and len(number) < 6 else 0
    if name not in ("group", "merge", "tell"):
        return "list", which if which in STATES else "open", place
    return name, which, place


def wish_list(texts: Texts, found: WishList, language: str) -> Screen:
    """One page of groups in a state."""
    said: list[str] = [texts.say(language, f"wishes-{found.state}"), ""]
    for place, one in enumerate(found.groups, found.page * AT_ONCE + 1):
        lately = found.lately.get(one.group.id, 0)
        key = "wishes-line-lately" if lately else "wishes-line"
        more = {"lately": lately} if lately else {}
        title = cut(one.title, TITLE)
        said.append(
            texts.say(language, key, place=str(place), title=title, count=one.people, **more)
        )
    if not found.groups:
        said.append(texts.say(language, "report-nothing"))
    return Screen("\n".join(said), _rows(texts, found, language))


def _rows(texts: Texts, found: WishList, language: str) -> list[list[Button]]:
    first = found.page * AT_ONCE + 1
    groups = [
        Button(str(place), VERB, "", f"group.{one.group.ref}.0")
        for place, one in enumerate(found.groups, first)
    ]
    states = [
        Button(texts.say(language, f"button-wishes-{state}"), VERB, "", f"list.{state}.0")
        for state in STATES
        if state != found.state
    ]
    turns = arrows(f"list.{found.state}", found.page, found.more)
    return [row for row in (groups, turns, states) if row]


def arrows(name: str, page: int, more: bool) -> list[Button]:
    """Back and forth, where there is something."""
    back = [Button("◀️", VERB, "", f"{name}.{page - 1}")] if page else []
    return [*back, Button("▶️", VERB, "", f"{name}.{page + 1}")] if more else back
