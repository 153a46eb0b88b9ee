"""Keyboards of this room's sentences, by name."""

from collections.abc import Callable
from typing import Any

from handlers.buttons import Button
from handlers.texts import Texts
from services.voice.complaint_rules import REFUND

Rows = list[list[Button]]


def complaint(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """The way from a reminder to its complaint."""
    return [[Button(texts.say(language, "button-complaint"), "ccard", given["ref"])]]


def outcome_plain(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """The outcome alone, without words; money that goes back without a sum is named so."""
    bare = "-refund" if given["outcome"] == REFUND else ""
    plain = texts.say(language, f"button-outcome-plain{bare}")
    return [[Button(plain, "cplain", given["ref"], given["outcome"])]]


def outcome_send(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """What was looked at goes, or is written anew."""
    bare = "-bare" if given["bare"] else ""
    send = texts.say(language, f"button-outcome-send{bare}")
    mend = texts.say(language, "button-outcome-mend")
    ref, outcome = given["ref"], given["outcome"]
    go = Button(send, "csend", ref, f"{outcome}.{given['said']}")
    return [[go, Button(mend, "cdecide", ref, outcome)]]


def complaint_drop(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """It is none, or it stays one."""
    yes = texts.say(language, "button-complaint-drop")
    no = texts.say(language, "button-complaint-keep")
    return [[Button(yes, "topicsure", given["ref"], given["topic"])], [Button(no, "drop")]]


def wish_drop(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """No words after all."""
    said = texts.say(language, "button-wish-drop")
    return [[Button(said, "wishdrop", arg=str(given.get("who", "")))]]


BY_NAME: dict[str, Callable[[Texts, str, dict[str, Any]], Rows]] = {
    "complaint": complaint,
    "outcome-plain": outcome_plain,
    "outcome-send": outcome_send,
    "complaint-drop": complaint_drop,
    "wish-drop": wish_drop,
}
