"""Retraining on very many labels, on odd ones, and on a disk that gets full."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from classifier import storage
from classifier.hashed import HashedVocabulary
from classifier.ngrams import Vocabulary
from models.queues import Topic
from models.store import Store
from tests.classifier.stub import StubEncoder
from tests.test_learner import learner, leftovers, said_by, shop

RINK = {f"когда откроется каток номер {number}": "new_topic" for number in range(60)}
ODD = {"x" * 100_000: "refund", "": "refund", " \n": "refund", "\x00": "refund"}
KINDS = {False: Vocabulary, True: HashedVocabulary}


def result(home: Path) -> tuple[dict[str, Any], Any]:
    trial = json.loads((home / "runs" / "run" / "trial.json").read_text("utf-8"))
    return trial, storage.load(home / "runs" / "run" / "candidate.model", StubEncoder())


@pytest.mark.parametrize("many", [False, True], ids=["few", "many"])
async def test_odd_labels_and_a_topic_with_one_message(tmp_path: Path, many: bool) -> None:
    await shop(tmp_path, {**RINK, **ODD, "сломался насос у бойлера": "warranty_repair"})
    with learner(tmp_path, LEARNER_LARGE="10" if many else "30000") as process:
        said = said_by(process)
        assert process.wait() == 0, said
    trial, model = result(tmp_path)
    assert isinstance(model.scorer.vocabulary, KINDS[many])
    assert model.classify("когда откроется каток").topic == "new_topic"
    by_origin = trial["trained_on"]["by_origin"]
    assert by_origin["review"] + trial["heldout"]["shop_messages"] == 62
    assert trial["trained_on"]["messages"] == sum(by_origin.values())
    assert trial["candidate"]["accuracy"] > 0.6
    assert leftovers(tmp_path) == ["run"]


async def test_all_labels_say_the_same(tmp_path: Path) -> None:
    await shop(tmp_path, RINK)
    store = Store(f"sqlite+aiosqlite:///{tmp_path / 'prilavok.db'}")
    async with store.change() as tx:
        for key in ("order_status", "order_change", "smalltalk"):
            tx.add(Topic(key=key, title_ru=key, title_en=key, active=False))
        others = Topic.key.in_(["refund", "warranty_repair"])
        await tx.execute(update(Topic).where(others).values(active=False))
    await store.close()
    with learner(tmp_path, LEARNER_LARGE="10") as process:
        said = said_by(process)
        assert process.wait() == 0, said
    trial, model = result(tmp_path)
    assert model.topics == ("new_topic",)
    assert trial["trained_on"]["topics"] == 1


@pytest.mark.parametrize("at", ["cache", "model", "trial"])
async def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path, at: str) -> None:
    """Whatever was being written: no half file stays, and what serves is not touched."""
    await shop(tmp_path, {})
    current = tmp_path / "models" / "serves.model"
    current.parent.mkdir()
    current.write_bytes(b"what serves")
    with learner(tmp_path, current=str(current), LEARNER_DISK=at) as process:
        said = said_by(process)
        assert process.wait() == 1
    assert said[-1] == {"error": "disk-full", "args": {}}
    assert leftovers(tmp_path) == []
    assert current.read_bytes() == b"what serves"
