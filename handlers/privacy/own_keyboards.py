"""Keyboards about one's own data: taken along, erased, kept after all."""

from typing import Any

from handlers.buttons import Button
from handlers.texts import Texts

Rows = list[list[Button]]


def erase(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """Mean it, or not; who waits for an order can only change their mind."""
    keep = [Button(texts.say(language, "button-erase-keep"), "erasekeep")]
    yes = [Button(texts.say(language, "button-erase-yes"), "eraseyes", "", given["at"])]
    return [keep] if given["waits"] else [yes, keep]


def erase_for(texts: Texts, language: str, given: dict[str, Any]) -> Rows:
    """An admin means it for somebody else, or not."""
    yes, keep = (texts.say(language, f"button-erase-{one}") for one in ("yes", "keep"))
    ref = given["ref"]
    return [[Button(yes, "erasefor", ref, given["at"])], [Button(keep, "keepfor", ref)]]


BY_NAME = {"erase": erase, "erase-for": erase_for}
