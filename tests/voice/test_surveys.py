"""NPS and CES: asked in their time and never beside another question; one tap, then words."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select

from models.memory import figures
from models.memory.surveys import Survey
from models.opinions import Rating
from models.people import Customer
from playground.messages import Message
from playground.people import Person
from tests.conftest import OpenShop
from tests.customer.conversation import WHERE, takes, toast
from tests.databases import database_url, empty_database_url
from tests.desk import Shop
from tests.privacy.offering import wishes
from tests.security.forging import answer_to, sealed
from tests.voice.scene import PATIENCE, LetDown, let_down, notices, sees, wants
from tests.voice.weeks import past

__all__ = ["database_url", "empty_database_url"]


async def surveys(shop: Shop, kind: str) -> Sequence[Survey]:
    """Every question of a kind, as stored."""
    async with shop.looks() as tx:
        found = select(Survey).where(Survey.kind == kind).order_by(Survey.id)
        return (await tx.execute(found)).scalars().all()


async def asked(shop: Shop, person: Person, words: str) -> Message:
    """Time passes until a question of these words stands before somebody."""
    shop.clock.passes(hours=73)
    return await person.waits_for(words, since=0, timeout=PATIENCE)


async def test_nps_is_asked_when_its_time_has_come_and_once_in_a_quarter(
    database_url: str, open_shop: OpenShop
) -> None:
    shop = await open_shop(database_url=database_url)
    await wants(shop, ces_percent=0)
    scene = await let_down(shop)
    assert await scene.scores(5)
    await shop.settles()
    shop.clock.passes(hours=71)
    await shop.app.desk.voice.surveys.look(shop.clock())
    assert await notices(shop, "nps") == []
    card = await asked(shop, scene.anna, "посоветуете нас друзьям")
    assert [len(row) for row in card.button_rows[:2]] == [6, 5]
    one = (await surveys(shop, "nps"))[0]
    assert await toast(await scene.anna.presses(card, "9")) == "Спасибо за оценку!"
    await scene.anna.waits_for("Ваш ответ: 9 из 10", since=0, timeout=PATIENCE)
    second = sealed(shop, scene.anna.id, "npsrate", one.ref, "0")
    assert "уже записан" in await answer_to(scene.anna, card, second)
    await explains(scene, "главная причина", "быстро отвечаете")
    done = (await surveys(shop, "nps"))[0]
    assert (done.score, done.comment) == (9, "быстро отвечаете")

    await again_resolved(scene)
    shop.clock.passes(days=60)
    await shop.app.desk.voice.surveys.look(shop.clock())
    assert len(await notices(shop, "nps")) == 1
    planned = (await surveys(shop, "nps"))[1]
    assert planned.asked_at is None and done.asked_at is not None
    assert planned.due_at is not None
    assert planned.due_at - done.asked_at >= timedelta(days=90)


async def explains(scene: LetDown, question: str, words: str) -> None:
    """Anna says why, at first with what nobody there could read."""
    await scene.anna.presses("Назвать главную причину")
    await scene.anna.waits_for(question, timeout=PATIENCE)
    for kind in ("photo", "sticker"):
        await scene.anna.sends(kind)
        await scene.anna.waits_for("Напишите, пожалуйста, словами", timeout=PATIENCE)
    await scene.anna.says(words)
    await scene.anna.waits_for("Слова тоже записали", since=0, timeout=PATIENCE)


async def again_resolved(scene: LetDown) -> None:
    """Another question of Anna's, taken and resolved."""
    shop = scene.shop
    await scene.anna.says(WHERE)
    await scene.anna.waits_for("№2", since=0, timeout=PATIENCE)
    await takes(shop, scene.boris, scene.group, 2)
    ref = (await shop.tickets())[1].ref
    press = sealed(shop, scene.group.id, "resolve", ref)
    assert "решённое" in await answer_to(scene.boris, last(scene), press)
    await scene.anna.waits_for("№2 закрыто", since=0, timeout=PATIENCE)


def last(scene: LetDown) -> Message:
    """Any message of the group."""
    return next(one for one in scene.boris.sees(chat=scene.group) if one.buttons)


async def test_a_second_ticket_within_three_days_asks_for_no_score(shop: Shop) -> None:
    await wants(shop, ces_percent=0, nps_days=0)
    scene = await let_down(shop)
    assert scene.card
    shop.clock.passes(hours=71)
    await again_resolved(scene)
    card = next(one for one in scene.anna.sees() if "№2 закрыто. Вопрос решён?" in one.text)
    assert card.buttons == ["✅ Решён", "Вопрос не решён"]
    await scene.anna.presses(card, "✅ Решён")
    await scene.anna.waits_for("Спасибо, что ответили!", since=0, timeout=PATIENCE)
    assert len(await surveys(shop, "csat")) == 1 and await surveys(shop, "nps") == []


