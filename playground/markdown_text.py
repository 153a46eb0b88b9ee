"""Telegram's MarkdownV2 and the older Markdown: marked text in, plain text with entities out."""

from __future__ import annotations

import re
from typing import Any

from playground.errors import bad
from playground.units import utf16

RESERVED = set("_*[]()~`>#+-=|{}.!")
MARKS = {"*": "bold", "_": "italic", "__": "underline", "~": "strikethrough", "||": "spoiler"}
FENCE = re.compile(r"```(?:([^\s`]+)\n)?((?:\\.|[^\\])*?)```", re.S)
CODE = re.compile(r"`((?:\\.|[^`\\])*)`", re.S)
LINK = re.compile(r"\]\(((?:\\.|[^)\\])*)\)")
OLD = re.compile(
    r"```(?:(\w+)\n)?(.*?)```|`([^`]*)`|\*([^*]*)\*|_([^_]*)_|\[([^\]]*)\]\(([^)]*)\)", re.S
)


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.parts: list[str] = []
        self.length = 0
        self.stack: list[tuple[str, int, int]] = []
        self.entities: list[dict[str, Any]] = []

    def run(self) -> tuple[str, list[dict[str, Any]]]:
        while self.at < len(self.source):
            self._step()
        if self.stack:
            mark, _, start = self.stack[-1]
            name = "Link" if mark == "[" else MARKS.get(mark, "quote").capitalize()
            raise _unparsed(f"Can't find end of {name} entity at byte offset {start}")
        return "".join(self.parts), self.entities

    def _step(self) -> None:
        character = self.source[self.at]
        if character == "\\" and self.source[self.at + 1 : self.at + 2]:
            self._put(self.source[self.at + 1], 2)
        elif character == "`":
            self._code()
        elif character == "[":
            self._open("[")
        elif character == "]" and self.stack and self.stack[-1][0] == "[":
            self._link()
        elif character == ">" and (self.at == 0 or self.source[self.at - 1] == "\n"):
            self._quote()
        else:
            self._mark(character)

    def _put(self, text: str, width: int) -> None:
        self.parts.append(text)
        self.length += utf16(text)
        self.at += width

    def _open(self, mark: str) -> None:
        start = len(self.source[: self.at].encode(errors="surrogatepass"))
        self.stack.append((mark, self.length, start))
        self.at += len(mark)

    def _entity(self, kind: str, offset: int, **details: Any) -> None:
        if self.length > offset:
            place = {"offset": offset, "length": self.length - offset}
            self.entities.append({"type": kind, **place, **details})

    def _code(self) -> None:
        fence = FENCE.match(self.source, self.at)
        match = fence or CODE.match(self.source, self.at)
        if not match:
            raise _unparsed(f"Can't find end of Code entity at byte offset {self.at}")
        offset = self.length
        inner = re.sub(r"\\(.)", r"\1", match[2] if fence else match[1], flags=re.S)
        self._put(inner, len(match[0]))
        details = {"language": fence[1]} if fence and fence[1] else {}
        self._entity("pre" if fence else "code", offset, **details)

    def _link(self) -> None:
        match = LINK.match(self.source, self.at)
        if not match:
            raise self._reserved("]")
        _, offset, _ = self.stack.pop()
        self._entity("text_link", offset, url=re.sub(r"\\(.)", r"\1", match[1]))
        self.at = match.end()

    def _quote(self) -> None:
        end = self.source.find("\n", self.at)
        end = len(self.source) if end < 0 else end
        offset, self.at = self.length, self.at + 1
        while self.at < end:
            self._step()
        self._entity("blockquote", offset)

    def _mark(self, character: str) -> None:
        double = self.source[self.at : self.at + 2]
        mark = double if double in MARKS else character
        if mark in MARKS and self.stack and self.stack[-1][0] == mark:
            _, offset, _ = self.stack.pop()
            self._entity(MARKS[mark], offset)
            self.at += len(mark)
        elif mark in MARKS:
            self._open(mark)
        elif character in RESERVED:
            raise self._reserved(character)
        else:
            self._put(character, 1)

    @staticmethod
    def _reserved(character: str) -> Exception:
        return _unparsed(
            f"Character '{character}' is reserved and must be escaped with the preceding '\\'"
        )


def parse_markdown_v2(source: str) -> tuple[str, list[dict[str, Any]]]:
    return _Reader(source).run()


def parse_markdown(source: str) -> tuple[str, list[dict[str, Any]]]:
    """The older Markdown: no nesting, unclosed marks are errors."""
    parts: list[str] = []
    entities: list[dict[str, Any]] = []
    at = 0
    for match in OLD.finditer(source):
        parts.append(_checked(source[at : match.start()], at))
        kind, inner, details = _old_entity(match)
        place = {"offset": utf16("".join(parts)), "length": utf16(inner)}
        parts.append(inner)
        at = match.end()
        if inner:
            entities.append({"type": kind, **place, **details})
    parts.append(_checked(source[at:], at))
    return "".join(parts), entities


def _old_entity(match: re.Match[str]) -> tuple[str, str, dict[str, Any]]:
    if match[2] is not None:
        return "pre", match[2], {"language": match[1]} if match[1] else {}
    if match[6] is not None:
        return "text_link", match[6], {"url": match[7]}
    for index, kind in ((3, "code"), (4, "bold"), (5, "italic")):
        if match[index] is not None:
            return kind, match[index], {}
    raise AssertionError(match[0])


def _checked(text: str, at: int) -> str:
    plain = re.sub(r"\\([_*`\[])", lambda m: chr(0xE000 + ord(m[1])), text)
    if found := re.search(r"[_*`]", plain):
        offset = at + found.start()
        raise _unparsed(f"Can't find end of the entity starting at byte offset {offset}")
    return re.sub(r"[\ue000-\ue0ff]", lambda m: chr(ord(m[0]) - 0xE000), plain)


def _unparsed(reason: str) -> Exception:
    return bad(f"can't parse entities: {reason}")
