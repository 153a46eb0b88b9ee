"""Telegram's subset of HTML: text with tags in, plain text with entities out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from playground.errors import bad
from playground.units import utf16

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
TOKEN = re.compile(r"[^<]+|<")
START = re.compile(
    r"<([^\s>/]*)((?:\s+[^\s=>]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?)*)\s*>"
)
END = re.compile(r"</([^>]*)>")
ATTRIBUTE = re.compile(r"([^\s=>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")


@dataclass
class _Open:
    tag: str
    offset: int
    attributes: dict[str, str] = field(default_factory=dict)


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.parts: list[str] = []
        self.length = 0
        self.stack: list[_Open] = []
        self.entities: list[dict[str, Any]] = []

    def byte(self) -> int:
        return len(self.source[: self.at].encode(errors="surrogatepass"))

    def run(self) -> tuple[str, list[dict[str, Any]]]:
        while match := TOKEN.match(self.source, self.at):
            if match[0] != "<":
                self._text(match[0])
                self.at = match.end()
            elif self.source.startswith("</", self.at):
                self._end()
            else:
                self._start()
        if self.stack:
            tag = self.stack[-1].tag
            raise _unparsed(f'Can\'t find end tag corresponding to start tag "{tag}"')
        return "".join(self.parts), self.entities

    def _text(self, raw: str) -> None:
        text = decoded(raw)
        self.parts.append(text)
        self.length += utf16(text)

    def _start(self) -> None:
        match = START.match(self.source, self.at)
        if not match:
            name = re.match(r"<([^\s>/]*)", self.source[self.at :])
            if name and name[1].lower() in TAGS:
                raise _unparsed(f"Unclosed start tag at byte offset {self.byte()}")
            raise self._unsupported(name[1] if name else "")
        tag = match[1].lower()
        if tag not in TAGS:
            raise self._unsupported(match[1])
        attributes = _attributes(match[2])
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _unparsed(f'Tag "span" must have class "tg-spoiler" at byte offset {self.byte()}')
        self.stack.append(_Open(tag, self.length, attributes))
        self.at = match.end()

    def _unsupported(self, name: str) -> Exception:
        return _unparsed(f'Unsupported start tag "{name}" at byte offset {self.byte()}')

    def _end(self) -> None:
        match = END.match(self.source, self.at)
        if not match:
            raise _unparsed(f"Unclosed end tag at byte offset {self.byte()}")
        if not self.stack:
            raise _unparsed(f"Unexpected end tag at byte offset {self.byte()}")
        opened = self.stack.pop()
        if match[1].strip().lower() not in ("", opened.tag):
            raise _unparsed(
                f"Unmatched end tag at byte offset {self.byte()}, "
                f'expected "</{opened.tag}>", found "{match[0]}"'
            )
        self._close(opened)
        self.at = match.end()

    def _close(self, opened: _Open) -> None:
        length = self.length - opened.offset
        if not length:
            return
        entity = {"type": TAGS[opened.tag], "offset": opened.offset, "length": length}
        inner = self.entities[-1] if self.entities else None
        if opened.tag == "pre" and inner and inner["type"] == "code" and _same(inner, entity):
            self.entities.pop()
            entity |= {"language": inner["language"]} if "language" in inner else {}
        found = _detailed(entity, opened)
        if found:
            self.entities.append(found)


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["offset"] == other["offset"] and one["length"] == other["length"])


def _detailed(entity: dict[str, Any], opened: _Open) -> dict[str, Any] | None:
    attributes = opened.attributes
    if opened.tag == "a":
        url = attributes.get("href", "")
        if url.startswith("tg://user?id=") and url[13:].isdecimal():
            return entity | {"type": "text_mention", "user_id": int(url[13:])}
        return entity | {"url": url} if re.match(r"^(https?|tg|mailto|tel):|.+\..+", url) else None
    if opened.tag == "tg-emoji":
        return entity | {"custom_emoji_id": attributes.get("emoji-id", "")}
    if opened.tag == "tg-time":
        unix = attributes.get("unix", "")
        return entity | {"unix_time": int(unix)} if re.fullmatch(r"\d{1,12}", unix) else None
    if opened.tag == "blockquote" and "expandable" in attributes:
        return entity | {"type": "expandable_blockquote"}
    if opened.tag == "code" and attributes.get("class", "").startswith("language-"):
        return entity | {"language": attributes["class"][9:]}
    return entity


def _attributes(raw: str) -> dict[str, str]:
    return {m[1].lower(): decoded(m[2] or m[3] or m[4] or "") for m in ATTRIBUTE.finditer(raw)}


def decoded(text: str) -> str:
    """Character references resolved; unknown ones stay as they are."""
    return REFERENCE.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    if match[3]:
        return NAMED[match[3]]
    code = int(match[1]) if match[1] else int(match[2], 16)
    return chr(code) if 0 < code <= 0x10FFFF else match[0]


def _unparsed(reason: str) -> Exception:
    return bad(f"can't parse entities: {reason}")


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    return _Reader(source).run()
