"""Figures of a model in words: shares, intervals, what a comparison means, what the gate says."""

from collections.abc import Mapping
from typing import Any

from handlers.texts import Texts
from services.shop import Shop

CHANCE = 0.05
Figures = Mapping[str, Any]


def number(value: Any, language: str, places: int = 1) -> str:
    """A number as people write it; a dash where there is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "—"
    said = f"{value:.{places}f}"
    return said.replace(".", ",") if language == "ru" else said


def percent(value: Any, language: str) -> str:
    """A share in 0..1 as a percentage, without its sign."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return number(100 * value if is_number else None, language)


def signed(value: Any, language: str, places: int = 1) -> str:
    """A percentage with its sign, apart in Russian and attached in English."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number:
        return "—"
    return number(100 * value, language, places) + ("\u00a0%" if language == "ru" else "%")


def within(figures: Figures, language: str) -> str:
    """Accuracy with its interval where one is known."""
    said = signed(figures.get("accuracy"), language)
    low, high = figures.get("low"), figures.get("high")
    if low is None or high is None:
        return said
    return f"{said} ({percent(low, language)}–{percent(high, language)})"


def outcome(texts: Texts, trial: Figures, language: str) -> str:
    """Better, worse, or no difference that could not be chance."""
    current, candidate, p = trial.get("current"), trial.get("candidate"), trial.get("p_value")
    if not isinstance(current, Mapping) or not isinstance(candidate, Mapping) or p is None:
        return texts.say(language, "report-alone")
    if p >= CHANCE:
        return texts.say(language, "report-even", p=number(p, language, 2))
    better = candidate.get("accuracy", 0) > current.get("accuracy", 0)
    key = "report-better" if better else "report-worse"
    return texts.say(language, key, p=_chance(p, language))


def _chance(p: float, language: str) -> str:
    return number(p, language, 3) if p >= 0.001 else f"< {number(0.001, language, 3)}"


def topic_title(shop: Shop, key: Any, language: str) -> str:
    """A topic's name; its key when the shop has it no longer."""
    topic = shop.topics.get(str(key))
    return topic.titles[language] if topic is not None else str(key)


def queue_title(texts: Texts, shop: Shop, key: Any, language: str) -> str:
    """A queue's name; what makes no ticket has none."""
    if key is None:
        return texts.say(language, "report-no-queue")
    queue = shop.queue_by_key(str(key))
    return queue.titles[language] if queue is not None else str(key)
