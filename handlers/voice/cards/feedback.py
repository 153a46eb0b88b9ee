"""What customers say: the report's first page, and its lists."""

from collections.abc import Sequence

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts, cut
from handlers.voice.cards.pages import (
    arrows,
    back,
    leaf,
    number,
    share_said,
    split,
    titles,
)
from services.voice.reports.feedback_figures import FeedbackFigures
from services.voice.reports.scores import FEW, Estimate, Scale, Scores, mean, nps, ranked

VERB = "fbpage"
LISTS = ("topics", "queues", "agents", "products")
NAME = 60


def feedback(texts: Texts, found: FeedbackFigures, page: str, language: str) -> Screen:
    """The page that was asked for."""
    name, place = split(page)
    if name in LISTS:
        return _list(texts, found, name, place, language)
    if name == "comments":
        return _comments(texts, found, language)
    return _main(texts, found, language)


def _main(texts: Texts, found: FeedbackFigures, language: str) -> Screen:
    first = found.weeks[0].monday
    month = texts.say(language, f"month-{first.month}")
    head = texts.say(language, "feedback-head", weeks=len(found.weeks), day=first.day, month=month)
    said = [head, ""]
    for key, scores in (("tickets", found.tickets), ("orders", found.orders)):
        if scores.asked:
            said.append(_line(texts, language, texts.say(language, f"feedback-{key}"), scores))
    if found.stars.answered:
        name = texts.say(language, "feedback-products")
        said.append(_line(texts, language, name, found.stars, starred=True))
    for key, scale, estimate, places in (
        ("nps", found.nps, nps(found.nps), 0),
        ("ces", found.ces, mean(found.ces), 1),
    ):
        if scale.asked:
            said.append(_scale(texts, language, key, scale, estimate, places))
    said += ["", texts.say(language, "feedback-hint", few=FEW)]
    return Screen("\n".join(said), _menu(texts, found, language))


def _menu(texts: Texts, found: FeedbackFigures, language: str) -> list[list[Button]]:
    there = [name for name in LISTS if _named(texts, found, name, language)]
    there += ["comments"] if found.comments else []
    buttons = [Button(texts.say(language, f"button-report-{one}"), VERB, "", one) for one in there]
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]


def _line(texts: Texts, language: str, name: str, scores: Scores, *, starred: bool = False) -> str:
    """Satisfied, and how many answered; products are not asked about one by one."""
    told = {"name": name, "satisfied": share_said(texts, language, scores.satisfied)}
    if starred:
        return texts.say(language, "feedback-line-stars", count=scores.answered, **told)
    return texts.say(language, "feedback-line", count=scores.answered, asked=scores.asked, **told)


def _scale(
    texts: Texts, language: str, key: str, scale: Scale, estimate: Estimate | None, places: int
) -> str:
    told = {"count": scale.answered, "asked": scale.asked}
    if estimate is None:
        return texts.say(language, f"feedback-{key}-few", **told)
    values = {name: getattr(estimate, name) for name in ("value", "low", "high")}
    said = {name: number(value, language, places) for name, value in values.items()}
    return texts.say(language, f"feedback-{key}", **told, **said)


def _list(texts: Texts, found: FeedbackFigures, name: str, place: int, language: str) -> Screen:
    rows, place, pages = leaf(_named(texts, found, name, language), place)
    said: list[str] = [texts.say(language, f"feedback-by-{name}"), ""]
    starred = name == "products"
    said += [_line(texts, language, cut(one, NAME), of, starred=starred) for one, of in rows]
    if not rows:
        said.append(texts.say(language, "report-nothing"))
    said += ["", texts.say(language, "feedback-hint", few=FEW)]
    return Screen("\n".join(said), [*arrows(VERB, name, place, pages), back(texts, language, VERB)])


def _named(
    texts: Texts, found: FeedbackFigures, name: str, language: str
) -> Sequence[tuple[str, Scores]]:
    if name == "products":
        stars = {key: one.scores for key, one in found.products.items()}
        return [(found.products[key].title(language), of) for key, of in ranked(stars)]
    called = titles(texts, found, language)[name]
    there = {key: of for key, of in getattr(found, name).items() if of.asked or of.answered}
    return [(called(key), of) for key, of in ranked(there)]


def _comments(texts: Texts, found: FeedbackFigures, language: str) -> Screen:
    """Which words to read: a button for each topic, the most talked of first."""
    topic = titles(texts, found, language)["topics"]
    buttons = [
        Button(
            f"{topic(key) if kind == 'tickets' else texts.say(language, f'said-{kind}')} · {many}",
            VERB,
            "",
            f"said.{kind}.{key or 0}.0",
        )
        for kind, key, many in found.comments
    ]
    rows = [buttons[at : at + 2] for at in range(0, min(len(buttons), 40), 2)]
    key = "feedback-comments" if buttons else "report-nothing"
    return Screen(texts.say(language, key), [*rows, back(texts, language, VERB)])
