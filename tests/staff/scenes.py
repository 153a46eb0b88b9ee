"""Scenes that the staff's tests begin with, and what they look at afterwards."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from models.labels import Label
from models.messages import Message as Stored
from models.tickets import Ticket
from playground.messages import Message
from playground.people import Person
from playground.queries import Query
from tests.desk import Shop

QUESTION = "сколько стоит доставка в Тверь и сколько дней идёт?"
PATIENCE = 60.0


@dataclass
class Scene:
    """A customer and an agent; in a forum the ticket's topic as well."""

    shop: Shop
    boris: Person
    anna: Person
    group: Any = None

    @property
    def where(self) -> Any:
        """The chat of the conversation."""
        return self.group

    async def thread(self) -> int | None:
        return (await self.shop.tickets())[0].place_thread_id

    async def writes(self, text: str, **more: Any) -> Message:
        """The agent, where the conversation is."""
        if self.group is not None:
            return await self.boris.says(text, chat=self.group, thread=await self.thread(), **more)
        return await self.boris.says(text, reply_to=await self.question(), **more)

    async def question(self) -> Message:
        """The customer's first message, as the agent sees it."""
        place = self.group or self.shop.playground.bot
        return next(one for one in self.boris.sees(chat=place) if one.text == QUESTION)

    def customer_sees(self) -> str:
        """Every word before the customer's eyes."""
        return "\n".join(message.text for message in self.anna.sees())


async def asks(shop: Shop, name: str = "Анна", text: str = QUESTION) -> Person:
    """A customer writes and is acknowledged."""
    anna = shop.playground.user(name, language="ru")
    await anna.says(text)
    await anna.waits_for("№", timeout=PATIENCE)
    return anna


async def in_forum(shop: Shop, *, colleagues: tuple[Person, ...] = ()) -> Scene:
    """A question taken in a forum; the topic stands with the history."""
    boris = await shop.agent("Борис", "orders")
    group = await shop.group("Заказы", "orders", boris, *colleagues)
    anna = await asks(shop)
    await boris.waits_for("№1", chat=group, timeout=PATIENCE)
    await boris.presses("Взять №1", chat=group)
    await boris.waits_for("доставка в Тверь", chat=group, timeout=PATIENCE, since=boris.mark)
    await shop.settles()
    return Scene(shop, boris, anna, group)


async def in_private(shop: Shop, *, plain_group: bool = True) -> Scene:
    """A question taken in a plain group; the conversation is in the agent's private chat."""
    boris = await shop.agent("Борис", "orders")
    if plain_group:
        group = await shop.group("Заказы", "orders", boris, forum=False)
        anna = await asks(shop)
        await boris.waits_for("№1", chat=group, timeout=PATIENCE)
        await boris.presses("Взять №1", chat=group)
    else:
        anna = await asks(shop)
        await boris.says("/take 1")
    await boris.waits_for(
        lambda message: message.text == QUESTION, chat=shop.playground.bot, timeout=PATIENCE
    )
    await shop.settles()
    return Scene(shop, boris, anna)


async def ticket(shop: Shop, number: int = 1) -> Ticket:
    """A ticket, as stored."""
    return (await shop.tickets())[number - 1]


async def said(shop: Shop, side: str) -> list[Stored]:
    """What one side said, as stored."""
    async with shop.looks() as tx:
        rows = select(Stored).where(Stored.side == side).order_by(Stored.id)
        return list((await tx.execute(rows)).scalars())


async def labels(shop: Shop) -> list[Label]:
    """Labels, as stored."""
    async with shop.looks() as tx:
        return list((await tx.execute(select(Label).order_by(Label.id))).scalars())


async def toast(press: Query) -> str:
    """What the pressed button answered."""
    return str((await press.answered(timeout=PATIENCE)).get("text") or "")
