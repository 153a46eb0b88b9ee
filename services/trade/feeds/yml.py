"""YML, the product feed of Russian shops, a block at a time: nothing is ever resolved or expanded.

A DOCTYPE is tolerated and not fetched; a file that declares entities is refused.
"""

import html
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn
from xml.parsers import expat

from services.trade.feeds.lines import MOST_OFFERS, FeedRefused, Item, ShelfLine
from services.trade.feeds.values import one_line
from services.trade.feeds.yml_offer import Element, items_of

BLOCK = 2**16
DEEPEST = 50
MOST_TEXT = 200_000
ROOT = "yml_catalog"


def read_yml(path: Path, encoding: str | None, currency: str) -> Iterator[Item]:
    """Each category, offer and wrong cell; `encoding` overrules what the file says of itself."""
    reading = _Reading(encoding, currency)
    with path.open("rb") as file:
        for block in iter(lambda: file.read(BLOCK), b""):
            reading.feed(block, last=False)
            yield from reading.taken()
    reading.feed(b"", last=True)
    yield from reading.taken()


class _Reading:
    """Listens to the parser; holds one offer at a time."""

    def __init__(self, encoding: str | None, currency: str) -> None:
        self._parser = parser = expat.ParserCreate(encoding)
        self._currency = currency
        self._path: list[str] = []
        self._found: list[Item] = []
        self._offer: tuple[int, dict[str, str]] | None = None
        self._parts: list[Element] = []
        self._attrs: dict[str, str] = {}
        self._text: list[str] = []
        self._size = self._count = self._at = 0
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.EntityDeclHandler = self._declared
        parser.UnparsedEntityDeclHandler = self._declared
        parser.ExternalEntityRefHandler = self._declared
        parser.SkippedEntityHandler = self._skipped

    def feed(self, block: bytes, *, last: bool) -> None:
        """A block of the file; FeedRefused where it breaks off or is none."""
        try:
            self._parser.Parse(block, last)
        except expat.ExpatError as error:
            raise FeedRefused("broken", error.lineno) from error
        except (ValueError, LookupError) as error:
            raise FeedRefused("encoding") from error

    def taken(self) -> list[Item]:
        """What was found since last asked."""
        found, self._found = self._found, []
        return found

    def _start(self, name: str, attrs: dict[str, str]) -> None:
        path = self._path
        if not path and name.rpartition(":")[2] != ROOT:
            raise FeedRefused("not-yml", self._line(), name[:40])
        if len(path) >= DEEPEST:
            raise FeedRefused("broken", self._line())
        path.append(name)
        if self._offer is not None:
            self._part_begins(name, attrs)
        elif name == "offer":
            self._offer = (self._line(), attrs)
            self._parts, self._at = [], len(path) + 1
            self._count += 1
            if self._count > MOST_OFFERS:
                raise FeedRefused("many", self._line())
        elif name == "category":
            self._attrs = attrs
            self._listen()

    def _part_begins(self, name: str, attrs: dict[str, str]) -> None:
        if len(self._path) == self._at:
            self._attrs = attrs
            self._listen()
        elif name == "outlet":
            self._parts.append(("outlet", attrs, ""))
        else:
            self._text.append(f"<{name}>")

    def _listen(self) -> None:
        self._text, self._size = [], 0

    def _words(self, words: str) -> None:
        if self._size < MOST_TEXT:
            self._text.append(words)
            self._size += len(words)

    def _end(self, name: str) -> None:
        depth = len(self._path)
        self._path.pop()
        if self._offer is None:
            if name == "category":
                self._shelf()
        elif depth == self._at:
            self._parts.append((name, self._attrs, "".join(self._text)))
        elif name == "offer" and depth < self._at:
            line, attrs = self._offer
            self._found.extend(items_of(line, attrs, self._parts, self._currency))
            self._offer = None

    def _shelf(self) -> None:
        given = self._attrs
        parent = given.get("parentId") or given.get("parent_id") or ""
        title = one_line("".join(self._text))
        key = (given.get("id") or "").strip()
        self._found.append(ShelfLine(self._line(), key, parent.strip(), title))

    def _declared(self, *_: Any) -> NoReturn:
        raise FeedRefused("entities", self._line())

    def _skipped(self, name: str, is_parameter: bool) -> None:
        """`&nbsp;` and the like, which the DOCTYPE that we don't fetch would explain."""
        if not is_parameter:
            self._words(html.unescape(f"&{name};"))

    def _line(self) -> int:
        return self._parser.CurrentLineNumber
