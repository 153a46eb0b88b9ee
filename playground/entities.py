"""Text as it is stored: parsed, trimmed, measured, with the entities Telegram finds by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playground.errors import bad
from playground.html_text import parse_html
from playground.markdown_text import parse_markdown, parse_markdown_v2
from playground.units import utf16

Entity = dict[str, Any]
Parsed = tuple[str, list[Entity]]
TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
PARSERS: dict[str, Callable[[str], Parsed]] = {
    "html": parse_html,
    "markdownv2": parse_markdown_v2,
    "markdown": parse_markdown,
}
FOUND = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<url>https?://[^\s<>\"]*[^\s<>\".,!?;:)]"
    r"|(?<![\w@./])(?:[\w-]+\.)+(?:com|org|net|ru|io|me|dev|app|shop)(?:/[^\s<>\"]*)?(?!\w))"
    r"|(?<!\w)(?P<mention>@[A-Za-z]\w{3,31})"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
    r"|(?<!\w)(?P<hashtag>#[^\W\d_]\w*)"
    r"|(?<![\w+])(?P<phone_number>\+\d[\d ()-]{8,18}\d)(?!\w)"
)
HINTS = re.compile(r"[@/#+.]")
SOLID = {"code", "pre", "text_link", "text_mention"}


def found_by_itself(text: str, taken: list[Entity]) -> list[Entity]:
    """Commands, mentions, links and the like, outside of what is marked as code or link."""
    if not HINTS.search(text):
        return []
    entities = []
    for match in FOUND.finditer(text):
        place = {"offset": utf16(text[: match.start()]), "length": utf16(match[0])}
        if not any(_overlap(place, other) for other in taken if other["type"] in SOLID):
            entities.append({"type": match.lastgroup, **place})
    return entities


def _overlap(one: Entity, other: Entity) -> bool:
    ends = one["offset"] + one["length"], other["offset"] + other["length"]
    return bool(one["offset"] < ends[1] and other["offset"] < ends[0])


def parsed(source: str, mode: str | None, given: list[Entity] | None) -> Parsed:
    """A program's text by its parse mode or with the entities it gave."""
    if mode:
        parser = PARSERS.get(mode.lower())
        if parser is None:
            raise bad("unsupported parse_mode")
        text, entities = parser(source)
    else:
        text, entities = source, list(given or [])
    return finished(text, entities)


def finished(text: str, entities: list[Entity]) -> Parsed:
    """Trimmed, with all entities in Telegram's order."""
    text = text.replace("\r", "")
    start = len(text) - len(text.lstrip())
    trimmed = text.strip()
    if not entities and not HINTS.search(trimmed):
        return trimmed, []
    moved = _cut(entities, utf16(text[:start]), utf16(trimmed))
    moved += found_by_itself(trimmed, moved)
    return trimmed, sorted(moved, key=lambda entity: (entity["offset"], -entity["length"]))


def _cut(entities: list[Entity], start: int, length: int) -> list[Entity]:
    moved = []
    for entity in entities:
        begin = max(0, entity["offset"] - start)
        end = min(length, entity["offset"] + entity["length"] - start)
        if end > begin:
            moved.append({**entity, "offset": begin, "length": end - begin})
    return moved


def checked_text(source: str, mode: str | None, given: list[Entity] | None) -> Parsed:
    text, entities = parsed(source, mode, given)
    if not text:
        raise bad("message text is empty")
    if utf16(text) > TEXT_LIMIT:
        raise bad("message is too long")
    return text, entities


def checked_caption(source: str, mode: str | None, given: list[Entity] | None) -> Parsed:
    text, entities = parsed(source, mode, given)
    if utf16(text) > CAPTION_LIMIT:
        raise bad("message caption is too long")
    return text, entities
