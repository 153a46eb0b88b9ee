"""The command line as people type it: answers, and errors that say what to do."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

from classifier.model import TopicModel
from models.schema import upgrade
from tests.faults.program import Nest

ROOT = Path(__file__).parent.parent
PATIENCE = 150.0
ANSWERED = {"text", "topic", "probability", "queue", "decision", "runners_up", "in_scope", "why"}
Done = subprocess.CompletedProcess


@pytest.fixture
def home(tmp_path: Path, model: TopicModel, starter_file: Path) -> Path:
    """A data folder with the starter model in it."""
    (tmp_path / "models").mkdir()
    shutil.copy(starter_file, tmp_path / "models" / "current.model")
    return tmp_path


class Prilavok(Protocol):
    """Runs a command, as `python -m bot` would."""

    async def __call__(self, home: Path, *words: str, **env: str) -> Done: ...


@pytest.fixture
def prilavok(nest: Nest, tmp_path_factory: pytest.TempPathFactory) -> Prilavok:
    """The command line without the seconds that its imports take."""

    async def runs(home: Path, *words: str, **env: str) -> Done:
        said = tmp_path_factory.mktemp("said")
        out, log = said / "out", said / "log"
        pid = await nest.starts([*words], {"DATA_DIR": str(home), **env}, ROOT, log, out)
        code = await nest.ends(pid, PATIENCE)
        return Done(words, code, out.read_text("utf-8"), log.read_text("utf-8"))

    return runs


def started_afresh(home: Path, *words: str, given: str) -> Done:
    """Run a command in an interpreter of its own, as people do."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        env={**kept, "DATA_DIR": str(home)},
    )


def test_classify_answers_each_line(home: Path) -> None:
    given = "где мой заказ?\nghbdtn\n\nwhere can I buy bitcoin cheap, join our channel\n"
    done = started_afresh(home, "classify", "--json", given=given)
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr
    assert [one["text"] for one in said] == given.splitlines()
    assert set(said[0]) == ANSWERED
    told = [said[0][name] for name in ("topic", "queue", "decision")]
    assert told == ["order_status", "orders", "route"]
    assert (said[1]["topic"], said[1]["queue"]) == ("smalltalk", None)
    assert (said[3]["queue"], said[3]["decision"]) == ("triage", "triage")
    assert set(said[0]["runners_up"][0]) == {"topic", "probability"}


async def test_run_without_a_token_says_what_to_do(prilavok: Prilavok, home: Path) -> None:
    done = await prilavok(home, "run")
    assert done.returncode != 0
    assert "BOT_TOKEN" in done.stderr
    assert "Traceback" not in done.stderr


async def test_a_wrong_setting_is_named(prilavok: Prilavok, home: Path) -> None:
    done = await prilavok(home, "run", BOT_TOKEN="1", SEND_RATE="quick")
    assert done.returncode != 0
    assert "BOT_TOKEN" in done.stderr
    assert "SEND_RATE" in done.stderr
    assert "Traceback" not in done.stderr


async def test_a_folder_that_cant_be_is_named(
    prilavok: Prilavok, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "a file").write_text("no folder")
    for words in (("migrate",), ("classify", "hello")):
        done = await prilavok(tmp_path / "a file" / "data", *words)
        assert done.returncode == 2
        assert "DATA_DIR" in done.stderr
        assert "Traceback" not in done.stderr


async def test_a_port_that_cant_be_is_refused(prilavok: Prilavok, home: Path) -> None:
    done = await prilavok(home, "demo", "--port", "99999")
    assert done.returncode == 2
    assert "65535" in done.stderr
    assert "Traceback" not in done.stderr


async def test_a_scene_that_is_not_there_is_refused(prilavok: Prilavok, home: Path) -> None:
    done = await prilavok(home, "demo", "--once", "retirement")
    assert done.returncode == 2
    assert "conversation, retrain" in done.stderr
    assert "Traceback" not in done.stderr


async def test_a_broken_model_file_stops_the_start(prilavok: Prilavok, home: Path) -> None:
    (home / "models" / "current.model").write_bytes(b"PK\x03\x04 not a model")
    done = await prilavok(home, "classify", "привет")
    assert done.returncode != 0
    assert "model file" in done.stderr
    assert "Traceback" not in done.stderr


async def test_a_newer_database_is_refused(prilavok: Prilavok, home: Path) -> None:
    file = home / "prilavok.db"
    await upgrade(f"sqlite+aiosqlite:///{file}")
    with sqlite3.connect(file) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    for command in ("migrate", "run"):
        done = await prilavok(home, command, BOT_TOKEN="100:TEST")
        assert done.returncode != 0, command
        assert "newer version" in done.stderr
        assert "Traceback" not in done.stderr


async def test_a_damaged_database_is_refused(prilavok: Prilavok, home: Path) -> None:
    (home / "prilavok.db").write_bytes(b"this is no database at all" * 400)
    done = await prilavok(home, "migrate")
    assert done.returncode != 0
    assert "can't be used" in done.stderr
    assert "Traceback" not in done.stderr


async def test_migrate_makes_a_database(prilavok: Prilavok, home: Path) -> None:
    done = await prilavok(home, "migrate")
    assert done.returncode == 0, done.stderr
    assert (home / "prilavok.db").exists()


async def test_check_says_what_is_missing(prilavok: Prilavok, home: Path) -> None:
    done = await prilavok(home, "check")
    assert done.returncode == 1
    assert "NO  BOT_TOKEN" in done.stdout
    assert "NO  ADMIN_IDS" in done.stdout


async def test_train_and_evaluate_on_a_file(prilavok: Prilavok, home: Path, tmp_path: Path) -> None:
    data = tmp_path / "mine.csv"
    rows = [
        f"когда приедет заказ {n},order_status\nсколько стоит шлем {n},price_discount"
        for n in range(12)
    ]
    data.write_text("text,label\n" + "\n".join(rows) + "\n", encoding="utf-8")
    out = tmp_path / "mine.model"
    done = await prilavok(home, "train", "--data", str(data), "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert out.exists()
    done = await prilavok(home, "evaluate", "--data", str(data), "--model", str(out), "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["accuracy"] > 0.9
    assert told["intervals"]["low"] <= told["accuracy"] <= told["intervals"]["high"]


async def test_data_without_a_topic_is_refused(
    prilavok: Prilavok, home: Path, tmp_path: Path
) -> None:
    data = tmp_path / "strangers.csv"
    data.write_text("text,label\nпогода,out_of_scope\n", encoding="utf-8")
    for command in ("train", "evaluate"):
        done = await prilavok(home, command, "--data", str(data))
        assert done.returncode == 2
        assert "none has a topic" in done.stderr
        assert "Traceback" not in done.stderr


async def test_a_data_file_with_errors_names_the_line(
    prilavok: Prilavok, home: Path, tmp_path: Path
) -> None:
    data = tmp_path / "broken.jsonl"
    data.write_text('{"text": "привет", "label": "smalltalk"}\n{"text": 5}\n', encoding="utf-8")
    done = await prilavok(home, "train", "--data", str(data))
    assert done.returncode != 0
    assert "2" in done.stderr
    assert "Traceback" not in done.stderr
