"""A brought file: what is in it, what would be stored, and what is asked about it."""

from typing import Any

from handlers.buttons import Button
from handlers.cards.import_messages import messages
from handlers.cards.import_pages import clashes, doubts, label, labels
from handlers.cards.import_parts import QUOTE, Rows, drop, head, name_of, title_of
from handlers.screen import Screen
from handlers.texts import Texts, cut
from services.import_views import ImportView

TITLE, TOPICS = 40, 30
NOTES = ("cut", "wordless", "repeats", "known")


def imports(texts: Texts, view: ImportView, language: str) -> Screen:
    """The page that was asked for; what is settled has one page."""
    if view.state != "asked":
        return _settled(texts, view, language)
    if view.found["text"] is None or view.found["label"] is None:
        return _columns(texts, view, language)
    if view.is_without_topics:
        return messages(texts, view, language)
    pages = {"doubts": doubts, "labels": labels, "label": label, "clashes": clashes}
    return pages.get(view.page, _whole)(texts, view, language)


def _settled(texts: Texts, view: ImportView, language: str) -> Screen:
    name, queued = name_of(view), view.state == "queued"
    if view.state == "dropped":
        return Screen(texts.say(language, "import-dropped", name=name))
    count, taken = view.found.get("stored", 0), view.found.get("queued")
    key = "import-unqueued" if taken else f"import-{view.state}"
    said = texts.say(language, key, name=name, count=count)
    way = "button-import-unqueue" if queued else "button-import-undo"
    undo = Button(texts.say(language, way), "importundo", str(view.id))
    return Screen(said, [[undo]] if view.may_undo else [])


def _columns(texts: Texts, view: ImportView, language: str) -> Screen:
    """Which column holds the message, then which one the topic."""
    found, which = view.found, "text" if view.found["text"] is None else "label"
    taken = {found["text"], found["label"]}
    lines = [head(texts, view, language), "", texts.say(language, f"import-which-{which}")]
    rows: Rows = []
    for number, name in enumerate(found["columns"]):
        shown = [cells[number] for cells in found["samples"] if cells[number]]
        said = cut(" · ".join(shown), QUOTE)
        lines.append(texts.say(language, "import-column", name=name or str(number + 1), shown=said))
        if number not in taken:
            button = Button(cut(name or str(number + 1), TITLE), "importcolumn", str(view.id))
            rows.append([Button(button.text, button.verb, button.ref, str(number))])
    if which == "label":
        rows.append(
            [Button(texts.say(language, "button-import-no-topic"), "importplain", str(view.id))]
        )
    return Screen("\n".join(lines), [*rows, [drop(texts, view, language)]])


def _whole(texts: Texts, view: ImportView, language: str) -> Screen:
    told = view.found["told"]
    lines = [head(texts, view, language), ""]
    if told["topics"]:
        lines.append(texts.say(language, "import-topics"))
        lines += [
            texts.say(
                language,
                "import-topic",
                topic=title_of(texts, view.shop, key, language),
                count=count,
            )
            for key, count in told["topics"][:TOPICS]
        ]
        if len(told["topics"]) > TOPICS:
            lines.append("…")
    lines += _notes(texts, view, language)
    lines += _faults(texts, told, language)
    return Screen("\n".join(lines), _buttons(texts, view, language))


def _notes(texts: Texts, view: ImportView, language: str) -> list[str]:
    """What would not be stored, or should be thought about."""
    found, told = view.found, view.found["told"]
    counts = {
        **{name: told[name] for name in NOTES},
        "unknown": told["unknown"],
        "conflicts": told["conflicts"],
        "against-in" if found.get("against") else "against-out": told["against"],
        "twins-in" if found.get("twins", True) else "twins-out": told["twins"],
        "doubts": len(found["suspects"]),
        "out": len(found.get("out", ())),
    }
    said: list[str] = [
        texts.say(language, f"import-note-{name}", count=count)
        for name, count in counts.items()
        if count
    ]
    return ["", *said] if said else []


def _faults(texts: Texts, told: dict[str, Any], language: str) -> list[str]:
    if not told["fault_count"]:
        return []
    lines: list[str] = ["", texts.say(language, "import-faults", count=told["fault_count"])]
    for line, why in told["faults"]:
        reason = {"key": f"import-fault-{why}"}
        lines.append(texts.say(language, "import-fault", line=str(line), why=reason))
    return lines


def _buttons(texts: Texts, view: ImportView, language: str) -> Rows:
    found, told, ref = view.found, view.found["told"], str(view.id)
    rows: Rows = []
    if told["stored"]:
        said = texts.say(language, "button-import-store", count=told["stored"])
        rows.append([Button(said, "importstore", ref)])
    if found["labels"]:
        said = texts.say(language, "button-import-labels", count=len(found["labels"]))
        rows.append([Button(said, "import", ref, "labels")])
    if found["suspects"]:
        rows.append([Button(texts.say(language, "button-import-doubts"), "import", ref, "doubts")])
    if told["clashes"] or told["contradictions"]:
        said = texts.say(language, "button-import-clashes")
        rows.append([Button(said, "import", ref, "clashes")])
    if told["twins"]:
        key = "button-import-twins-out" if found.get("twins", True) else "button-import-twins-in"
        rows.append([Button(texts.say(language, key), "importswitch", ref, "twins")])
    if told["against"]:
        key = "button-import-against-out" if found.get("against") else "button-import-against-in"
        rows.append([Button(texts.say(language, key), "importswitch", ref, "against")])
    return [*rows, [drop(texts, view, language)]]
