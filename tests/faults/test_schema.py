"""A program killed while it makes its schema starts again: all of the schema is there, or none."""

from pathlib import Path
from typing import Any

import pytest
from alembic import command

from models import schema
from tests.faults.ledger import Ledger


async def test_half_an_upgrade_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "prilavok.db"
    url = f"sqlite+aiosqlite:///{path}"
    upgrade = command.upgrade

    def cut_off(*given: Any) -> None:
        upgrade(*given)
        raise InterruptedError

    monkeypatch.setattr(command, "upgrade", cut_off)
    with pytest.raises(InterruptedError):
        await schema.upgrade(url)
    assert Ledger(path).number("SELECT count(*) FROM sqlite_master") == 0
    monkeypatch.setattr(command, "upgrade", upgrade)
    await schema.prepare(url, "now")
    assert Ledger(path).is_whole()
