"""A file of messages without topics: what the model says of them, who wrote, what is left out."""

from typing import Any

from handlers.buttons import Button
from handlers.cards.figures import signed
from handlers.cards.import_parts import QUOTE, Rows, back, drop, name_of, title_of
from handlers.screen import Screen
from handlers.texts import Texts, cut
from services.import_views import ImportView

SOURCE = 30
KINDS = ("sure", "unsure", "strange")
LEFT = (
    *("own", "away", "service", "wordless", "forwarded", "elsewhere"),
    *("short", "known", "repeats"),
)


def messages(texts: Texts, view: ImportView, language: str) -> Screen:
    """The page that was asked for."""
    if view.page == "sources" and view.found.get("sources"):
        return _sources(texts, view, language)
    told = view.found["told"]
    parts: list[list[str]] = [
        [_head(texts, view, language)],
        [texts.say(language, "import-messages-why")],
        _said(texts, view, language),
        _left(texts, told, language),
    ]
    text = "\n\n".join("\n".join(part) for part in parts if part)
    return Screen(text, _buttons(texts, view, language))


def _head(texts: Texts, view: ImportView, language: str) -> str:
    rows = view.found["rows"]
    return texts.say(language, "import-messages-head", name=name_of(view), count=rows)


def _said(texts: Texts, view: ImportView, language: str) -> list[str]:
    told = view.found["told"]
    if not told["read"]:
        return [texts.say(language, "import-messages-none")]
    lines: list[str] = [texts.say(language, "import-said", count=told["read"])]
    for kind in KINDS:
        count = told["said"].get(kind, 0)
        if count:
            lines.append(texts.say(language, f"import-said-{kind}", count=count))
            lines += [
                _example(texts, view, one, language) for one in told["examples"] if one[0] == kind
            ]
    key = "import-will-ask" if told["ask"] else "import-nothing-to-ask"
    return [*lines, "", texts.say(language, key, count=told["ask"])]


def _example(texts: Texts, view: ImportView, one: list[Any], language: str) -> str:
    kind, text, guess = one
    shown = guess[:1] if kind == "sure" else guess
    topics = " · ".join(
        f"{title_of(texts, view.shop, key, language)} {signed(chance, language, 0)}"
        for key, chance in shown
    )
    if kind == "strange":
        return texts.say(language, "import-example-strange", text=cut(text, QUOTE))
    return texts.say(language, "import-example", text=cut(text, QUOTE), topics=topics)


def _left(texts: Texts, told: dict[str, Any], language: str) -> list[str]:
    left = told["left"]
    lines: list[str] = [
        texts.say(language, f"import-left-{why}", count=left[why]) for why in LEFT if left.get(why)
    ]
    return [texts.say(language, "import-left"), *lines] if lines else []


def _buttons(texts: Texts, view: ImportView, language: str) -> Rows:
    told, ref = view.found["told"], str(view.id)
    rows: Rows = []
    if told["ask"]:
        said = texts.say(language, "button-import-queue", count=told["ask"])
        rows.append([Button(said, "importstore", ref)])
    if len(view.found.get("sources", ())) > 1:
        rows.append(
            [Button(texts.say(language, "button-import-sources"), "import", ref, "sources")]
        )
    return [*rows, [drop(texts, view, language)]]


def _sources(texts: Texts, view: ImportView, language: str) -> Screen:
    """Who wrote; a tap leaves somebody's messages out, or takes them in again."""
    away = set(view.found["away"])
    lines: list[str] = [_head(texts, view, language), "", texts.say(language, "import-sources")]
    if view.found["crowd"]:
        lines.append(texts.say(language, "import-sources-more", count=view.found["crowd"]))
    rows: Rows = []
    for number, name, count in view.found["sources"]:
        known = cut(name, SOURCE) or texts.say(language, "import-source-nameless")
        mark = "✖" if number in away else "✅"
        rows.append([Button(f"{mark} {known}: {count}", "importsource", str(view.id), str(number))])
    return Screen("\n".join(lines), [*rows, [back(texts, view, language)]])
