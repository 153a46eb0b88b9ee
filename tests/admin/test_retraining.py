"""`/retrain`: followed in one message, ended by a report with pictures; promoted, or not."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import select

from classifier.model import TopicModel
from models.journal import Audit
from models.registry import ModelVersion, TrainingRun
from tests.conftest import OpenShop
from tests.desk import Shop
from tests.school import School

NEW = "20261201-aaaa"
OBJECTION = {"rule": "topic", "topic": "refund", "was_f1": 0.9, "f1": 0.7}


@pytest.fixture
def school(model: TopicModel, tmp_path: Path) -> School:
    """The learner that obeys."""
    return School(tmp_path / "school", model)


@pytest.fixture
async def taught(open_shop: OpenShop, school: School) -> Shop:
    """A shop whose learner obeys."""
    return await open_shop(learner=school.command)


async def versions(shop: Shop) -> dict[str, str]:
    """State by version."""
    async with shop.looks() as tx:
        rows = (await tx.execute(select(ModelVersion))).scalars()
        return {row.version: row.state for row in rows}


async def run_of(shop: Shop) -> TrainingRun:
    """The latest run."""
    async with shop.looks() as tx:
        statement = select(TrainingRun).order_by(TrainingRun.id.desc()).limit(1)
        return (await tx.execute(statement)).scalar_one()


async def serves(shop: Shop, version: str) -> None:
    """Until another model answers."""
    async with asyncio.timeout(60):
        while shop.app.understanding.model.version != version:  # noqa: ASYNC110 - a tick sees it
            await asyncio.sleep(0.02)


async def test_from_the_command_to_a_promoted_model(taught: Shop, school: School) -> None:
    school.plans(NEW, stop_at="ngrams")
    olga = await taught.admin()
    before = taught.app.understanding.model.version
    await olga.says("/retrain")
    card = await olga.waits_for("Обучаю новую модель")
    shown = await olga.waits_for("▰")
    assert shown.id == card.id
    school.goes_on()
    report = await olga.waits_for("Новая модель готова")
    assert report.id == card.id
    assert "87,0 % (86,0–88,0) → 91,0 % (90,0–92,0)" in report.text
    assert "2400" in report.text and "±1,2" in report.text
    assert "Новая модель лучше" in report.text
    assert "Возражений нет" in report.text
    pictures = [await olga.waits_for(lambda one: one.kind == "photo") for _ in range(2)]
    assert len({one.json()["media_group_id"] for one in pictures}) == 1
    assert "По темам" in pictures[0].json()["caption"]

    await olga.presses("Включить новую")
    await olga.waits_for("Эта модель сейчас работает")
    await serves(taught, NEW)
    assert await versions(taught) == {before: "kept", NEW: "serving"}
    assert school.asked()["current"].endswith(f"{before}.model")
    async with taught.looks() as tx:
        verbs = [row.verb for row in (await tx.execute(select(Audit).order_by(Audit.id))).scalars()]
    told = [verb for verb in verbs if verb.startswith(("retrain", "model_"))]
    first, last = ["model_registered", "model_opened"], ["model_registered", "retrained"]
    assert told == [*first, "retrain", *last, "model_promoted"]
