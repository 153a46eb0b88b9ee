"""Somebody is let down: a resolved ticket with stars under it, and those who follow complaints."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from models import queues
from models.memory.complaints import Complaint
from models.memory.notices import Notice
from playground.messages import Message
from playground.people import Person
from services.shop import FACTS
from services.voice.sections import sections
from tests.customer.conversation import DELIVERY, button, takes, toast
from tests.desk import Shop

PATIENCE = 60.0
ASKS = {"ru": "Вопрос решён?", "en": "Is your question solved?"}


@dataclass
class LetDown:
    """Anna's ticket has been resolved by Boris; Vera is the supervisor."""

    shop: Shop
    anna: Person
    boris: Person
    vera: Person
    group: Any

    @property
    def card(self) -> Message:
        """The card with the stars."""
        return next(one for one in self.anna.sees() if any("⭐" in text for text in one.buttons))

    async def scores(self, score: int) -> str:
        """Anna taps a score; what the tap was answered with."""
        card = self.card
        return await toast(await self.anna.presses(card, data=button(card, f"{score} ⭐")))


async def let_down(shop: Shop, language: str = "ru") -> LetDown:
    """A resolved ticket, and the question how it went."""
    boris = await shop.agent("Борис", "orders")
    vera = await shop.agent("Вера", "care", role="supervisor")
    group = await shop.group("Заказы", "orders", boris, vera)
    anna = shop.playground.user("Анна", language=language)
    await anna.says(DELIVERY)
    await anna.waits_for("№1", timeout=PATIENCE)
    await takes(shop, boris, group)
    await boris.presses("✅ Решено")
    await anna.waits_for(ASKS[language], timeout=PATIENCE)
    return LetDown(shop, anna, boris, vera, group)


async def complaints(shop: Shop) -> Sequence[Complaint]:
    """Every complaint, as stored."""
    async with shop.looks() as tx:
        return (await tx.execute(select(Complaint).order_by(Complaint.id))).scalars().all()


async def notices(shop: Shop, kind: str) -> Sequence[Notice]:
    """What the shop wishes to write of its own accord."""
    async with shop.looks() as tx:
        found = select(Notice).where(Notice.kind == kind).order_by(Notice.id)
        return (await tx.execute(found)).scalars().all()


async def wants(shop: Shop, **given: Any) -> None:
    """The shop's file says so, and no quiet hours hold what is asked."""
    async with shop.app.store.change() as tx:
        known = await queues.read_setting(tx, FACTS) or {}
        fresh = sections({"feedback": given}) | {"privacy": {"quiet": "00:00-00:00"}}
        await queues.write_setting(tx, FACTS, {**known, **fresh})
    await shop.app.book.renew()


def sees(person: Person, words: str) -> int:
    """How many messages before somebody's eyes say something."""
    return sum(words in one.text for one in person.sees())
