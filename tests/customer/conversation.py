"""What the customers' tests look at: what is stored, and what a person sees."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select

from models.labels import Label
from models.messages import Message
from models.opinions import Rating
from models.people import Customer
from playground.messages import Message as Shown
from playground.people import Person
from playground.queries import Query
from tests.desk import Shop

DELIVERY = "сколько стоит доставка курьером в Тверь и сколько дней она идёт?"
STOCK = "есть ли в наличии горный велосипед, рама 19, чёрный?"
WHERE = "где мой заказ 4512, когда его привезут?"


async def stored(shop: Shop, row: type[Any]) -> Sequence[Any]:
    """Every row of a table, in order."""
    async with shop.looks() as tx:
        return (await tx.execute(select(row).order_by(row.id))).scalars().all()


async def messages(shop: Shop) -> Sequence[Message]:
    """Everything that was said."""
    return await stored(shop, Message)


async def labels(shop: Shop) -> Sequence[Label]:
    """What was said to be about what."""
    return await stored(shop, Label)


async def rating(shop: Shop) -> Rating:
    """The only rating."""
    async with shop.looks() as tx:
        return (await tx.execute(select(Rating))).scalar_one()


async def customer(shop: Shop, person: Person) -> Customer:
    """A person as the shop knows them."""
    async with shop.looks() as tx:
        return (await tx.execute(select(Customer).where(Customer.tg_id == person.id))).scalar_one()


async def how_many(shop: Shop, row: type[Any]) -> int:
    """How many rows a table has."""
    async with shop.looks() as tx:
        return int(await tx.scalar(select(func.count()).select_from(row)) or 0)


def reactions(person: Person) -> list[str]:
    """What the bot reacted with to a person's messages, in their order."""
    own = [one for one in person.sees() if one.sender is person.user]
    return ["".join(one.reactions.values()) for one in own]


def texts(person: Person) -> list[str]:
    """What the bot has said to a person, as it stands now."""
    return [one.text or "" for one in person.sees() if one.sender is not person.user]


async def toast(query: Query) -> str:
    """What a press was answered with."""
    return str((await query.answered()).get("text") or "")


def button(message: Shown, text: str) -> str:
    """What a button with this text carries."""
    rows = [one for row in message.button_rows for one in row]
    return next(str(one["callback_data"]) for one in rows if text in one["text"])


async def takes(shop: Shop, agent: Person, group: object, number: int = 1) -> None:
    """An agent takes a ticket from the board of the group."""
    await agent.waits_for(f"№{number}", chat=group, since=0)  # type: ignore[arg-type]
    await agent.presses(f"Взять №{number}")
    await shop.settles()
