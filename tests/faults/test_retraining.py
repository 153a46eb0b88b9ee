"""F11 with the program as a process of its own: killed while it trains, and what serves after."""

import os
import signal
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from classifier import storage
from classifier.model import TopicModel
from services.shelf import sha256_of
from tests.faults.counter import Counter
from tests.faults.program import until

NEW = "20261201-aaaa"


def learners(home: Path) -> list[int]:
    """The training processes of a program, by its data folder."""
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            words = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if b"bot.learner" in words and str(home).encode() in words:
            found.append(int(folder.name))
    return found


async def test_the_bot_is_killed_while_a_model_is_trained(counter: Counter) -> None:
    """The training ends with it; the next start says so, and the old model goes on."""
    await counter.opens()
    olga = await counter.admin()
    await olga.says("/retrain")
    await olga.waits_for("читаю сообщения", timeout=120)
    assert len(learners(counter.home)) == 1
    await counter.program.kills()
    await until(lambda: not learners(counter.home), 60, lambda: "the learner goes on alone")
    await counter.opens()
    await olga.waits_for("Бота перезапустили, пока шло обучение")
    assert not [one for one in (counter.home / "runs").iterdir() if one.suffix == ".tmp"]
    await counter.ends_well()


async def test_the_learner_is_killed(counter: Counter) -> None:
    await counter.opens()
    olga = await counter.admin()
    await olga.says("/retrain")
    await olga.waits_for("читаю сообщения", timeout=120)
    for pid in learners(counter.home):
        os.kill(pid, signal.SIGKILL)
    await olga.waits_for("Обучение прервалось")
    await counter.ends_well()


async def test_a_start_whose_model_is_broken(counter: Counter, model: TopicModel) -> None:
    """What was kept stands in, and the admins read which model could not serve and why."""
    await counter.opens()
    olga = await counter.admin()
    await olga.waits_for("Ольга")
    assert await counter.program.terminates() == 0
    path = counter.home / "models" / f"{NEW}.model"
    storage.save(replace(model, version=NEW), path)
    _point(counter.home, path)
    path.write_bytes(path.read_bytes()[:-3000])
    await counter.opens()
    said = await olga.waits_for(f"Включить модель {NEW} не получилось")
    assert "нельзя доверять" in said.text and model.version in said.text
    anna = counter.playground.user("Анна", language="ru")
    await anna.says("Сколько стоит доставка в Тверь?")
    await anna.waits_for("№1")
    await counter.ends_well()


def _point(home: Path, path: Path) -> None:
    """As another program would: the row and the pointer, written while none runs."""
    sha256 = sha256_of(path)
    pointer = f'{{"version": "{NEW}", "file": "{path.name}", "sha256": "{sha256}"}}'
    with closing(sqlite3.connect(home / "prilavok.db")) as base, base:
        base.execute("UPDATE model_version SET state = 'kept'")
        base.execute(
            "INSERT INTO model_version (version, file, sha256, origin, state, author_tg_id,"
            " figures, created_at, served_at) VALUES (?, ?, ?, 'retrain', 'serving', 0, '{}',"
            " '2026-12-01 00:00:00.000000', '2026-12-01 00:00:00.000000')",
            (NEW, path.name, sha256),
        )
        base.execute("UPDATE setting SET value = ? WHERE name = 'serving_model'", (pointer,))
