"""Reads labelled messages: the starter corpus, CSV, JSON and JSONL files."""

import gzip
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from classifier.intake.columns import NONE, columns_of
from classifier.intake.reading import messages_of, read_table
from classifier.intake.table import NO_LIMIT, IntakeRefused, Table

STARTER = Path(__file__).parent / "data"
Part = Literal["train", "heldout"]
NEEDED = "`text` and `label` are needed"
UNTOLD = (
    "it does not say what the messages are about; send it to the bot as an admin, "
    "and `/review` asks about the most useful ones"
)
FAULTS = {"json": "no JSON object", "quote": "quotation marks that are not closed"}
REFUSED = {
    **dict.fromkeys(("empty", "header", "none", "nobody"), "no messages in it"),
    "archive": "an archive; the file itself is needed",
    "binary": "no text",
    "json": "no JSON",
}


class CorpusRefused(Exception):
    """A data file that can't be read; the message names file, line and reason."""


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled message; language ("ru", "en" or "") and the voice that wrote it, if known."""

    text: str
    label: str
    language: str = ""
    voice: str = ""


def examples(part: Part = "train", folder: Path = STARTER) -> list[Example]:
    """The starter corpus: `<part>/<topic>/<language>_<voice>.txt`, one message a line."""
    found = [
        Example(line.strip(), path.parent.name, *_author(path))
        for path in sorted((folder / part).glob("*/*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    if not found:
        raise CorpusRefused(f"no messages in {folder.name}/{part}")
    return found


def _author(path: Path) -> tuple[str, str]:
    language, _, voice = path.stem.partition("_")
    return language, voice


def read_examples(path: Path) -> list[Example]:
    """Messages of a CSV, JSON or JSONL file (also .gz) with their topics; CorpusRefused by line.

    Read like the files that admins bring, but to the last line and of any size.
    """
    try:
        table = read_table(_content(path), most_bytes=NO_LIMIT, most_rows=NO_LIMIT)
    except IntakeRefused as error:
        raise CorpusRefused(f"{path.name}: {REFUSED.get(error.why, error.why)}") from error
    columns = columns_of(table, lambda cell: False)
    if columns.label == NONE:
        raise CorpusRefused(f"{path.name}: {UNTOLD}")
    if columns.text is None or columns.label is None:
        raise CorpusRefused(f"{path.name}: {NEEDED}")
    messages = messages_of(table, columns.text, columns.label)
    if messages.faults.count:
        line, why = messages.faults.first[0]
        raise CorpusRefused(f"{path.name}, line {line}: {FAULTS.get(why, NEEDED)}")
    more = [_column(table, name) for name in ("language", "voice")]
    return [
        Example(row.text, row.label, language, voice)
        for row, language, voice in zip(messages.rows, *more, strict=True)
    ]


def _content(path: Path) -> bytes:
    try:
        return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    except FileNotFoundError as error:
        raise CorpusRefused(f"{path.name}: there is no such file") from error
    except (OSError, EOFError, zlib.error) as error:
        raise CorpusRefused(f"{path.name}: can't be read ({error})") from error


def _column(table: Table, name: str) -> list[str]:
    """A column by its name; empty cells where there is none."""
    if name not in table.columns:
        return [""] * len(table.rows)
    number = table.columns.index(name)
    return [cells[number] for _, cells in table.rows]


def by_label(items: Iterable[Example]) -> dict[str, list[Example]]:
    """The messages of each label, in the order they came."""
    result: dict[str, list[Example]] = {}
    for item in items:
        result.setdefault(item.label, []).append(item)
    return result
