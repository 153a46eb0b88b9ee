"""The staff's board of orders: what is to be done, stage by stage, the oldest first."""

from handlers.amounts import money
from handlers.buttons import Button
from handlers.cards.board import MARKS
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut
from services.trade.order_views import OrderEntry, OrdersView, Stage

NAME = 24
BUTTONS = 8


def orders_board(texts: Texts, view: OrdersView, language: str) -> Screen:
    """The board in the language of its chat."""
    if view.elsewhere:
        queue = view.queue.titles[language]
        return Screen(texts.say(language, "orders-elsewhere", queue=queue))
    if not view.stages:
        return Screen(texts.say(language, "orders-empty"))
    said: list[str] = [texts.say(language, "orders-board")]
    for stage in view.stages:
        said += ["", *_stage(texts, stage, language)]
    if not view.is_open:
        said += ["", texts.say(language, "board-closed")]
    return Screen("\n".join(said), _rows(view))


def _stage(texts: Texts, stage: Stage, language: str) -> list[str]:
    said: list[str] = [texts.say(language, f"stage-{stage.name}", count=stage.count)]
    said += [_entry(texts, one, language) for one in stage.entries]
    more = stage.count - len(stage.entries)
    return [*said, texts.say(language, "board-more", count=more)] if more > 0 else said


def _entry(texts: Texts, one: OrderEntry, language: str) -> str:
    return texts.say(
        language,
        "orders-entry",
        mark=MARKS.get(one.mark, "▫️"),
        number=str(one.number),
        amount=Markup(money(language, one.amount, one.currency)),
        name=cut(one.name, NAME) or "—",
        waiting=texts.span(language, one.minutes),
    )


def _rows(view: OrdersView) -> list[list[Button]]:
    entries = {one.ref: one for stage in view.stages for one in stage.entries}
    buttons = [Button(f"№{one.number}", "workopen", one.ref) for one in entries.values()]
    pages = -(-len(buttons) // BUTTONS)
    page = view.page if view.page < pages else 0
    shown = buttons[page * BUTTONS :][:BUTTONS]
    rows = [shown[at : at + 4] for at in range(0, len(shown), 4)]
    if pages > 1:
        rows.append(
            [
                Button("◀️", "orderpage", "", str((page - 1) % pages)),
                Button(f"{page + 1}/{pages}", "orderpage", "", str(page)),
                Button("▶️", "orderpage", "", str((page + 1) % pages)),
            ]
        )
    return rows
