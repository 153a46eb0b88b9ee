"""How the model does: the card, Monday's message, the alarm; each once, each in one's language."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from models.people import Staff
from services.quality import Quality
from tests.admin.past_weeks import (
    MONDAY,
    albums,
    opens_card,
    painted,
    picture,
    reaches,
    tickets,
    told,
    turns_to,
)
from tests.conftest import OpenShop
from tests.customer.conversation import toast
from tests.desk import Shop


async def test_an_empty_shop_reads_a_friendly_sentence(shop: Shop) -> None:
    olga = await shop.admin()
    await opens_card(olga)
    said = await olga.waits_for("Обращений пока не было")
    assert "%" not in said.text
    assert said.buttons == ["← Назад"]
    await olga.presses("Назад")
    await olga.waits_for("Все версии")
    quality = shop.app.desk.quality
    await quality.weekly(turns_to(shop, MONDAY))
    await quality.alarm(MONDAY)
    assert await told(shop, "quality-weekly") == [] == await told(shop, "quality-alarm")


async def test_this_week_against_the_last_four(taught_anywhere: Shop) -> None:
    """On both databases; the pictures are really drawn."""
    shop = taught_anywhere
    olga = await shop.admin()
    now = shop.clock()
    zone = shop.app.book.shop.zone
    begun = (now.astimezone(zone) - timedelta(days=now.astimezone(zone).weekday())).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    for back in (1, 2):
        await tickets(shop, begun - timedelta(days=7 * back - 1), 45, 5, 10)
    await tickets(shop, begun - timedelta(weeks=5), 0, 90)
    await tickets(shop, begun, 40, 20, 14, unseen=6)
    await opens_card(olga)
    said = await olga.waits_for("эта неделя")
    assert "Обращений: 80 (обычно за неделю 60)" in said.text
    assert "Сама отправила в отдел: 82\u00a0% (было 83\u00a0%)" in said.text
    assert "Переспросила покупателя: 18\u00a0% (было 17\u00a0%)" in said.text
    assert "Проверено делом 60 из 66 отправленных, из них" in said.text
    assert "сразу куда надо: 67\u00a0% (было 90\u00a0%)" in said.text
    assert "🔻" in said.text
    await olga.presses("Картинкой")
    for caption in ("Как модель справляется", "О чём пишут"):
        shown = await olga.waits_for(picture(caption))
        assert shown.json()["photo"][-1]["width"] == 1080


async def test_on_monday_at_ten_each_admin_reads_it_once_in_their_language(shop: Shop) -> None:
    drawn = painted(shop)
    olga = await shop.admin()
    ida = await shop.agent("Ida", role="admin", language="en")
    await tickets(shop, MONDAY - timedelta(days=2), 60, 3)
    await tickets(shop, MONDAY - timedelta(hours=8), 1)
    quality = shop.app.desk.quality
    await quality.weekly(turns_to(shop, MONDAY - timedelta(minutes=5)))
    assert await told(shop, "quality-weekly") == [] == drawn
    for later in (0, 0, 1, 60, 86400 * 6):
        await quality.weekly(turns_to(shop, MONDAY + timedelta(seconds=later)))
    assert sorted(await told(shop, "quality-weekly")) == sorted([(olga.id, "ru"), (ida.id, "en")])
    assert set(drawn) == {("week-en", "en"), ("week-ru", "ru")}
    assert sorted(await albums(shop)) == sorted([olga.id, ida.id])
    said = await olga.waits_for("Как модель справилась за неделю · с 10 ноября по 16 ноября")
    assert "Обращений: 63" in said.text and "сразу куда надо: 95\u00a0%" in said.text
    said = await ida.waits_for("How the model did in a week")
    assert "Tickets: 63" in said.text
    await quality.weekly(turns_to(shop, MONDAY + timedelta(days=7)))
    assert len(await told(shop, "quality-weekly")) == 4


async def test_after_downtime_it_comes_late_but_once(shop: Shop, open_shop: OpenShop) -> None:
    """A program that was down on Monday tells on Thursday; one started again tells no more."""
    painted(shop)
    olga = await shop.admin()
    await tickets(shop, MONDAY - timedelta(days=2), 5)
    await shop.app.desk.quality.weekly(turns_to(shop, MONDAY + timedelta(days=3)))
    assert await told(shop, "quality-weekly") == [(olga.id, "ru")]
    await shop.closes()
    again = await open_shop()
    drawn = painted(again)
    await again.app.desk.quality.weekly(turns_to(again, MONDAY + timedelta(days=4)))
    assert await told(again, "quality-weekly") == [(olga.id, "ru")]
    assert drawn == []


async def test_two_programs_at_once_tell_once(shop: Shop) -> None:
    painted(shop)
    olga = await shop.admin()
    await tickets(shop, MONDAY - timedelta(days=5), 96, 4)
    await tickets(shop, MONDAY, 60, 20)
    now = turns_to(shop, MONDAY + timedelta(hours=1))
    programs = [Quality(shop.app.context) for _ in range(3)]
    await asyncio.gather(*(one.weekly(now) for one in programs))
    await asyncio.gather(*(one.alarm(now) for one in programs))
    assert await told(shop, "quality-weekly") == [(olga.id, "ru")]
    assert await told(shop, "quality-alarm") == [(olga.id, "ru")]


async def test_the_clock_brings_the_message(shop: Shop) -> None:
    painted(shop)
    olga = await shop.admin()
    await tickets(shop, MONDAY - timedelta(days=2), 5)
    turns_to(shop, MONDAY + timedelta(minutes=1))
    await olga.waits_for("Как модель справилась за неделю")


async def test_while_no_admin_can_be_told_it_waits(shop: Shop) -> None:
    painted(shop)
    olga = await shop.admin()
    await reaches(shop, olga, False)
    await tickets(shop, MONDAY - timedelta(days=2), 5)
    await shop.app.desk.quality.weekly(turns_to(shop, MONDAY))
    assert await told(shop, "quality-weekly") == []
    await reaches(shop, olga, True)
    await shop.app.desk.quality.weekly(turns_to(shop, MONDAY + timedelta(hours=1)))
    assert await told(shop, "quality-weekly") == [(olga.id, "ru")]


async def test_a_full_disk_costs_the_pictures_not_the_words(shop: Shop) -> None:
    def paint(*given: Any) -> None:
        raise OSError("no space left")

    shop.app.desk.quality.paint = paint
    olga = await shop.admin()
    await tickets(shop, MONDAY - timedelta(days=2), 5)
    await shop.app.desk.quality.weekly(turns_to(shop, MONDAY))
    assert await told(shop, "quality-weekly") == [(olga.id, "ru")]
    assert await albums(shop) == []
    await tickets(shop, shop.clock(), 5)
    await opens_card(olga)
    await olga.waits_for("эта неделя")
    press = await olga.presses("Картинкой")
    assert "Нарисовать не получилось" in await toast(press)


@pytest.mark.parametrize(("wrong", "alarms"), [(20, 1), (3, 0)])
async def test_a_significant_fall_is_told_once_a_week(shop: Shop, wrong: int, alarms: int) -> None:
    olga = await shop.admin()
    await tickets(shop, MONDAY - timedelta(days=4), 96, 4)
    await tickets(shop, MONDAY, 80 - wrong, wrong)
    for hours in (1, 2, 30, 60):
        await shop.app.desk.quality.alarm(turns_to(shop, MONDAY + timedelta(hours=hours)))
    assert await told(shop, "quality-alarm") == [(olga.id, "ru")] * alarms
    if alarms:
        said = await olga.waits_for("Модель стала ошибаться чаще")
        assert "неделе 80. Сразу куда надо попало 75\u00a0%" in said.text
        assert "96\u00a0%" in said.text


async def test_a_fall_of_few_tickets_is_no_alarm(shop: Shop) -> None:
    await shop.admin()
    await tickets(shop, MONDAY - timedelta(days=4), 96, 4)
    await tickets(shop, MONDAY, 20, 29)
    await shop.app.desk.quality.alarm(turns_to(shop, MONDAY + timedelta(hours=1)))
    assert await told(shop, "quality-alarm") == []


async def test_a_former_admin_gets_no_pictures(shop: Shop) -> None:
    drawn = painted(shop)
    boris = await shop.agent("Борис", "orders", role="admin")
    await shop.admin()
    await tickets(shop, shop.clock(), 5)
    await boris.says("/model")
    await boris.waits_for("Модель, которая понимает сообщения")
    await boris.presses("📈 Как справляется")
    await boris.waits_for("эта неделя")
    async with shop.app.store.change() as tx:
        await tx.execute(update(Staff).where(Staff.tg_id == boris.id).values(role="agent"))
    await boris.presses("Картинкой")
    await shop.settles()
    assert await albums(shop) == [] and len(drawn) <= 1
