"""The short report of a retraining, and the messages that would change their queue."""

from collections.abc import Mapping
from typing import Any

from handlers.buttons import Button
from handlers.cards.confusion import confused
from handlers.cards.figures import (
    number,
    outcome,
    percent,
    queue_title,
    signed,
    topic_title,
    within,
)
from handlers.cards.objections import objections
from handlers.screen import Screen
from handlers.texts import Texts, cut
from services.learning_views import RunView

PAGE = 6
WORDS = 160
ADVICE = 3
COMPARED = ("queue_accuracy", "macro_f1", "caught")


def report(texts: Texts, view: RunView, language: str) -> str:
    """What became better or worse, whether that can be chance, and what the gate says."""
    trial = view.trial
    parts = [
        [_head(texts, view, language), *_heldout(texts, trial, language)],
        _compared(texts, trial, language),
        [outcome(texts, trial, language), _changed(texts, trial, language)],
        _gate(texts, view, language),
        confused(texts, view.confused, language),
        _advice(texts, view, language),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part)


def _head(texts: Texts, view: RunView, language: str) -> str:
    row = view.row
    state = row.state if row is not None else "broken"
    version = row.version if row is not None else "—"
    return texts.say(language, f"report-head-{state}", version=version)


def _heldout(texts: Texts, trial: Mapping[str, Any], language: str) -> list[str]:
    held = trial.get("heldout")
    if not isinstance(held, Mapping):
        return []
    return [
        texts.say(
            language,
            "report-heldout",
            count=str(held.get("messages", 0)),
            own=str(held.get("shop_messages", 0)),
            points=percent(held.get("half_width"), language),
        )
    ]


def _compared(texts: Texts, trial: Mapping[str, Any], language: str) -> list[str]:
    new = _figures(trial, "candidate")
    old = _figures(trial, "current")
    lines = [_beside(texts, "accuracy", within(old, language), within(new, language), language)]
    for name in COMPARED:
        if name in new:
            was, now = (signed(one.get(name), language) for one in (old, new))
            lines.append(_beside(texts, name, was, now, language))
    if "ms" in new:
        was, now = (number(one.get("ms"), language) for one in (old, new))
        lines.append(_beside(texts, "ms", was, now, language))
    return lines


def _figures(trial: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = trial.get(name)
    return found if isinstance(found, Mapping) else {}


def _beside(texts: Texts, name: str, old: str, new: str, language: str) -> str:
    said = texts.say(language, f"report-{name.replace('_', '-')}", old=old, new=new)
    return f"• {said}"


def _changed(texts: Texts, trial: Mapping[str, Any], language: str) -> str:
    return texts.say(language, "report-changed", count=int(trial.get("changed_total") or 0))


def _gate(texts: Texts, view: RunView, language: str) -> list[str]:
    if not view.objections:
        return [texts.say(language, "report-no-objections")]
    return [texts.say(language, "report-objections"), objections(texts, view, language)]


def _advice(texts: Texts, view: RunView, language: str) -> list[str]:
    found = view.trial.get("advice")
    chosen = [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
    return [
        texts.say(
            language,
            "report-advice",
            topic=topic_title(view.shop, one.get("topic"), language),
            more=str(one.get("more", "")),
            points=number(one.get("points"), language),
        )
        for one in chosen[:ADVICE]
    ]


def changes(texts: Texts, view: RunView, language: str) -> Screen:
    """A page of messages that would go elsewhere, the right queue named with each."""
    pages = max(1, -(-len(view.changed) // PAGE))
    page = min(view.arg, pages - 1)
    shown = view.changed[page * PAGE : (page + 1) * PAGE]
    total = int(view.trial.get("changed_total") or 0)
    lines: list[str] = [texts.say(language, "changes-head", count=str(total))]
    lines += [_change(texts, view, one, language) for one in shown]
    if not shown:
        lines.append(texts.say(language, "changes-gone"))
    run = str(view.run.id)
    turning = []
    if page > 0:
        turning.append(Button("←", "run", run, f"changes.{page - 1}"))
    if page < pages - 1:
        turning.append(Button("→", "run", run, f"changes.{page + 1}"))
    back = Button(texts.say(language, "button-back"), "run", run)
    return Screen("\n\n".join(lines), [*([turning] if turning else []), [back]])


def _change(texts: Texts, view: RunView, one: Mapping[str, Any], language: str) -> str:
    right, was, now = (one.get(name) for name in ("right_queue", "was_queue", "now_queue"))
    mark = "✅" if now == right else "❌" if was == right else "▫️"
    return texts.say(
        language,
        "changes-line",
        mark=mark,
        text=cut(str(one.get("text", "")), WORDS),
        was=queue_title(texts, view.shop, was, language),
        now=queue_title(texts, view.shop, now, language),
    )
