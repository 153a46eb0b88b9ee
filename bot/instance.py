"""One program serves one bot: a second one refuses on SQLite, and waits its turn on PostgreSQL."""

import fcntl
import os
from pathlib import Path

import structlog

from bot.settings import Settings, WrongSetting, make_folder
from models.lock import Lock
from models.schema import sqlite_file

log = structlog.get_logger()
ASK_EVERY = 2.0


class AlreadyServed(Exception):
    """Another program works with this database."""


class FileLock:
    """Held as long as the process lives; the system lets go of it even after `kill -9`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> None:
        """Raises AlreadyServed when another process holds it, WrongSetting when it can't be."""
        make_folder(self._path.parent)
        handle = self._opened()
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(handle)
            raise AlreadyServed(
                "Another Prilavok works with this database. Stop it first; "
                "two programs must not write one SQLite file."
            ) from error
        self._handle = handle

    def _opened(self) -> int:
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            folder = self._path.parent
            raise WrongSetting(
                f"DATA_DIR or DATABASE_URL: nothing can be written in {folder} ({error.strerror})"
            ) from error

    def release(self) -> None:
        """Let the next one in."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def file_lock(settings: Settings) -> FileLock | None:
    """The lock of an SQLite database; None for PostgreSQL."""
    path = sqlite_file(settings.database)
    return FileLock(path.with_name(path.name + ".lock")) if path else None


async def leadership(settings: Settings) -> Lock | None:
    """On PostgreSQL: wait until no other program serves this database; None on SQLite."""
    if sqlite_file(settings.database):
        return None
    lock = Lock(settings.database)
    if not await lock.take():
        log.warning("standing_by", reason="another program serves this database")
    while not await lock.take():
        await lock.wait(ASK_EVERY)
    return lock
