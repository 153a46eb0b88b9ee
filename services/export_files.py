"""Labels written to files: a spreadsheet computes none of their cells, no file is too large."""

import csv
import io
import json
import secrets
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from models.lessons import SaidLabel

FOLDER = "exports"
FORMS = ("csv", "jsonl")
MOST = 45 * 2**20
RISKY = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = ("text", "label", "origin", "said_at")


def safe(cell: str) -> str:
    """A cell that a spreadsheet shows and does not compute; `/import` takes it back as it was."""
    return f"'{cell}" if cell.startswith(RISKY) else cell


class Writer:
    """Writes labels page by page, a new file whenever one is full; for a thread."""

    def __init__(self, data_dir: Path, form: str) -> None:
        self._folder = data_dir / FOLDER
        self._form = form
        self.files: list[str] = []
        self.count = 0
        self._size = MOST

    def add(self, page: Iterable[SaidLabel]) -> None:
        """Write a page."""
        lines = [self._line(one) for one in page]
        self.count += len(lines)
        words = "".join(lines).encode("utf-8", "replace")
        if self._size + len(words) > MOST:
            self._open()
        with (self._folder / self.files[-1]).open("ab") as file:
            file.write(words)
        self._size += len(words)

    def _open(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self.files.append(f"{secrets.token_hex(16)}.{self._form}")
        start = "\ufeff" + _cells(COLUMNS) if self._form == "csv" else ""
        (self._folder / self.files[-1]).write_bytes(start.encode())
        self._size = len(start.encode())

    def _line(self, said: SaidLabel) -> str:
        values = (said.text, said.topic, said.origin, said.at.isoformat(timespec="seconds"))
        if self._form == "csv":
            return _cells([safe(value) for value in values])
        return json.dumps(dict(zip(COLUMNS, values, strict=True)), ensure_ascii=False) + "\n"


def _cells(values: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(values)
    return line.getvalue()


def path_of(data_dir: Path, name: str) -> Path:
    """Where a written file lies; never outside its folder."""
    return data_dir / FOLDER / Path(name).name


def forget_old(data_dir: Path, before: datetime) -> None:
    """Files from before a moment go."""
    folder = data_dir / FOLDER
    for path in folder.iterdir() if folder.exists() else ():
        if path.stat().st_mtime < before.timestamp():
            path.unlink(missing_ok=True)
