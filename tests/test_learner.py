"""The learner as the bot starts it: what it says, what it leaves, and how it ends."""

import hashlib
import json
import os
import signal
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from classifier import storage
from models.labels import Label
from models.queues import Queue, Topic, write_setting
from models.schema import upgrade
from models.store import Store
from tests.classifier.stub import StubEncoder

ROOT = Path(__file__).parent.parent
SMALL, REAL = "tests.small_learner", "bot.learner"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
STAGES = ["read", "embed", "ngrams", "encoder", "compare", "curve", "draw"]


@contextmanager
def learner(home: Path, name: str = "run", module: str = SMALL, **more: str) -> Iterator[Any]:
    """The process, its standard input held open as the bot does."""
    given = {
        "database": f"sqlite+aiosqlite:///{home / 'prilavok.db'}",
        "shop": str(ROOT / "shop.toml"),
        "data-dir": str(home),
        "out": str(home / "runs" / name),
        "date": "20260301",
    } | {key: value for key, value in more.items() if key.islower()}
    words = [word for key, value in given.items() for word in (f"--{key}", value)]
    process = subprocess.Popen(
        [sys.executable, "-m", module, *words],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {key: value for key, value in more.items() if key.isupper()},
    )
    with process:
        yield process
        process.kill()


def said_by(process: Any) -> list[dict[str, Any]]:
    """Everything it says until it ends."""
    return [json.loads(line) for line in process.stdout]


def trial_of(process: Any, folder: Path) -> dict[str, Any]:
    """What it wrote down at its end."""
    told: dict[str, Any] = json.loads((folder / said_by(process)[-1]["result"]).read_text("utf-8"))
    return told


def leftovers(home: Path) -> list[str]:
    """What a run that came to nothing left in the folder of runs and in the cache."""
    runs = [str(path.name) for path in (home / "runs").glob("*")]
    return runs + [path.name for path in (home / "cache").glob("*.tmp")]


async def shop(home: Path, said: dict[str, str], **topic: Any) -> None:
    """A database with a queue, two topics and labels."""
    url = f"sqlite+aiosqlite:///{home / 'prilavok.db'}"
    await upgrade(url)
    store = Store(url)
    async with store.change() as tx:
        queue = Queue(key="care", title_ru="Забота", title_en="Care", hours={}, target_minutes=9)
        tx.add(queue)
        await tx.flush()
        await write_setting(tx, "shop", {"language": "en"})
        for key in ("refund", "warranty_repair", "new_topic"):
            row = Topic(key=key, title_ru=key, title_en=key, queue_id=queue.id)
            tx.add(row)
            for name, value in topic.items():
                setattr(row, name, value)
        for text, key in said.items():
            given = {"origin": "review", "author_tg_id": 1, "created_at": NOON}
            tx.add(Label(text=text, topic_key=key, **given))
    await store.close()


def width_of(picture: Path) -> int:
    head = picture.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    return int(struct.unpack(">I", head[16:20])[0])


