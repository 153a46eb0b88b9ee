"""Files that admins bring: kept under the checksum of their content, never under their name."""

import hashlib
import os
import tempfile
from pathlib import Path

FOLDER = "imports"


class FileGone(Exception):
    """A file that is not there any more, or not as it was."""


def keep(data_dir: Path, content: bytes) -> str:
    """Store a file's content; the name under which it is kept."""
    name = hashlib.sha256(content).hexdigest()
    folder = data_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    handle, written = tempfile.mkstemp(dir=folder, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(written).replace(folder / name)
    except BaseException:
        Path(written).unlink(missing_ok=True)
        raise
    return name


def fetch(data_dir: Path, name: str) -> bytes:
    """The content kept under a name; FileGone when it is not what it was."""
    try:
        content = (data_dir / FOLDER / Path(name).name).read_bytes()
    except OSError as error:
        raise FileGone(name) from error
    if hashlib.sha256(content).hexdigest() != name:
        raise FileGone(name)
    return content


def forget(data_dir: Path, name: str) -> None:
    """Nobody needs the file any more."""
    (data_dir / FOLDER / Path(name).name).unlink(missing_ok=True)
