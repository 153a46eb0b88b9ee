"""What is kept of a brought file: itself, the plan of its changes, what is wrong in it."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = "feeds"
SOURCE, PLAN, FAULTS = "source", "plan.jsonl", "faults.jsonl"
MOST_FAULTS = 10_000


class PlanGone(Exception):
    """The file's folder is not there any more, or not whole."""


def folder_of(data_dir: Path, name: str) -> Path:
    """The folder of one file; never outside its place."""
    return data_dir / FOLDER / Path(name).name


def keep(data_dir: Path, content: bytes) -> str:
    """Store a brought file; the name of its folder."""
    folder = _new(data_dir)
    (folder / SOURCE).write_bytes(content)
    return folder.name


def copy(data_dir: Path, source: Path) -> str:
    """Store a file of this machine; the name of its folder."""
    folder = _new(data_dir)
    shutil.copyfile(source, folder / SOURCE)
    return folder.name


def _new(data_dir: Path) -> Path:
    (data_dir / FOLDER).mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(dir=data_dir / FOLDER))


def forget(data_dir: Path, name: str) -> None:
    """Nobody needs it any more."""
    if name:
        shutil.rmtree(folder_of(data_dir, name), ignore_errors=True)


class Plan:
    """The steps of a file, one a line: each is written in one transaction."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._rest = (folder / f"{PLAN}.rest").open("w+b")
        self._first: list[bytes] = []
        self.steps = 0

    def first(self, what: str, rows: list[Any]) -> None:
        """A step before all others."""
        self._first.append(_line(what, rows))
        self.steps += 1

    def add(self, what: str, rows: list[Any]) -> None:
        """One more step."""
        self._rest.write(_line(what, rows))
        self.steps += 1

    def close(self) -> None:
        """The plan is whole from now on."""
        growing = self._folder / f"{PLAN}.tmp"
        self._rest.seek(0)
        with growing.open("wb") as file:
            file.writelines(self._first)
            shutil.copyfileobj(self._rest, file)
            file.flush()
            os.fsync(file.fileno())
        self._rest.close()
        growing.replace(self._folder / PLAN)
        (self._folder / f"{PLAN}.rest").unlink()


def _line(what: str, rows: list[Any]) -> bytes:
    return json.dumps({what: rows}, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def steps_of(folder: Path, after: int) -> Iterator[dict[str, list[Any]]]:
    """The steps of a plan, from one on; PlanGone when there is none."""
    try:
        with (folder / PLAN).open("rb") as file:
            for number, line in enumerate(file):
                if number >= after:
                    yield json.loads(line)
    except (OSError, ValueError) as error:
        raise PlanGone(folder.name) from error


def write_faults(folder: Path, faults: list[list[Any]]) -> None:
    """What is wrong in the file."""
    words = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in faults)
    (folder / FAULTS).write_text(words, encoding="utf-8")


def faults_of(folder: Path) -> list[tuple[int, str, str]]:
    """Line, reason, what stands there; PlanGone when it is not kept any more."""
    try:
        lines = (folder / FAULTS).read_text(encoding="utf-8").splitlines()
        return [(int(line), str(why), str(value)) for line, why, value in map(json.loads, lines)]
    except (OSError, ValueError) as error:
        raise PlanGone(folder.name) from error
