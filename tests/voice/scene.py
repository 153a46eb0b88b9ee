"""Somebody is let down: a resolved ticket with stars under it, and those who follow complaints."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from models.memory.complaints import Complaint
from models.memory.notices import WAITING, Notice
from models.people import Customer
from playground.messages import Message
from playground.people import Person
from services import promises
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


async def lets_through(shop: Shop, kind: str) -> int:
    """The gate opens for what is due of a kind: how many cards were promised."""
    now, count = shop.clock(), 0
    async with shop.app.store.change() as tx:
        due = select(Notice).where(
            Notice.kind == kind, Notice.state == WAITING, Notice.not_before <= now
        )
        for one in (await tx.execute(due)).scalars():
            customer = await tx.get_one(Customer, one.customer_id)
            card, subject = one.payload["card"], one.payload["id"]
            await promises.show(tx, now, customer.tg_id, card, subject)
            one.state, one.settled_at = "sent", now
            count += 1
    return count


def sees(person: Person, words: str) -> int:
    """How many messages before somebody's eyes say something."""
    return sum(words in one.text for one in person.sees())
