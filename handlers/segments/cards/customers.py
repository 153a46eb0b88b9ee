"""Where customers stand: the figures of the last night, and the people at risk with the reason."""

from typing import Any

from handlers.amounts import money
from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut, escape
from handlers.voice.cards.pages import arrows, back, number
from services.segments.report import AT_ONCE, DAYS, CustomerFigures, RiskPage

VERB = "cupage"
MOVES, NAME = 8, 40


def customers(texts: Texts, found: CustomerFigures, language: str) -> Screen:
    """How many stand where with what money, who moved, how good the forecast was."""
    month = texts.say(language, f"month-{found.night.month}")
    head = texts.say(
        language, "customers-head", day=found.night.day, month=month, count=found.people
    )
    said: list[str] = [head, ""]
    said += [_stage(texts, found, name, language) for name in found.stages]
    said += ["", *_moves(texts, found, language), _quality(texts, found, language)]
    said.append(texts.say(language, "customers-named", named=found.named, people=found.people))
    button = texts.say(language, "button-customers-risk", count=found.at_risk)
    return Screen("\n".join(said), [[Button(button, VERB, "", "risk.0")]])


def _stage(texts: Texts, found: CustomerFigures, name: str, language: str) -> str:
    here = found.stages[name]
    change = here["people"] - found.before[name] if found.before else 0
    return texts.say(
        language,
        "customers-stage",
        stage=texts.say(language, f"segment-{name}"),
        people=here["people"],
        change=f" ({change:+})".replace("-", "−") if change else "",
        spent=_money(language, here["spent"], found.currency),
        worth=_money(language, here["worth"], found.currency),
    )


def _moves(texts: Texts, found: CustomerFigures, language: str) -> list[str]:
    if not found.moves:
        return [texts.say(language, "customers-moves-none", days=DAYS), ""]
    said: list[str] = [texts.say(language, "customers-moves", days=DAYS)]
    for before, after, count in found.moves[:MOVES]:
        names = (texts.say(language, f"segment-{one}") for one in (before, after))
        said.append(f"{next(names)} → {next(names)}: {count}")
    return [*said, ""]


def _quality(texts: Texts, found: CustomerFigures, language: str) -> str:
    quality: dict[str, Any] | None = found.fitted.get("quality")
    if quality is None:
        return texts.say(language, "customers-quality-few", days=found.horizon)
    return texts.say(
        language,
        "customers-quality",
        days=found.horizon,
        auc=number(100 * quality["auc"], language),
        error=number(100 * quality["ece"], language, 1),
        people=quality["people"],
        share=number(100 * quality["share"], language),
    )


def risk(texts: Texts, found: RiskPage, language: str) -> Screen:
    """Some people at risk; a button each leads to their card."""
    said: list[str] = [texts.say(language, "customers-risk-head"), ""]
    first = found.place * AT_ONCE
    buttons = []
    for at, (one, name) in enumerate(found.rows, first + 1):
        line = texts.say(
            language,
            "customers-risk-line",
            number=str(at),
            name=escape(cut(name, NAME)),
            worth=_money(language, one.worth, found.currency),
        )
        said += [line, *(f"   {_reason(texts, language, why)}" for why in one.why)]
        buttons.append(Button(str(at), "cuopen", "", str(one.customer_id)))
    if not found.rows:
        said.append(texts.say(language, "customers-risk-none"))
    rows = [buttons] if buttons else []
    rows += [*arrows(VERB, "risk", found.place, found.pages), back(texts, language, VERB)]
    return Screen("\n".join(said), rows)


def _reason(texts: Texts, language: str, why: dict[str, Any]) -> Markup:
    return texts.say(language, why["key"], **why["args"])


def _money(language: str, minor: int, currency: str) -> Markup:
    return Markup(money(language, round(minor, -2), currency))
