"""After an erasure: nothing of it is left in the write-ahead log beside the database."""

import sqlite3
from pathlib import Path

PATIENCE = 0.2


def checkpoint(path: Path) -> bool:
    """Fold SQLite's log into the file and empty it; False while somebody reads what was before.

    For a thread. What is deleted is overwritten in the file itself: see `models/engines.py`.
    """
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return not busy
