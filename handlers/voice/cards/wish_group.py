"""One group of wishes: in customers' words, week by week, and what can be decided."""

from collections.abc import Sequence
from datetime import datetime

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import LANGUAGES, Texts, cut
from handlers.voice.cards.wishes import TITLE, VERB, arrows
from services.voice.wish_views import EXAMPLES, WishGroupView

WORDS, LABEL = 300, 40
LAST = 4


def wish_group(
    texts: Texts, view: WishGroupView, name: str, language: str, now: datetime, *, decides: bool
) -> Screen:
    """The group, or what is asked about it; who may not decide sees no such buttons."""
    if decides and name == "merge":
        return _merge(texts, view, language)
    if decides and name == "tell":
        return _tell(texts, view, language)
    rows = [*_examples(texts, view, language, decides=decides)]
    rows += _decisions(texts, view, language) if decides else []
    back = Button(texts.say(language, "button-report-back"), VERB, "", f"list.{_state(view)}.0")
    return Screen("\n".join(_words(texts, view, language, now)), [*rows, [back]])


def _state(view: WishGroupView) -> str:
    return view.counted.group.state


def _words(texts: Texts, view: WishGroupView, language: str, now: datetime) -> list[str]:
    one = view.counted
    said: list[str] = [
        texts.say(
            language,
            "wish-head",
            title=cut(one.title, TITLE),
            state=texts.say(language, f"wish-state-{_state(view)}"),
        ),
        texts.say(
            language,
            "wish-counts",
            count=one.people,
            week=view.weeks[-1],
            month=sum(view.weeks[-LAST:]),
        ),
        "",
    ]
    for place, (wish, ref) in enumerate(view.examples, view.page * EXAMPLES + 1):
        when = texts.date(language, wish.created_at, now)
        key = "wish-example" if ref else "wish-example-bare"
        more = {"number": str(wish.ticket_id)} if ref else {}
        words = cut(wish.text, WORDS)
        said.append(texts.say(language, key, place=str(place), words=words, when=when, **more))
    return said


def _examples(
    texts: Texts, view: WishGroupView, language: str, *, decides: bool
) -> list[list[Button]]:
    ref = view.counted.group.ref
    numbered = list(enumerate(view.examples, view.page * EXAMPLES + 1))
    tickets = [
        Button(f"№{wish.ticket_id}", "open", ticket) for _, (wish, ticket) in numbered if ticket
    ]
    hide = [
        Button(
            texts.say(language, "button-wish-hide", place=str(place)), "wishhide", ref, str(one.id)
        )
        for place, (one, _) in numbered
        if decides
    ]
    rows = (tickets, hide, arrows(f"group.{ref}", view.page, view.more))
    return [row for row in rows if row]


def _decisions(texts: Texts, view: WishGroupView, language: str) -> list[list[Button]]:
    ref = view.counted.group.ref

    def button(name: str, verb: str, arg: str = "", of: str = ref, **args: int) -> Button:
        return Button(texts.say(language, f"button-wish-{name}", **args), verb, of, arg)

    change = [button("name", "wishname"), button("merge", VERB, f"merge.{ref}.0", "")]
    if _state(view) == "open":
        return [
            [button("done", "wishset", "done"), button("declined", "wishset", "declined")],
            change,
        ]
    rows = [[button("reopen", "wishset", "open")], change]
    if _state(view) == "done" and view.untold:
        rows.insert(0, [button("tell", VERB, f"tell.{ref}", "", count=view.willing)])
    return rows


def _merge(texts: Texts, view: WishGroupView, language: str) -> Screen:
    """Which group its wishes go to."""
    ref = view.counted.group.ref
    rows: list[Sequence[Button]] = [
        [Button(cut(f"{one.title} · {one.people}", LABEL), "wishjoin", ref, one.group.ref)]
        for one in view.others
    ]
    rows.append(arrows(f"merge.{ref}", view.page, view.more))
    rows.append([_back(texts, view, language)])
    title = cut(view.counted.title, TITLE)
    key = "wish-merge" if view.others else "wish-merge-none"
    return Screen(texts.say(language, key, title=title), [list(row) for row in rows if row])


def _tell(texts: Texts, view: WishGroupView, language: str) -> Screen:
    """What they will read, before anybody does."""
    ref, title = view.counted.group.ref, view.counted.group.title
    nameless = None in view.told and not title
    said: list[str] = [texts.say(language, "wish-tell", count=view.untold, willing=view.willing)]
    if nameless:
        said.append(texts.say(language, "wish-name-first"))
    else:
        said += [_came(texts, one, words, title) for words in view.told for one in LANGUAGES]
    if view.willing:
        said.append(texts.say(language, "wish-tell-how"))
    send = Button(texts.say(language, "button-wish-send", count=view.willing), "wishtell", ref)
    sendable = view.willing and not nameless and _state(view) == "done"
    rows = [[send]] if sendable else []
    return Screen("\n\n".join(said), [*rows, [_back(texts, view, language)]])


def _came(texts: Texts, language: str, words: str | None, title: str) -> str:
    key, wish = ("wish-came-noted", title) if words is None else ("wish-came", words)
    return texts.say(language, key, wish=cut(wish, WORDS))


def _back(texts: Texts, view: WishGroupView, language: str) -> Button:
    page = f"group.{view.counted.group.ref}.0"
    return Button(texts.say(language, "button-report-back"), VERB, "", page)
