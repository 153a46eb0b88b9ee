"""Pages of a report's card: which one, its arrows, the way back; and how figures are written."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from handlers.buttons import Button
from handlers.texts import Markup, Texts
from services.drift import Share, interval
from services.voice.reports.feedback_figures import FeedbackFigures
from services.voice.reports.scores import FEW
from services.voice.reports.service_figures import ServiceFigures

AT_ONCE = 8
Row = TypeVar("Row")
Rows = list[list[Button]]
Figures = FeedbackFigures | ServiceFigures


def split(page: str) -> tuple[str, int]:
    """A page's name and number: `topics.2`."""
    name, _, number = page.partition(".")
    return name, int(number) if number.isdigit() else 0


def leaf(rows: Sequence[Row], page: int) -> tuple[Sequence[Row], int, int]:
    """The rows of a page, its number, and how many pages there are."""
    pages = max(1, -(-len(rows) // AT_ONCE))
    page = min(page, pages - 1)
    return rows[page * AT_ONCE :][:AT_ONCE], page, pages


def arrows(verb: str, name: str, page: int, pages: int) -> Rows:
    """Back and forth, where there is more than one page."""
    if pages < 2:
        return []
    return [
        [
            Button("◀️", verb, "", f"{name}.{(page - 1) % pages}"),
            Button(f"{page + 1}/{pages}", verb, "", f"{name}.{page}"),
            Button("▶️", verb, "", f"{name}.{(page + 1) % pages}"),
        ]
    ]


def back(texts: Texts, language: str, verb: str, page: str = "main") -> list[Button]:
    """To the first page."""
    return [Button(texts.say(language, "button-report-back"), verb, "", page)]


def number(value: float, language: str, places: int = 0) -> str:
    """A number as people write it in this language."""
    said = f"{value:.{places}f}".replace("-", "−")
    return said.replace(".", ",") if language == "ru" else said


def share_said(texts: Texts, language: str, share: Share) -> Markup:
    """A share with its interval; below FEW only of how many."""
    if share.whole < FEW:
        return texts.say(language, "report-few", part=share.part, whole=share.whole)
    low, high = interval(share)
    return texts.say(
        language,
        "report-share",
        value=number(100 * share.part / share.whole, language),
        low=number(100 * low, language),
        high=number(100 * high, language),
    )


def within(texts: Texts, language: str, minutes: float, *, by_clock: bool = False) -> Markup:
    """In how long something was done: in under a minute, within 3 h 20 min."""
    if minutes < 1:
        return texts.say(language, "within-less")
    time = _lasted(texts, language, minutes, by_clock=by_clock)
    return texts.say(language, "within-time", time=time)


def usually(
    texts: Texts, language: str, spread: tuple[float, float], *, by_clock: bool = False
) -> Markup:
    """The middle and what nine in ten stay within; once where both are said alike."""
    middle, tail = (within(texts, language, one, by_clock=by_clock) for one in spread)
    if middle == tail:
        return texts.say(language, "spread-same", middle=middle)
    return texts.say(language, "spread", middle=middle, tail=tail)


def _lasted(texts: Texts, language: str, minutes: float, *, by_clock: bool = False) -> Markup:
    """How long something took: 40 min, 3 h 20 min, 31 h; by the clock also 5 days."""
    if by_clock and minutes >= 48 * 60:
        return Markup(texts.span(language, minutes))
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return texts.say(language, "lasted-minutes", minutes=rest)
    if hours >= 10 or not rest:
        return texts.say(language, "lasted-hours", hours=round(minutes / 60))
    return texts.say(language, "lasted-both", hours=hours, minutes=rest)


def titles(texts: Texts, found: Figures, language: str) -> dict[str, Callable[[int | None], str]]:
    """What topics, queues and people of the figures are called."""

    def topic(key: int | None) -> str:
        known = found.shop.topic_by_id(key)
        return known.titles[language] if known else texts.say(language, "quality-no-topic")

    def queue(key: int | None) -> str:
        known = found.shop.queues.get(key or 0)
        return known.titles[language] if known else "—"

    def agent(key: int | None) -> str:
        return found.names.get(key or 0) or texts.say(language, "report-nobody")

    return {"topics": topic, "queues": queue, "agents": agent}
