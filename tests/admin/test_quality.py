"""How the model does: the card, Monday's message, the alarm; each once, each in one's language."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from models.journal import record
from models.outbox import Outbox
from models.people import Customer, Staff
from models.tickets import Ticket
from playground.people import Person
from services.weeks import Weeks
from tests.conftest import OpenShop
from tests.customer.conversation import toast
from tests.desk import Shop

MONDAY = datetime(2031, 11, 17, 7, tzinfo=UTC)  # 10:00 in Moscow, far from all that was seeded
FIRST = [["delivery", 0.9], ["refund", 0.05]]


def painted(shop: Shop) -> list[tuple[str, str]]:
    """Pictures drawn from now on, by folder and language; files appear, nothing is drawn."""
    drawn: list[tuple[str, str]] = []

    def paint(found: Weeks, titles: Mapping[str, str], language: str, folder: Path) -> None:
        drawn.append((folder.name, language))
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("weeks", "drift"):
            (folder / f"{name}.png").write_bytes(b"\x89PNG picture")

    shop.app.desk.quality.paint = paint
    return drawn


async def tickets(shop: Shop, at: datetime, right: int, wrong: int = 0, asked: int = 0) -> None:
    """Tickets that the model routed, so many of them moved on, and some that it asked about."""
    topic = shop.app.book.shop.topics["delivery"]
    async with shop.app.store.change() as tx:
        customer = await tx.scalar(select(Customer).limit(1))
        if customer is None:
            customer = Customer(tg_id=5, created_at=at, seen_at=at)
            tx.add(customer)
            await tx.flush()
        fates = ["right"] * right + ["wrong"] * wrong + ["asked"] * asked
        rows = [
            Ticket(
                ref=f"{at:%m%d%H}-{number}",
                customer_id=customer.id,
                queue_id=topic.queue_id,
                topic_id=topic.id,
                state="resolved",
                subject="вопрос",
                decision="ask" if fate == "asked" else "route",
                probability=0.9,
                runners_up=FIRST,
                opened_at=at,
                changed_at=at,
            )
            for number, fate in enumerate(fates)
        ]
        tx.add_all(rows)
        await tx.flush()
        for row, fate in zip(rows, fates, strict=True):
            if fate == "wrong":
                record(tx, at, 1, "transfer", row.id, old=1, new=2)


async def told(shop: Shop, key: str) -> list[tuple[int, str]]:
    """Who was told a sentence, and in which language."""
    async with shop.looks() as tx:
        found = await tx.execute(select(Outbox.chat_id, Outbox.payload).order_by(Outbox.id))
        rows = found.all()
    return [(chat, row["language"]) for chat, row in rows if row.get("key") == key]


async def albums(shop: Shop) -> list[int]:
    async with shop.looks() as tx:
        return list(await tx.scalars(select(Outbox.chat_id).where(Outbox.kind == "album")))


def turns_to(shop: Shop, moment: datetime) -> datetime:
    """The clock jumps there; the ticks see it, too."""
    shop.clock.ahead = moment - datetime.now(UTC)
    return moment


def _picture(caption: str) -> Callable[[Any], bool]:
    return lambda one: one.kind == "photo" and caption in one.json().get("caption", "")


async def reaches(shop: Shop, person: Person, reachable: bool) -> None:
    """Whether the bot may write to somebody."""
    async with shop.app.store.change() as tx:
        row = await tx.scalar(select(Staff).where(Staff.tg_id == person.id))
        assert row is not None
        row.reachable = reachable
    await shop.app.directory.renew()


async def opens_card(olga: Person) -> None:
    await olga.says("/model")
    await olga.waits_for("Модель, которая понимает сообщения")
    await olga.presses("📈 Как справляется")


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
    await tickets(shop, begun, 40, 20, 20)
    await opens_card(olga)
    said = await olga.waits_for("эта неделя")
    assert "Обращений: 80 (обычно за неделю 60)" in said.text
    assert "Сама отправила в отдел: 75 % (было 83 %)" in said.text
    assert "Переспросила покупателя: 25 % (было 17 %)" in said.text
    assert "сразу куда надо: 67 % (было 90 %)" in said.text
    assert "🔻" in said.text
    await olga.presses("Картинкой")
    for caption in ("Как модель справляется", "О чём пишут"):
        picture = await olga.waits_for(_picture(caption))
        assert picture.json()["photo"][-1]["width"] == 1080


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
    assert "Обращений: 63" in said.text and "сразу куда надо: 95 %" in said.text
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
        assert "80. Сразу куда надо попало 75 %" in said.text and "96 %" in said.text


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
        row = await tx.scalar(select(Staff).where(Staff.tg_id == boris.id))
        assert row is not None
        row.role = "agent"
    await boris.presses("Картинкой")
    await shop.settles()
    assert await albums(shop) == [] and len(drawn) <= 1
