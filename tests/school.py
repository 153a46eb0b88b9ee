"""What tests of retraining share: a candidate that differs, its trial, a learner that obeys."""

import asyncio
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import select

from classifier import storage
from classifier.model import TopicModel
from models.journal import Audit
from models.registry import ModelVersion
from tests.desk import Shop

FIGURES = {
    "accuracy": 0.91,
    "low": 0.90,
    "high": 0.92,
    "macro_f1": 0.90,
    "top3": 0.98,
    "queue_accuracy": 0.95,
    "caught": 0.9,
    "ms": 1.5,
}

_CANDIDATES: dict[str, bytes] = {}  # packing a model takes a quarter of a second


def relabelled(model: TopicModel, version: str) -> TopicModel:
    """The same model under another name that takes refunds for invoices, and the other way."""
    swap = {"refund": "invoice", "invoice": "refund"}
    topics = tuple(swap.get(topic, topic) for topic in model.topics)
    return replace(model, scorer=replace(model.scorer, topics=topics), version=version)


def trial_of(version: str, **more: Any) -> dict[str, Any]:
    """What a learner reports of a candidate that is better and meets no objection."""
    return {
        "version": version,
        "trained_on": {"messages": 10_000, "by_origin": {"review": 12}, "topics": 19},
        "heldout": {
            "messages": 2400,
            "shop_messages": 37,
            "smallest_topic": 20,
            "half_width": 0.012,
        },
        "current": FIGURES | {"accuracy": 0.87, "low": 0.86, "high": 0.88},
        "candidate": FIGURES,
        "p_value": 0.003,
        "better": 120,
        "worse": 40,
        "topics": [],
        "changed": [
            {
                "text": f"верните <b>деньги</b> {number}",
                "was_queue": "orders",
                "now_queue": "care",
                "right_queue": "care",
            }
            for number in range(9)
        ],
        "changed_total": 9,
        "objections": [],
        "advice": [{"topic": "refund", "more": 100, "points": 3.0}],
        "pictures": [
            {"file": "topics.png", "caption_key": "caption-topics"},
            {"file": "confusion.png", "caption_key": "caption-confusion"},
        ],
    } | more


class School:
    """A learner's home: what it will do, and where it is."""

    def __init__(self, home: Path, model: TopicModel) -> None:
        self.home = home
        self._model = model
        home.mkdir(exist_ok=True)
        self.plans()

    @property
    def command(self) -> tuple[str, ...]:
        """How it is started."""
        script = Path(__file__).parent / "learner.py"
        return sys.executable, str(script), str(self.home)

    def plans(self, version: str = "20261201-aaaa", **plan: Any) -> None:
        """What the learner does next; keyword `trial` overrides its report."""
        candidate = self.home / "candidate.model"
        if version in _CANDIDATES:
            candidate.write_bytes(_CANDIDATES[version])
        else:
            storage.save(relabelled(self._model, version), candidate)
            _CANDIDATES[version] = candidate.read_bytes()
        plan["trial"] = trial_of(version) | plan.get("trial", {})
        (self.home / "plan.json").write_text(json.dumps(plan), "utf-8")

    def goes_on(self) -> None:
        """The learner need not wait any longer."""
        (self.home / "go").touch()

    def asked(self) -> dict[str, str]:
        """What the learner was started with."""
        found: dict[str, str] = json.loads((self.home / "asked.json").read_text("utf-8"))
        return found


async def versions(shop: Shop) -> dict[str, str]:
    """State by version."""
    async with shop.looks() as tx:
        rows = (await tx.execute(select(ModelVersion))).scalars()
        return {row.version: row.state for row in rows}


async def serves(shop: Shop, version: str) -> None:
    """Until another model answers."""
    async with asyncio.timeout(60):
        while shop.app.understanding.model.version != version:  # noqa: ASYNC110 - a tick sees it
            await asyncio.sleep(0.02)


async def verbs(shop: Shop) -> list[str]:
    """What the audit log says of models, oldest first."""
    async with shop.looks() as tx:
        rows = (await tx.execute(select(Audit.verb).order_by(Audit.id))).scalars()
        return [verb for verb in rows if verb.startswith(("retrain", "model_"))]