async def test_a_run_leaves_a_model_a_trial_and_pictures(tmp_path: Path) -> None:
    texts = {f"когда откроется каток номер {number}": "new_topic" for number in range(60)}
    await shop(tmp_path, {**texts, "x" * 100_000: "refund", "": "refund"})
    (tmp_path / "runs" / "run.tmp").mkdir(parents=True)
    (tmp_path / "runs" / "run.tmp" / "candidate.model").write_bytes(b"of a killed run")
    with learner(tmp_path) as process:
        said = said_by(process)
        assert process.wait() == 0
    assert [one["stage"] for one in said if "stage" in one and one["done"] == one["total"]]
    named = list(dict.fromkeys(one["stage"] for one in said[:-1]))
    assert named == STAGES
    assert said[-1] == {"result": "trial.json"}
    trial = json.loads((tmp_path / "runs" / "run" / "trial.json").read_text("utf-8"))
    file = tmp_path / "runs" / "run" / "candidate.model"
    model = storage.load(file, StubEncoder())
    assert trial["version"] == model.version
    assert trial["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert trial["size_bytes"] == file.stat().st_size
    assert model.classify("когда откроется каток").topic == "new_topic"
    assert model.scorer.encoder is not None
    kept = model.scorer.encoder.neighbours.texts
    assert "" in kept and any(kept) and not [one for one in kept if "каток" in one]
    own = trial["heldout"]["shop_messages"]
    assert own > 0
    assert trial["trained_on"]["by_origin"]["review"] + own == 61
    assert (trial["current"], trial["p_value"], trial["changed"]) == (None, None, [])
    assert {row["topic"] for row in trial["topics"]} > {"new_topic"}
    assert [width_of(tmp_path / "runs" / "run" / one["file"]) for one in trial["pictures"]] == [
        1080
    ] * len(trial["pictures"])
    assert leftovers(tmp_path) == ["run"]


async def test_a_second_run_is_compared_with_the_first(tmp_path: Path) -> None:
    await shop(tmp_path, {})
    with learner(tmp_path, "first") as process:
        assert "result" in said_by(process)[-1]
    for model, refused in ((tmp_path / "runs" / "first" / "candidate.model", False), (None, True)):
        broken = tmp_path / "broken.model"
        broken.write_bytes(b"no model")
        current = str(model or broken)
        with learner(tmp_path, f"second-{refused}", current=current) as process:
            trial = trial_of(process, tmp_path / "runs" / f"second-{refused}")
        rules = {one["rule"] for one in trial["objections"]}
        assert ("uncompared" in rules) == refused
        assert (trial["current"] is None) == refused
        if not refused:
            assert (trial["better"], trial["worse"], trial["p_value"]) == (0, 0, 1.0)
            assert trial["changed_total"] == 0
            assert not rules & {"topic", "scope", "size"}
            assert "accuracy" in rules  # with so few messages nobody can tell


async def test_two_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    await shop(tmp_path, {})
    with learner(tmp_path, "one") as first, learner(tmp_path, "two") as second:
        for process in (first, second):
            assert "result" in said_by(process)[-1]
    assert sorted(leftovers(tmp_path)) == ["one", "two"]


@pytest.mark.parametrize("end", ["signal", "the bot is gone"])
def test_ended_in_the_middle_it_leaves_nothing(tmp_path: Path, end: str) -> None:
    with learner(tmp_path, module=REAL) as process:
        for line in process.stdout:
            if json.loads(line)["stage"] == "embed":
                break
        assert (tmp_path / "runs" / "run.tmp").is_dir()
        own = os.getpriority(os.PRIO_PROCESS, 0)
        politer = min(own + 10, 19)  # customers come first; 19 is as polite as it gets
        assert os.getpriority(os.PRIO_PROCESS, process.pid) == politer
        if end == "signal":
            process.send_signal(signal.SIGTERM)
        else:
            process.stdin.close()
        assert process.wait() == 143
    assert leftovers(tmp_path) == []


async def test_without_a_topic_there_is_nothing_to_learn(tmp_path: Path) -> None:
    await shop(tmp_path, {}, active=False)
    store = Store(f"sqlite+aiosqlite:///{tmp_path / 'prilavok.db'}")
    async with store.change() as tx:
        for key in ("order_status", "order_change", "smalltalk"):
            tx.add(Topic(key=key, title_ru=key, title_en=key, active=False))
    await store.close()
    with learner(tmp_path) as process:
        said = said_by(process)
        assert process.wait() == 1
    assert said[-1] == {"error": "no-topic", "args": {}}


def test_a_damaged_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "prilavok.db").write_bytes(b"this is no database at all" * 400)
    with learner(tmp_path) as process:
        said = said_by(process)
        assert process.wait() == 1
    assert said[-1] == {"error": "database", "args": {}}
    assert leftovers(tmp_path) == []
