"""The tickets that a staff member has in hand, as `/mine` shows them."""

from handlers.buttons import Button
from handlers.cards.board import MARKS
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut
from services.card_views import HandLine, HandView

SHOWN = 30
NAME = 24


def hand(texts: Texts, view: HandView) -> Screen:
    """Every ticket with its state, where its conversation is, and a button to its card."""
    language = view.owner.language
    again = [Button(texts.say(language, "button-refresh"), "refresh", "hand")]
    if not view.lines:
        return Screen(texts.say(language, "hand-empty"), [again])
    shown = view.lines[:SHOWN]
    said: list[str] = [texts.say(language, "hand-head", count=len(view.lines))]
    said += [_line(texts, one, language) for one in shown]
    buttons = [Button(f"№{one.number}", "open", one.ref) for one in shown]
    rows = [buttons[at : at + 4] for at in range(0, len(buttons), 4)]
    return Screen("\n".join(said), [*rows, again])


def _line(texts: Texts, one: HandLine, language: str) -> str:
    topic = one.topic.titles[language] if one.topic else texts.say(language, "topic-none")
    return texts.say(
        language,
        "hand-line",
        mark=MARKS[one.mark] if one.awaits_us else "⚪️",
        number=str(one.number),
        name=cut(one.name, NAME) or "—",
        topic=cut(topic, 40),
        state=texts.say(language, "hand-awaits" if one.awaits_us else f"state-{one.state}"),
        place=_place(texts, one, language),
    )


def _place(texts: Texts, one: HandLine, language: str) -> Markup:
    if one.chat_id is None or one.chat_id > 0 or one.thread_id is None:
        return Markup("")
    address = f"https://t.me/c/{str(one.chat_id).removeprefix('-100')}/{one.thread_id}"
    said = texts.say(language, "hand-topic")
    return Markup(f' · <a href="{address}">{said}</a>')
