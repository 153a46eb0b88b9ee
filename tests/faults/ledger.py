"""What is stored when all is over, read from the database's file, and what must hold of it."""

import json
import re
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

FINAL = ("sent", "unsure", "undeliverable", "dead")


class Ledger:
    """The database of a program that has ended (or of one that runs: it only reads)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows that a statement finds."""
        with closing(sqlite3.connect(f"file:{self._path}?mode=ro", uri=True, timeout=60)) as link:
            return link.execute(statement, values).fetchall()

    def number(self, statement: str, *values: Any) -> int:
        """The one number that a statement finds."""
        return int(self.rows(statement, *values)[0][0])

    def is_calm(self, boards: bool = True) -> bool:
        """Nothing waits to be handled or sent; `boards`: nor to be edited at its pace."""
        if self.number("SELECT count(*) FROM inbox WHERE status = 'new'"):
            return False
        return all(row[2] == "card" and not boards for row in self.unsettled())

    def unsettled(self) -> list[tuple[Any, ...]]:
        """Promises that are not in a final state."""
        marks = ",".join("?" * len(FINAL))
        return self.rows(
            f"SELECT id, chat_id, kind, status, tries, lost, error, payload FROM outbox"
            f" WHERE status NOT IN ({marks})",
            *FINAL,
        )

    def is_whole(self) -> bool:
        """`PRAGMA integrity_check` and every foreign key."""
        intact = self.rows("PRAGMA integrity_check") == [("ok",)]
        return intact and not self.rows("PRAGMA foreign_key_check")

    def update_ids(self) -> list[int]:
        """The ids of all stored updates."""
        return [row[0] for row in self.rows("SELECT update_id FROM inbox ORDER BY id")]

    def messages(self, side: str) -> list[tuple[int, int, str]]:
        """(chat, message id there, text) of all that one side said, in stored order."""
        found = self.rows(
            "SELECT chat_id, tg_id, text FROM message WHERE side = ? ORDER BY id", side
        )
        return [(chat, tg_id, text) for chat, tg_id, text in found]

    def outbox(self, *statuses: str) -> list[dict[str, Any]]:
        """The promises in these states."""
        marks = ",".join("?" * len(statuses))
        found = self.rows(
            f"SELECT id, chat_id, kind, status, payload, message_id, error FROM outbox"
            f" WHERE status IN ({marks}) ORDER BY id",
            *statuses,
        )
        names = ("id", "chat", "kind", "status", "payload", "message", "error")
        rows = [dict(zip(names, row, strict=True)) for row in found]
        return [{**row, "payload": json.loads(row["payload"])} for row in rows]

    def holds(self) -> None:
        """What must hold after every fault: one update once, all settled, nothing damaged."""
        assert self.is_whole()
        assert all(count == 1 for count in Counter(self.update_ids()).values())
        assert self.number("SELECT count(*) FROM inbox WHERE status = 'new'") == 0
        assert self.unsettled() == []


def check_log(said: str, *private: str) -> None:
    """No token, no personal data, no traceback's values in what the program wrote."""
    for word in private:
        assert word not in said, f"the log says {word!r}: {_around(said, word)}"
    assert not re.search(r"\d{3,}:[A-Za-z0-9_-]{3,}TEST|bot\d+:", said)
    assert "Traceback" not in said, _around(said, "Traceback")


def _around(text: str, word: str) -> str:
    at = text.index(word)
    return text[max(0, at - 300) : at + 300]
