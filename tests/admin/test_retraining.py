"""`/retrain`: followed in one message, ended by a report with pictures; one at a time."""

import asyncio
import os
import signal

import pytest
from sqlalchemy import select

from models.people import Staff
from models.registry import TrainingRun
from playground.people import Person
from tests.conftest import OpenShop
from tests.desk import Shop
from tests.school import School, serves, verbs, versions

NEW = "20261201-aaaa"


async def run_of(shop: Shop) -> TrainingRun:
    """The latest run."""
    async with shop.looks() as tx:
        statement = select(TrainingRun).order_by(TrainingRun.id.desc()).limit(1)
        return (await tx.execute(statement)).scalar_one()


async def begins(olga: Person) -> None:
    """An admin begins, and sees how far it is."""
    await olga.says("/retrain")
    await olga.waits_for("▰")


async def test_from_the_command_to_a_promoted_model(taught_anywhere: Shop, school: School) -> None:
    school.plans(NEW, stop_at="ngrams")
    olga = await taught_anywhere.admin()
    before = taught_anywhere.app.understanding.model.version
    await olga.says("/retrain")
    card = await olga.waits_for("Обучаю новую модель")
    shown = await olga.waits_for("▰")
    assert shown.id == card.id and "учу слова" in shown.text
    school.goes_on()
    report = await olga.waits_for("Новая модель готова")
    assert report.id == card.id
    assert "87,0\u00a0% (86,0–88,0) → 91,0\u00a0% (90,0–92,0)" in report.text
    assert "2400" in report.text and "±1,2" in report.text
    assert "Новая модель лучше" in report.text
    assert "Возражений нет" in report.text
    pictures = [await olga.waits_for(lambda one: one.kind == "photo") for _ in range(2)]
    assert len({one.json()["media_group_id"] for one in pictures}) == 1
    assert "По темам" in pictures[0].json()["caption"]

    await olga.presses("Включить новую")
    await olga.waits_for("Эта модель сейчас работает")
    await serves(taught_anywhere, NEW)
    assert await versions(taught_anywhere) == {before: "kept", NEW: "serving"}
    asked = school.asked()
    assert asked["current"].endswith(f"{before}.model") and asked["language"] == "ru"
    first, last = ["model_registered", "model_opened"], ["model_registered", "retrained"]
    assert await verbs(taught_anywhere) == [*first, "retrain", *last, "model_promoted"]


async def test_the_second_admin_is_told_who_trains(taught: Shop, school: School) -> None:
    school.plans(NEW, stop_at="embed")
    olga = await taught.admin()
    ida = await taught.agent("Ида", role="admin")
    async with taught.app.store.change() as tx:
        row = (await tx.execute(select(Staff).where(Staff.tg_id == olga.id))).scalar_one()
        row.name = "Ольга"
    await taught.app.directory.renew()
    await begins(olga)
    await ida.says("/retrain")
    said = await ida.waits_for("Модель уже обучает Ольга")
    assert "%" in said.text
    await olga.says("/retrain")
    await olga.waits_for("Обучение уже идёт")
    school.goes_on()
    await olga.waits_for("Новая модель готова")
    async with taught.looks() as tx:
        assert len((await tx.execute(select(TrainingRun.id))).all()) == 1


async def test_two_admins_at_the_same_moment(taught_anywhere: Shop, school: School) -> None:
    school.plans(NEW, stop_at="embed")
    olga = await taught_anywhere.admin()
    ida = await taught_anywhere.agent("Ида", role="admin")
    await asyncio.gather(olga.says("/retrain"), ida.says("/retrain"))
    both = (olga, ida)
    await asyncio.gather(*(one.waits_for(lambda m: "буч" in m.text) for one in both))
    await taught_anywhere.settles()
    said = [" ".join(m.text for m in one.sees() if m.sender is not one.user) for one in both]
    assert sorted("Обучаю новую модель" in words for words in said) == [False, True]
    assert sorted("Модель уже обучает" in words for words in said) == [False, True]


async def test_stopped_by_the_button(taught: Shop, school: School) -> None:
    school.plans(NEW, stop_at="encoder")
    olga = await taught.admin()
    before = taught.app.understanding.model.version
    await begins(olga)
    await olga.presses("Остановить")
    await olga.waits_for("Обучение остановлено")
    assert (await run_of(taught)).state == "stopped"
    assert await versions(taught) == {before: "serving"}
    school.goes_on()
    school.plans(NEW)
    await olga.presses("Обучить заново")
    await olga.waits_for("Новая модель готова")


async def test_a_learner_that_is_killed(taught: Shop, school: School) -> None:
    school.plans(NEW, die_at="encoder")
    olga = await taught.admin()
    before = taught.app.understanding.model.version
    await olga.says("/retrain")
    said = await olga.waits_for("Обучить модель не получилось. Обучение прервалось")
    assert "Работает прежняя модель" in said.text
    assert (await run_of(taught)).state == "failed"
    assert taught.app.understanding.model.version == before


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("disk-full", "На диске закончилось место"),
        ("too-few", "Примеров слишком мало"),
        ("something-new", "Случилась ошибка в программе"),
    ],
)
async def test_a_learner_that_says_why_it_can_not(
    taught: Shop, school: School, error: str, words: str
) -> None:
    school.plans(NEW, error=error)
    olga = await taught.admin()
    await olga.says("/retrain")
    await olga.waits_for(f"Обучить модель не получилось. {words}")
    assert (await run_of(taught)).state == "failed"


async def test_a_learner_whose_candidate_is_broken(taught: Shop, school: School) -> None:
    (school.home / "candidate.model").write_bytes(b"PK\x03\x04 not a model")
    olga = await taught.admin()
    before = taught.app.understanding.model.version
    await olga.says("/retrain")
    await olga.waits_for("Файл новой модели оказался испорчен")
    assert await versions(taught) == {before: "serving"}


async def test_a_learner_that_can_not_be_started(open_shop: OpenShop) -> None:
    shop = await open_shop(learner=("/nowhere/python",))
    olga = await shop.admin()
    await olga.says("/retrain")
    await olga.waits_for("Обучить модель не получилось")


async def test_the_bot_restarts_in_the_middle(
    taught: Shop, school: School, open_shop: OpenShop
) -> None:
    school.plans(NEW, stop_at="encoder")
    olga = await taught.admin()
    before = taught.app.understanding.model.version
    await begins(olga)
    await taught.closes()
    again = await open_shop(learner=school.command)
    await olga.waits_for("Бота перезапустили, пока шло обучение")
    assert (await run_of(again)).state == "failed"
    assert again.app.understanding.model.version == before


async def test_the_learner_ends_with_its_input(taught: Shop, school: School) -> None:
    """A bot that is killed leaves no learner behind: its end of the pipe closes."""
    school.plans(NEW, stop_at="encoder")
    olga = await taught.admin()
    await begins(olga)
    pid = int(school.asked()["pid"])
    await taught.closes()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, signal.SIGCONT)
