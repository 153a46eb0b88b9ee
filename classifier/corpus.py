"""Reads labelled messages: the starter corpus, CSV and JSONL files."""

import csv
import gzip
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

STARTER = Path(__file__).parent / "data"
Part = Literal["train", "heldout"]


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
    """Messages of a CSV or JSONL file (also .gz) with `text` and `label`; CorpusRefused by line."""
    kind = path.name.removesuffix(".gz").rpartition(".")[2]
    readers = {"csv": _csv, "jsonl": _jsonl}
    if kind not in readers:
        raise CorpusRefused(f"{path.name}: a .csv or .jsonl file is needed, plain or .gz")
    try:
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        text = content.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise CorpusRefused(f"{path.name}: there is no such file") from error
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise CorpusRefused(f"{path.name}: no readable UTF-8 text ({error})") from error
    found = [_example(path, line, row) for line, row in readers[kind](path, text)]
    if not found:
        raise CorpusRefused(f"{path.name}: no messages in it")
    return found


def _csv(path: Path, text: str) -> Iterator[tuple[int, object]]:
    separator = ";" if text.partition("\n")[0].count(";") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise CorpusRefused(f"{path.name}, line {reader.line_num}: {error}") from error


def _jsonl(path: Path, text: str) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line)
        except (ValueError, RecursionError) as error:
            raise CorpusRefused(f"{path.name}, line {number}: no JSON ({error})") from error


def _example(path: Path, line: int, row: object) -> Example:
    fields = row if isinstance(row, dict) else {}
    text, label = fields.get("text"), fields.get("label")
    if not isinstance(text, str) or not isinstance(label, str) or not label.strip():
        raise CorpusRefused(f"{path.name}, line {line}: `text` and `label` are needed")
    language, voice = fields.get("language", ""), fields.get("voice", "")
    return Example(text, label.strip(), str(language or ""), str(voice or ""))


def by_label(items: Iterable[Example]) -> dict[str, list[Example]]:
    """The messages of each label, in the order they came."""
    result: dict[str, list[Example]] = {}
    for item in items:
        result.setdefault(item.label, []).append(item)
    return result
