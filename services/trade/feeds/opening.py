"""Which kind of file it is, by what it holds: YML or a price list; and how it is to be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from classifier.intake.decoding import LOOKED_AT, decoded, encoding_of
from classifier.intake.sheet import START, records_of, separator_of
from classifier.intake.table import Faults, IntakeRefused
from services.trade.feeds.columns import columns_of, is_known, is_price_list
from services.trade.feeds.lines import FeedRefused, Item
from services.trade.feeds.sheet import read_sheet, start_of
from services.trade.feeds.yml import read_yml

YML, CSV = "yml", "csv"
USUAL = (b"utf-8", b"windows-1251", b"cp1251")


@dataclass(frozen=True, slots=True)
class Opened:
    """A file about to be read; `is_whole`: what is not in it is not sold any more."""

    path: Path
    kind: str
    encoding: str | None
    is_whole: bool

    def items(self, currency: str) -> Iterator[Item]:
        """All that is in it. Raises FeedRefused."""
        if self.kind == YML:
            return read_yml(self.path, self.encoding, currency)
        return read_sheet(self.path, self.encoding or "utf-8", currency)


def open_feed(path: Path) -> Opened:
    """Look into a file. Raises FeedRefused."""
    with path.open("rb") as file:
        start = file.read(LOOKED_AT)
        file.seek(0)
        try:
            encoding = encoding_of(file)
        except IntakeRefused as error:
            if _is_markup(start) and error.why == "binary":
                encoding = ""
            else:
                raise FeedRefused(error.why) from error
    if _is_markup(start):
        return Opened(path, YML, _overruling(start, encoding), is_whole=True)
    columns = columns_of(start_of(path, encoding)[1])
    return Opened(path, CSV, encoding, is_whole=columns is not None and columns.is_whole)


def is_catalogue(content: bytes) -> bool:
    """Whether a brought file is a catalogue, and not messages with their topics."""
    start = content[:LOOKED_AT]
    if _is_markup(start):
        return True
    try:
        text = decoded(content[: 2 * START].rpartition(b"\n")[0] or content)
    except IntakeRefused:
        return False
    lines = text[:START].splitlines(keepends=True)
    separator = separator_of(text, is_known)
    return is_price_list(next(records_of(lines, separator, Faults()), (0, [""]))[1])


def _is_markup(start: bytes) -> bool:
    return start.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"").lstrip().startswith(b"<")


def _overruling(start: bytes, found: str) -> str | None:
    """The encoding that the bytes are in, where the file's own word is often wrong."""
    declaration = start.partition(b"?>")[0].lower() if start.lstrip().startswith(b"<?xml") else b""
    said = b"encoding=" not in declaration or any(one in declaration for one in USUAL)
    if not said or found not in ("utf-8", "cp1251"):
        return None
    return {"cp1251": "windows-1251"}.get(found, found)
