"""The file of an export: written as the data is read, gone an hour after."""

import json
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

FOLDER = "own"
SCHEMA, VERSION = "prilavok-own-data", 1


class Writer:
    """Writes one JSON object, section by section; for a thread."""

    def __init__(self, data_dir: Path, customer_id: int, head: Mapping[str, Any]) -> None:
        folder = data_dir / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        self.name = f"{customer_id}-{secrets.token_hex(16)}.json"
        self._path = folder / self.name
        self._file = self._path.open("w", encoding="utf-8", errors="replace")
        start = json.dumps({"schema": SCHEMA, "version": VERSION, **head}, ensure_ascii=False)
        self._file.write(f'{start[:-1]}, "sections": {{')
        self._sections = 0
        self._rows = 0

    def section(self, name: str) -> None:
        """Whatever is added from now on belongs to it."""
        self._file.write(f"{'],' if self._sections else ''}\n{json.dumps(name)}: [")
        self._sections, self._rows = self._sections + 1, 0

    def add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write some rows of the section."""
        for row in rows:
            line = json.dumps(row, ensure_ascii=False, default=str)
            self._file.write(f"{',' if self._rows else ''}\n{line}")
            self._rows += 1

    def close(self) -> None:
        """The object is whole."""
        self._file.write(f"{']' if self._sections else ''}\n}}}}\n")
        self._file.close()

    def drop(self) -> None:
        """Nobody wants it any more."""
        self._file.close()
        self._path.unlink(missing_ok=True)


def path_of(data_dir: Path, name: str) -> Path:
    """Where a written file lies; never outside its folder."""
    return data_dir / FOLDER / Path(name).name


def forget_of(data_dir: Path, customer_id: int) -> int:
    """The files of one person go; how many."""
    found = list((data_dir / FOLDER).glob(f"{customer_id}-*"))
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


def forget_old(data_dir: Path, before: datetime) -> None:
    """Files from before a moment go."""
    for path in (data_dir / FOLDER).glob("*"):
        if path.stat().st_mtime < before.timestamp():
            path.unlink(missing_ok=True)
