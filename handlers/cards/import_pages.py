"""Pages of a brought file: doubtful labels, unknown labels, contradictions."""

from handlers.buttons import Button
from handlers.cards.import_parts import QUOTE, TITLE, Rows, back, head, title_of
from handlers.screen import Screen
from handlers.texts import Texts, cut
from services.import_views import ImportView

IN_A_ROW = 5
LABELS, TOPICS = 30, 90


def doubts(texts: Texts, view: ImportView, language: str) -> Screen:
    """Labels that are probably wrong, a button each to take it out or put it back."""
    found, shop = view.found, view.shop
    out = set(found.get("out", ()))
    lines = [head(texts, view, language), ""]
    lines.append(texts.say(language, "import-doubts", count=found["judged"]))
    for line, text, said, guess, chance in found["suspects"]:
        lines.append(
            texts.say(
                language,
                "import-doubt-out" if line in out else "import-doubt",
                line=str(line),
                text=cut(text, QUOTE),
                said=title_of(texts, shop, said, language),
                guess=title_of(texts, shop, guess, language),
                chance=str(round(100 * chance)),
            )
        )
    buttons = [
        Button(f"{'↩️' if one[0] in out else '✖'} {one[0]}", "importline", str(view.id), str(one[0]))
        for one in found["suspects"]
    ]
    rows = [buttons[at : at + IN_A_ROW] for at in range(0, len(buttons), IN_A_ROW)]
    return Screen("\n".join(lines), [*rows, [back(texts, view, language)]])


def labels(texts: Texts, view: ImportView, language: str) -> Screen:
    """Labels that are no topics here; under each what was decided."""
    chosen = view.found.get("topics", {})
    lines = [head(texts, view, language), "", texts.say(language, "import-labels")]
    rows: Rows = []
    for number, name in enumerate(view.found["labels"][:LABELS]):
        said = _decided(texts, view, chosen.get(name.casefold()), language)
        words = f"{cut(name, TITLE)} → {said}"
        rows.append([Button(words, "import", str(view.id), f"label.{number}")])
    return Screen("\n".join(lines), [*rows, [back(texts, view, language)]])


def _decided(texts: Texts, view: ImportView, key: str | None, language: str) -> str:
    if key is None:
        return "?"
    if not key:
        return texts.say(language, "import-left-out")
    return title_of(texts, view.shop, key, language)


def label(texts: Texts, view: ImportView, language: str) -> Screen:
    """Which topic one label means."""
    names = view.found["labels"]
    at = min(view.arg, len(names) - 1)
    lines = [head(texts, view, language), ""]
    lines.append(texts.say(language, "import-label", label=cut(names[at], QUOTE)))
    buttons = [
        Button(cut(topic.titles[language], TITLE), "importtopic", str(view.id), f"{at}.{topic.id}")
        for topic in list(view.shop.topics.values())[:TOPICS]
    ]
    rows = [buttons[one : one + 2] for one in range(0, len(buttons), 2)]
    leave = Button(
        texts.say(language, "button-import-leave-out"), "importtopic", str(view.id), f"{at}.0"
    )
    return Screen("\n".join(lines), [*rows, [leave], [back(texts, view, language, "labels")]])


def clashes(texts: Texts, view: ImportView, language: str) -> Screen:
    """The same message under two topics: within the file, or here and in the file."""
    told = view.found["told"]
    lines = [head(texts, view, language)]
    for key in ("clashes", "contradictions"):
        if not told[key]:
            continue
        lines += ["", texts.say(language, f"import-{key}")]
        for text, one, other in told[key]:
            lines.append(
                texts.say(
                    language,
                    "import-clash",
                    text=cut(text, QUOTE),
                    one=title_of(texts, view.shop, one, language),
                    other=title_of(texts, view.shop, other, language),
                )
            )
    return Screen("\n".join(lines), [[back(texts, view, language)]])
