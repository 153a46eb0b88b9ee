"""The catalogue by command: shown, applied when wanted, never beside a running bot."""

import fcntl
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli.plain import PlainError
from bot.cli.wiring import app
from tests.trade.feed_files import offer, put, yml

ROOT = Path(__file__).parent.parent.parent
Run = Callable[..., "Said"]


class Said:
    """What a command said, and what stopped it."""

    def __init__(self, result: Any) -> None:
        self.words = str(result.output)
        self.error = result.exception if isinstance(result.exception, PlainError) else None
        if self.error is None and not isinstance(result.exception, SystemExit | None):
            raise result.exception


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process: a start of its own costs seconds."""
    for name, value in _given(tmp_path).items():
        monkeypatch.setenv(name, value)

    def runs(*words: str, given: str = "") -> Said:
        return Said(CliRunner().invoke(app, ["catalogue", *words], input=given))

    return runs


def _command(*words: str) -> list[str]:
    return [sys.executable, "-m", "bot", "catalogue", *words]


def _given(home: Path) -> dict[str, str]:
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    return {**kept, "DATA_DIR": str(home), "DATABASE_URL": ""}


def asked(home: Path, question: str) -> list[Any]:
    """What is stored, through another connection."""
    with sqlite3.connect(f"file:{home / 'prilavok.db'}?mode=ro", uri=True) as database:
        rows = database.execute(question).fetchall()
    database.close()
    return rows


def test_a_catalogue_is_shown_applied_and_written(run: Run, tmp_path: Path) -> None:
    four = str(put(tmp_path, yml(*(offer(str(key)) for key in range(4))), "four.xml"))
    one = str(put(tmp_path, yml(offer("1", price="5"), offer("9", price="x")), "one.xml"))
    said = run("import", four, given="n\n").words
    assert "New products: 4" in said and "Nothing was changed" in said and "<b>" not in said
    assert asked(tmp_path, "SELECT count(*) FROM product") == [(0,)]
    assert "4 new products" in run("import", four, "--yes").words
    assert "nothing to change" in run("import", four, "--yes").words
    assert "add --hide" in str(run("import", one, "--yes").error)
    assert "Hide them?" in run("import", one, given="n\n").words
    assert asked(tmp_path, "SELECT count(*) FROM product WHERE active") == [(4,)]
    said = run("import", one, given="y\ny\n").words
    assert "line 7: the price can't be understood: x" in said
    assert asked(tmp_path, "SELECT key FROM product WHERE active") == [("1",)]
    assert "1 products" in run("export", str(tmp_path / "out.csv")).words
    assert ",5," in (tmp_path / "out.csv").read_text("utf-8-sig")
    assert "4 new products" not in run("import", str(tmp_path / "out.csv"), "--yes").words


def test_plain_words_for_what_can_t_be(run: Run, tmp_path: Path) -> None:
    broken = str(put(tmp_path, yml(offer("1"))[:-30], "broken.xml"))
    assert "There is no file" in str(run("import", str(tmp_path / "no.xml")).error)
    assert "must end in .csv" in str(run("export", str(tmp_path / "out.pdf")).error)
    assert "breaks off or is damaged" in str(run("import", broken).error)
    assert asked(tmp_path, "SELECT state FROM feed") == [("failed",)]
    with (tmp_path / "prilavok.db.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert "A bot serves this database" in str(run("import", broken).error)


def test_killed_while_applying_it_is_finished_the_next_time(run: Run, tmp_path: Path) -> None:
    """Killed as soon as something is written ahead: nothing is sold; then all of it."""
    many = put(tmp_path, yml(*(offer(str(key)) for key in range(4000))), "many.xml")
    few = put(tmp_path, "sku,name,price\n1,Bike,5\n", "few.csv")
    run("import", str(few), given="n\n")
    process = subprocess.Popen(
        _command("import", str(many), "--yes"),
        cwd=ROOT,
        env=_given(tmp_path),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None and not asked(tmp_path, "SELECT id FROM feed WHERE done > 2"):
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert asked(tmp_path, "SELECT state FROM feed WHERE name = 'many.xml'") == [("applying",)]
    assert asked(tmp_path, "SELECT count(*) FROM product WHERE active") == [(0,)]
    assert "finished first" in run("import", str(few), given="n\n").words
    assert asked(tmp_path, "SELECT count(*) FROM product WHERE active") == [(4000,)]
    assert asked(tmp_path, "SELECT count(*) FROM feed_row") == [(0,)]
