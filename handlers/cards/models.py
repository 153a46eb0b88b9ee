"""`/model`: what serves, with its figures, and every model before it."""

from datetime import datetime

from handlers.buttons import Button
from handlers.cards.figures import percent, within
from handlers.screen import Screen
from handlers.texts import Texts
from services.learning_views import ModelsView, VersionLine

MARKS = {"serving": "🟢", "candidate": "🆕", "kept": "⚪️", "declined": "✖️", "broken": "⛔"}


def models(texts: Texts, view: ModelsView, language: str, now: datetime) -> Screen:
    """The list, or the question whether an older model is to serve again."""
    if view.asked is not None and view.asked.state == "kept":
        return _back(texts, view, language)
    lines: list[str] = [texts.say(language, "model-head")]
    if view.serving is not None:
        lines += _serving(texts, view.serving, language, now)
    lines += ["", texts.say(language, "model-all")]
    lines += [_line(texts, one, language, now) for one in view.lines]
    rows = [[_button(texts, one, language)] for one in view.lines if _has_button(one)]
    return Screen("\n".join(lines), [*rows, *_foot(texts, view, language)])


def _serving(texts: Texts, one: VersionLine, language: str, now: datetime) -> list[str]:
    row = one.row
    since = texts.moment(language, row.served_at or row.created_at, now)
    lines: list[str] = [texts.say(language, "model-serving", version=row.version, since=since)]
    figures = row.figures.get("candidate")
    if isinstance(figures, dict):
        lines.append(
            texts.say(
                language,
                "model-figures",
                accuracy=within(figures, language),
                queue=percent(figures.get("queue_accuracy"), language),
            )
        )
    return lines


def _line(texts: Texts, one: VersionLine, language: str, now: datetime) -> str:
    row = one.row
    figures = row.figures.get("candidate")
    return texts.say(
        language,
        "model-line",
        mark=MARKS.get(row.state, "▫️"),
        version=row.version,
        accuracy=percent(figures.get("accuracy"), language) if isinstance(figures, dict) else "—",
        author=one.author or texts.say(language, f"model-origin-{row.origin}"),
        made=texts.moment(language, row.created_at, now),
        state=texts.say(language, f"model-state-{row.state}"),
    )


def _has_button(one: VersionLine) -> bool:
    return one.row.state == "kept" or one.has_report


def _button(texts: Texts, one: VersionLine, language: str) -> Button:
    row = one.row
    if row.state == "kept":
        said = texts.say(language, "button-roll-back", version=row.version)
        return Button(said, "model", "", f"back.{row.id}")
    said = texts.say(language, "button-report", version=row.version)
    return Button(said, "modelreport", str(row.id))


def _foot(texts: Texts, view: ModelsView, language: str) -> list[list[Button]]:
    rows: list[list[Button]] = []
    turning = []
    if view.page > 0:
        turning.append(Button("←", "model", "", f"list.{view.page - 1}"))
    if view.page < view.pages - 1:
        turning.append(Button("→", "model", "", f"list.{view.page + 1}"))
    if turning:
        rows.append(turning)
    if view.runs is None:
        rows.append([Button(texts.say(language, "button-retrain"), "retrain")])
    rows.append([Button(texts.say(language, "button-quality"), "model", "", "quality")])
    switch = "button-automatic-on" if view.automatic else "button-automatic-off"
    return [*rows, [Button(texts.say(language, switch), "modelauto")]]


def _back(texts: Texts, view: ModelsView, language: str) -> Screen:
    asked, serving = view.asked, view.serving
    text = texts.say(
        language,
        "roll-back-sure",
        version=asked.version if asked is not None else "",
        serving=serving.row.version if serving is not None else "—",
    )
    version = str(asked.id) if asked is not None else ""
    yes = Button(texts.say(language, "button-roll-back-yes"), "rollback", version)
    return Screen(text, [[yes], [Button(texts.say(language, "button-back"), "model")]])
