"""What waits in all the queues of one staff member, as `/queue` shows it."""

from handlers.buttons import Button
from handlers.cards.board import fitting, takes
from handlers.screen import Screen
from handlers.texts import Texts
from services.card_views import BoardView, LinesView

ROOM = 3600
BUTTONS = 10


def lines(texts: Texts, view: LinesView) -> Screen:
    """Every queue in which somebody waits; one line when nobody does."""
    language = view.owner.language
    waiting = [board for board in view.boards if board.lines]
    again = [Button(texts.say(language, "button-refresh"), "refresh", "lines")]
    orders = texts.say(language, "lines-orders", count=view.orders) if view.orders else ""
    if orders:
        again.append(Button(texts.say(language, "button-orders-board"), "orderboard"))
    if not waiting:
        return Screen(orders or texts.say(language, "lines-empty"), [again])
    said = [_queue(texts, board, language, ROOM // len(waiting)) for board in waiting]
    oldest = sorted(
        (one for board in waiting for one in board.lines), key=lambda one: -one.waiting_minutes
    )
    rows = takes(texts, tuple(oldest[:BUTTONS]), language)
    return Screen("\n\n".join([*said, orders] if orders else said), [*rows, again])


def _queue(texts: Texts, view: BoardView, language: str, room: int) -> str:
    title = view.queue.titles[language]
    head = texts.say(language, "board-head", queue=title, count=view.waiting)
    said = fitting(texts, view.lines, language, room)
    if view.waiting > len(said):
        said.append(texts.say(language, "board-more", count=view.waiting - len(said)))
    return "\n".join([head, *said])
