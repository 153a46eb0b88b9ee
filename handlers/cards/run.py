"""A retraining in one message: how far it is, what went wrong, or the report with its buttons."""

from handlers.buttons import Button
from handlers.cards import figures
from handlers.cards.objections import objections
from handlers.cards.report import changes, report
from handlers.screen import Screen
from handlers.texts import Texts
from services.learning_views import RunView

BLOCKS = 12
COUNTED = ("embed", "ngrams", "encoder", "compare", "curve", "draw")


def run(texts: Texts, view: RunView, language: str) -> Screen:
    """The present state, or the page that was asked for."""
    if view.run.state == "done" and view.row is not None:
        return _done(texts, view, language)
    if view.run.state == "running":
        return _running(texts, view, language)
    if view.run.state == "stopped":
        return Screen(texts.say(language, "run-stopped"), [_again(texts, language)])
    why = texts.say(language, f"retrain-error-{view.run.error or 'unexpected'}")
    return Screen(texts.say(language, "run-failed", why=why), [_again(texts, language)])


def bar(behind: float) -> str:
    """A bar of blocks."""
    full = round(BLOCKS * min(1.0, max(0.0, behind)))
    return "▰" * full + "▱" * (BLOCKS - full)


def _running(texts: Texts, view: RunView, language: str) -> Screen:
    stage = view.run.stage
    said = texts.say(language, f"run-stage-{stage}" if stage in COUNTED else "run-stage-read")
    lines: list[str] = [
        texts.say(language, "run-head", name=view.author),
        f"{bar(view.behind)} {figures.signed(view.behind, language, 0)}",
        texts.say(language, "run-now", stage=said),
    ]
    if view.minutes is not None:
        lines.append(texts.say(language, "run-left", count=view.minutes))
    lines += ["", texts.say(language, "run-meanwhile")]
    stop = Button(texts.say(language, "button-run-stop"), "runstop", str(view.run.id))
    return Screen("\n".join(lines), [[stop]])


def _done(texts: Texts, view: RunView, language: str) -> Screen:
    if view.page == "changes":
        return changes(texts, view, language)
    if view.page == "confirm" and view.objections and _is_open(view):
        return _confirm(texts, view, language)
    return Screen(report(texts, view, language), _buttons(texts, view, language))


def _is_open(view: RunView) -> bool:
    return view.row is not None and view.row.state in ("candidate", "declined")


def _buttons(texts: Texts, view: RunView, language: str) -> list[list[Button]]:
    rows: list[list[Button]] = []
    version = str(view.row.id) if view.row is not None else ""
    if _is_open(view):
        key = "button-promote-anyway" if view.objections else "button-promote"
        rows.append([Button(texts.say(language, key), "promote", version)])
    if view.row is not None and view.row.state == "candidate":
        rows.append([Button(texts.say(language, "button-keep-current"), "decline", version)])
    count = view.trial.get("changed_total") or 0
    if count:
        said = texts.say(language, "button-changes", count=str(count))
        rows.append([Button(said, "run", str(view.run.id), "changes.0")])
    return rows


def _confirm(texts: Texts, view: RunView, language: str) -> Screen:
    version = str(view.row.id) if view.row is not None else ""
    text = texts.say(
        language,
        "promote-sure",
        version=view.row.version if view.row is not None else "",
        objections=objections(texts, view, language),
    )
    yes = Button(texts.say(language, "button-promote-yes"), "promote", version, "sure")
    back = Button(texts.say(language, "button-back"), "run", str(view.run.id))
    return Screen(text, [[yes], [back]])


def _again(texts: Texts, language: str) -> list[Button]:
    return [Button(texts.say(language, "button-retrain"), "retrain")]
