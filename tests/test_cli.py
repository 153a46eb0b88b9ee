"""The command line as people type it: answers, and errors that say what to do."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from classifier import storage
from classifier.model import TopicModel
from models.schema import upgrade

ROOT = Path(__file__).parent.parent


@pytest.fixture
def home(tmp_path: Path, model: TopicModel) -> Path:
    """A data folder with the starter model in it."""
    (tmp_path / "models").mkdir()
    storage.save(model, tmp_path / "models" / "current.model")
    return tmp_path


def prilavok(home: Path, *words: str, given: str = "", **env: str) -> Any:
    """Run a command."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
        timeout=150,
        env={**kept, "DATA_DIR": str(home), **env},
    )


def test_classify_answers_each_line(home: Path) -> None:
    given = "где мой заказ?\nghbdtn\n\nwhere can I buy bitcoin cheap, join our channel\n"
    done = prilavok(home, "classify", "--json", given=given)
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr
    assert [one["text"] for one in said] == given.splitlines()
    assert set(said[0]) == {
        "text",
        "topic",
        "probability",
        "queue",
        "decision",
        "runners_up",
        "in_scope",
        "why",
    }
    assert (said[0]["topic"], said[0]["queue"], said[0]["decision"]) == (
        "order_status",
        "orders",
        "route",
    )
    assert (said[1]["topic"], said[1]["queue"]) == ("smalltalk", None)
    assert (said[3]["queue"], said[3]["decision"]) == ("triage", "triage")
    assert set(said[0]["runners_up"][0]) == {"topic", "probability"}


def test_run_without_a_token_says_what_to_do(home: Path) -> None:
    done = prilavok(home, "run")
    assert done.returncode != 0
    assert "BOT_TOKEN" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_setting_is_named(home: Path) -> None:
    done = prilavok(home, "run", BOT_TOKEN="1", SEND_RATE="quick")
    assert done.returncode != 0
    assert "BOT_TOKEN" in done.stderr
    assert "SEND_RATE" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cant_be_is_named(home: Path, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("no folder")
    for words in (("migrate",), ("classify", "hello")):
        done = prilavok(tmp_path / "a file" / "data", *words)
        assert done.returncode == 2
        assert "DATA_DIR" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_port_that_cant_be_is_refused(home: Path) -> None:
    done = prilavok(home, "demo", "--port", "99999")
    assert done.returncode == 2
    assert "65535" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_scene_that_is_not_there_is_refused(home: Path) -> None:
    done = prilavok(home, "demo", "--once", "retirement")
    assert done.returncode == 2
    assert "conversation, retrain" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_model_file_stops_the_start(home: Path) -> None:
    (home / "models" / "current.model").write_bytes(b"PK\x03\x04 not a model")
    done = prilavok(home, "classify", "привет")
    assert done.returncode != 0
    assert "model file" in done.stderr
    assert "Traceback" not in done.stderr


async def test_a_newer_database_is_refused(home: Path) -> None:
    file = home / "prilavok.db"
    await upgrade(f"sqlite+aiosqlite:///{file}")
    with sqlite3.connect(file) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    for command in ("migrate", "run"):
        done = prilavok(home, command, BOT_TOKEN="100:TEST")
        assert done.returncode != 0, command
        assert "newer version" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_damaged_database_is_refused(home: Path) -> None:
    (home / "prilavok.db").write_bytes(b"this is no database at all" * 400)
    done = prilavok(home, "migrate")
    assert done.returncode != 0
    assert "can't be used" in done.stderr
    assert "Traceback" not in done.stderr


def test_migrate_makes_a_database(home: Path) -> None:
    done = prilavok(home, "migrate")
    assert done.returncode == 0, done.stderr
    assert (home / "prilavok.db").exists()


def test_check_says_what_is_missing(home: Path) -> None:
    done = prilavok(home, "check")
    assert done.returncode == 1
    assert "NO  BOT_TOKEN" in done.stdout
    assert "NO  ADMIN_IDS" in done.stdout


def test_train_and_evaluate_on_a_file(home: Path, tmp_path: Path) -> None:
    data = tmp_path / "mine.csv"
    rows = [
        f"когда приедет заказ {n},order_status\nсколько стоит шлем {n},price_discount"
        for n in range(12)
    ]
    data.write_text("text,label\n" + "\n".join(rows) + "\n", encoding="utf-8")
    out = tmp_path / "mine.model"
    done = prilavok(home, "train", "--data", str(data), "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert out.exists()
    done = prilavok(home, "evaluate", "--data", str(data), "--model", str(out), "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["accuracy"] > 0.9
    assert told["intervals"]["low"] <= told["accuracy"] <= told["intervals"]["high"]


def test_data_without_a_topic_is_refused(home: Path, tmp_path: Path) -> None:
    data = tmp_path / "strangers.csv"
    data.write_text("text,label\nпогода,out_of_scope\n", encoding="utf-8")
    for command in ("train", "evaluate"):
        done = prilavok(home, command, "--data", str(data))
        assert done.returncode == 2
        assert "none has a topic" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_data_file_with_errors_names_the_line(home: Path, tmp_path: Path) -> None:
    data = tmp_path / "broken.jsonl"
    data.write_text('{"text": "привет", "label": "smalltalk"}\n{"text": 5}\n', encoding="utf-8")
    done = prilavok(home, "train", "--data", str(data))
    assert done.returncode != 0
    assert "2" in done.stderr
    assert "Traceback" not in done.stderr