async def test_after_three_days_a_score_is_asked_for_again(shop: Shop) -> None:
    await wants(shop, ces_percent=0, nps_days=0)
    scene = await let_down(shop)
    shop.clock.passes(hours=73)
    await again_resolved(scene)
    card = next(one for one in scene.anna.sees() if "№2 закрыто. Вопрос решён?" in one.text)
    assert "3 ⭐" in card.buttons


async def test_whoever_muted_scores_is_asked_only_whether_it_is_solved(shop: Shop) -> None:
    await wants(shop, ces_percent=100)
    scene = await let_down(shop)
    await wishes(shop, scene.anna, muted=["csat", "nps", "ces"])
    shop.clock.passes(hours=73)
    await again_resolved(scene)
    card = next(one for one in scene.anna.sees() if "№2 закрыто. Вопрос решён?" in one.text)
    assert "3 ⭐" not in card.buttons
    shop.clock.passes(days=10)
    await shop.app.desk.voice.surveys.look(shop.clock())
    assert not [one for kind in ("nps", "ces") for one in await surveys(shop, kind)]


async def test_the_effort_of_a_sampled_ticket_is_asked_in_english_too(shop: Shop) -> None:
    await wants(shop, ces_percent=100, nps_days=0)
    scene = await let_down(shop, "en")
    card = await asked(shop, scene.anna, "How easy was it to get an answer?")
    assert card.buttons[:5] == ["1", "2", "3", "4", "5"]
    one = (await surveys(shop, "ces"))[0]
    for verb, arg in (("cesrate", "6"), ("cesrate", "x"), ("npsrate", "5")):
        odd = sealed(shop, scene.anna.id, verb, one.ref, arg)
        assert "no longer works" in await answer_to(scene.anna, card, odd)
    zoya = shop.playground.user("Зоя", language="ru")
    await zoya.says("/start")
    await zoya.waits_for("Спица", timeout=PATIENCE)
    theirs = sealed(shop, zoya.id, "cesrate", one.ref, "5")
    assert "не работает" in await answer_to(zoya, zoya.sees()[-1], theirs)
    await scene.anna.presses(card, "4")
    await scene.anna.waits_for("Your answer: 4 out of 5", since=0, timeout=PATIENCE)
    await scene.anna.presses("Name the main reason")
    await scene.anna.waits_for("main reason for your score", timeout=PATIENCE)
    await scene.anna.sends("voice")
    await scene.anna.waits_for("The people in charge will read", since=0, timeout=PATIENCE)
    assert (await surveys(shop, "ces"))[0].score == 4
    shop.clock.passes(days=29)
    late = sealed(shop, scene.anna.id, "surveywhy", one.ref)
    assert "More than four weeks" in await answer_to(scene.anna, card, late)


@pytest.mark.parametrize("what", ["banned", "blocked", "erased", "complains"])
async def test_some_are_not_asked(shop: Shop, what: str) -> None:
    await wants(shop, ces_percent=0)
    scene = await let_down(shop)
    if what == "complains":
        await scene.scores(1)
        await scene.vera.waits_for("Жалоба №2", since=0, timeout=PATIENCE)
    async with shop.app.store.change() as tx:
        customer = (await tx.execute(select(Customer))).scalar_one()
        customer.banned = what == "banned"
        customer.reachable = what != "blocked"
        customer.erased_at = shop.clock() if what == "erased" else None
    shop.clock.passes(hours=80)
    await shop.app.desk.voice.surveys.look(shop.clock())
    assert await notices(shop, "nps") == []
    left = await surveys(shop, "nps")
    assert len(left) == (1 if what == "complains" else 0)
    assert all(one.due_at is not None and one.due_at > shop.clock() for one in left)
    assert sees(scene.anna, "посоветуете") == 0


async def test_whoever_was_spared_a_score_is_not_counted_as_asked(shop: Shop) -> None:
    now = shop.clock()
    async with shop.app.store.change() as tx:
        one = await past(tx, shop)
        for score in (5, None):
            await one.ticket(now - timedelta(days=1), score=score)
        spared = await one.ticket(now - timedelta(days=1), asked=False)
        tx.add(Rating(ticket_id=spared.id, asked_at=now - timedelta(hours=20)))
    async with shop.looks() as tx:
        rows = await figures.ratings(tx, [now - timedelta(days=7), now])
    assert [(row[4], row[9]) for row in rows] == [(2, 1)]
