"""A queue's board: who waits, how long, about what; the oldest first."""

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts, cut, escape
from services.card_views import BoardLine, BoardView

MARKS = {"fresh": "🟢", "half": "🟡", "late": "🔴"}
TAKE_BUTTONS = 8
ROOM = 3800
WIDTHS = ((60, 40), (24, 40), (0, 40), (0, 16))
NAME = 24


def board(texts: Texts, view: BoardView, language: str) -> Screen:
    """The board; its lines grow shorter when many wait, so that all are seen."""
    title = view.queue.titles[language]
    if view.elsewhere:
        return Screen(texts.say(language, "board-elsewhere", queue=title))
    if not view.waiting:
        head = texts.say(language, "board-empty", queue=title)
        return Screen("\n".join([head, *_foot(texts, view, language)]))
    head = texts.say(language, "board-head", queue=title, count=view.waiting)
    said = fitting(texts, view.lines, language, ROOM)
    more = view.waiting - len(said)
    if more > 0:
        said.append(texts.say(language, "board-more", count=more))
    return Screen(
        "\n".join([head, "", *said, *_foot(texts, view, language)]), _rows(texts, view, language)
    )


def fitting(texts: Texts, lines: tuple[BoardLine, ...], language: str, room: int) -> list[str]:
    """The lines, made shorter until all of them fit; the last are left out only after that."""
    said: list[str] = []
    for words, topic in WIDTHS:
        said = [line(texts, one, language, words, topic) for one in lines]
        if sum(len(one) + 1 for one in said) <= room:
            return said
    while sum(len(one) + 1 for one in said) > room:
        said.pop()
    return said


def line(texts: Texts, one: BoardLine, language: str, words: int, topic: int) -> str:
    """One waiting ticket."""
    title = one.topic.titles[language] if one.topic else texts.say(language, "topic-none")
    said = texts.say(
        language,
        "board-line",
        mark="❔" if one.asking else MARKS[one.mark],
        number=str(one.number),
        topic=cut(title, topic),
        certainty=texts.say(language, f"certainty-{one.certainty}"),
        waiting=texts.span(language, one.waiting_minutes),
    )
    star = "⭐ " if one.vip else ""
    if not words:
        return f"{said} {star}".rstrip()
    subject = cut(" ".join(one.subject.split()), words) or texts.say(language, "board-no-words")
    return f"{said}\n   {star}{escape(cut(one.name, NAME))}: <i>{escape(subject)}</i>"


def _foot(texts: Texts, view: BoardView, language: str) -> list[str]:
    foot = []
    if view.taken or view.pending:
        foot += ["", texts.say(language, "board-work", taken=view.taken, pending=view.pending)]
    if not view.is_open:
        foot += ["", texts.say(language, "board-closed")]
    return foot


def _rows(texts: Texts, view: BoardView, language: str) -> list[list[Button]]:
    pages = -(-len(view.lines) // TAKE_BUTTONS)
    page = view.page if view.page < pages else 0
    rows = takes(texts, view.lines[page * TAKE_BUTTONS :][:TAKE_BUTTONS], language)
    if pages > 1:
        rows.append(_pages(view, page, pages))
    if view.waiting > 1:
        rows.append([Button(texts.say(language, "button-take-oldest"), "oldest", view.queue.key)])
    return rows


def takes(texts: Texts, lines: tuple[BoardLine, ...], language: str) -> list[list[Button]]:
    """Buttons that take tickets, two in a row."""
    buttons = [
        Button(texts.say(language, "button-take", number=str(one.number)), "take", one.ref)
        for one in lines
    ]
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]


def _pages(view: BoardView, page: int, pages: int) -> list[Button]:
    before, after = (page - 1) % pages, (page + 1) % pages
    return [
        Button("◀️", "page", view.queue.key, str(before)),
        Button(f"{page + 1}/{pages}", "page", view.queue.key, str(page)),
        Button("▶️", "page", view.queue.key, str(after)),
    ]
