"""Weeks that a shop has behind it, for tests of how its model does."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from models.journal import record
from models.outbox import Outbox
from models.people import Customer, Staff
from models.tickets import Ticket
from playground.people import Person
from services.weeks import Weeks
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


async def tickets(
    shop: Shop, at: datetime, right: int, wrong: int = 0, asked: int = 0, unseen: int = 0
) -> None:
    """Tickets that the model routed, so many of them moved on, and some that it asked about.

    `unseen`: routed as well, and nobody has worked on them.
    """
    topic = shop.app.book.shop.topics["delivery"]
    async with shop.app.store.change() as tx:
        customer = await tx.scalar(select(Customer).limit(1))
        if customer is None:
            customer = Customer(tg_id=5, created_at=at, seen_at=at)
            tx.add(customer)
            await tx.flush()
        fates = ["right"] * right + ["wrong"] * wrong + ["asked"] * asked
        fates += ["unseen"] * unseen
        rows = [
            Ticket(
                ref=f"{at:%m%d%H}-{number}",
                customer_id=customer.id,
                queue_id=topic.queue_id,
                topic_id=topic.id,
                state="resolved",
                resolved_at=None if fate == "unseen" else at,
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
    """Who was sent pictures."""
    async with shop.looks() as tx:
        return list(await tx.scalars(select(Outbox.chat_id).where(Outbox.kind == "album")))


def turns_to(shop: Shop, moment: datetime) -> datetime:
    """The clock jumps there; the ticks see it, too."""
    shop.clock.ahead = moment - datetime.now(UTC)
    return moment


def picture(caption: str) -> Callable[[Any], bool]:
    """A message that is a picture with such a caption."""
    return lambda one: one.kind == "photo" and caption in one.json().get("caption", "")


async def reaches(shop: Shop, person: Person, reachable: bool) -> None:
    """Whether the bot may write to somebody."""
    async with shop.app.store.change() as tx:
        row = await tx.scalar(select(Staff).where(Staff.tg_id == person.id))
        assert row is not None
        row.reachable = reachable
    await shop.app.directory.renew()


async def opens_card(olga: Person) -> None:
    """From the list of models to how they do."""
    await olga.says("/model")
    await olga.waits_for("Модель, которая понимает сообщения")
    await olga.presses("📈 Как справляется")
