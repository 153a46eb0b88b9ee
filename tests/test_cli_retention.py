"""`retention` as people type it."""

import sqlite3
from pathlib import Path

from models.schema import upgrade
from tests.test_cli import Prilavok, prilavok

__all__ = ["prilavok"]


async def test_retention_says_what_would_go_and_takes_it_away(
    prilavok: Prilavok, tmp_path: Path
) -> None:
    found = await prilavok(tmp_path, "retention", "--dry-run")
    assert found.returncode == 2 and "no database yet" in found.stderr
    database = tmp_path / "prilavok.db"
    await upgrade(f"sqlite+aiosqlite:///{database}")
    with sqlite3.connect(database) as connection:
        for number in range(3):
            connection.execute(
                "INSERT INTO inbox (bot_id, update_id, lane, has_body, received_at, status, tries)"
                " VALUES (1, ?, 5, 0, '2020-01-01 00:00:00.000000', 'done', 0)",
                (number,),
            )
    connection.close()
    found = await prilavok(tmp_path, "retention", "--dry-run")
    assert found.returncode == 0, found.stderr
    assert "2 rows would go. Nothing was changed." in found.stdout
    found = await prilavok(tmp_path, "retention")
    assert "2 rows are gone." in found.stdout
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT count(*) FROM inbox").fetchone() == (1,)
    connection.close()
