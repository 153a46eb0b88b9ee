"""Customers' own words, a page at a time, with the way to their tickets."""

from collections.abc import Sequence
from datetime import datetime

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts, cut
from handlers.voice.cards.feedback import VERB
from handlers.voice.cards.pages import back, titles
from services.voice.reports.feedback import TICKETS, Comment
from services.voice.reports.feedback_figures import FeedbackFigures

WORDS = 500
KINDS = (TICKETS, "orders", "products", "nps", "ces")
Asked = tuple[str, int | None, int]


def asked_comments(page: str) -> Asked:
    """Kind, topic's id and number of `said.KIND.TOPIC.NUMBER`; an odd one is the first of all."""
    parts = (*page.split("."), "", "", "")[1:4]
    kind = parts[0] if parts[0] in KINDS else TICKETS
    topic, number = (int(one[:15]) if one.isdecimal() else 0 for one in parts[1:])
    return kind, topic or None, number


def comments(
    texts: Texts,
    found: FeedbackFigures,
    asked: Asked,
    said: Sequence[Comment],
    more: bool,
    language: str,
    now: datetime,
) -> Screen:
    """The page."""
    kind, topic, _ = asked
    name = titles(texts, found, language)["topics"](topic)
    about = name if kind == TICKETS else texts.say(language, f"said-{kind}")
    lines: list[str] = [texts.say(language, "feedback-said", about=about), ""]
    lines += [_entry(texts, one, language, now) for one in said]
    if not said:
        lines.append(texts.say(language, "report-nothing"))
    return Screen("\n".join(lines), _rows(texts, asked, said, more, language))


def _entry(texts: Texts, one: Comment, language: str, now: datetime) -> str:
    of = 10 if one.kind == "nps" else 5
    score = texts.say(language, "report-score", score=one.score, of=of) if one.score else "—"
    if one.kind == "nps" and one.score == 0:
        score = texts.say(language, "report-score", score=0, of=of)
    when = texts.date(language, one.at, now)
    return texts.say(
        language, "feedback-comment", score=score, when=when, words=cut(one.words, WORDS)
    )


def _rows(
    texts: Texts, asked: Asked, said: Sequence[Comment], more: bool, language: str
) -> list[list[Button]]:
    kind, topic, page = asked
    tickets = [
        Button(f"№{one.ticket_id}", "open", one.ticket_ref) for one in said if one.ticket_ref
    ]
    turns = [(page - 1, "◀️")] if page else []
    turns += [(page + 1, "▶️")] if more else []
    arrows = [
        Button(sign, VERB, "", f"said.{kind}.{topic or 0}.{number}") for number, sign in turns
    ]
    return [
        *([tickets] if tickets else []),
        *([arrows] if arrows else []),
        back(texts, language, VERB, "comments"),
    ]
