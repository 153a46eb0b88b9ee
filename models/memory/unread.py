"""What finding wishes asks: messages not read yet, wishes without a group, the groups' centres."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Result, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.wishes import Wish, WishGroup
from models.messages import CUSTOMER, Message
from models.people import Customer
from models.tickets import Ticket

MOST_GROUPS = 5000


@dataclass(frozen=True, slots=True)
class Said:
    """A customer's message that nobody has looked for wishes in."""

    id: int
    ticket_id: int
    customer_id: int
    product_id: int | None
    text: str
    at: datetime


async def newest_message(tx: AsyncSession) -> int:
    """The number of the last message, 0 before the first."""
    return int(await tx.scalar(select(func.max(Message.id))) or 0)


async def said_after(tx: AsyncSession, mark: int, most: int) -> list[Said]:
    """Customers' messages after one, the oldest first; spam and strangers' words left out."""
    statement = (
        select(
            Message.id,
            Message.ticket_id,
            Ticket.customer_id,
            Ticket.product_id,
            Message.text,
            Message.said_at,
        )
        .join_from(Message, Ticket, Ticket.id == Message.ticket_id)
        .join(Customer, Customer.id == Ticket.customer_id)
        .where(Message.id > mark, Message.side == CUSTOMER, Message.text != "")
        .where(Ticket.spam.is_(False), Customer.banned.is_(False), Customer.erased_at.is_(None))
        .order_by(Message.id)
        .limit(most)
    )
    return [Said(*row) for row in (await tx.execute(statement)).all()]


async def still_said(tx: AsyncSession, said: Sequence[Said]) -> set[int]:
    """The numbers of those messages that still say the same and are still the same customer's."""
    statement = (
        select(Message.id, Ticket.customer_id, Message.text)
        .join_from(Message, Ticket, Ticket.id == Message.ticket_id)
        .where(Message.id.in_([one.id for one in said]))
    )
    now = {row[0]: (row[1], row[2]) for row in (await tx.execute(statement)).all()}
    return {one.id for one in said if now.get(one.id) == (one.customer_id, one.text)}


async def put(tx: AsyncSession, values: dict[str, Any]) -> int | None:
    """A new wish's id; None when its message was noted before."""
    insert = postgresql.insert if tx.get_bind().dialect.name == "postgresql" else sqlite.insert
    statement = (
        insert(Wish)
        .values({"hidden": False, **values})
        .on_conflict_do_nothing(index_elements=["message_id"])
        .returning(Wish.id)
    )
    found: int | None = await tx.scalar(statement)
    return found


async def ungrouped(tx: AsyncSession, most: int) -> list[Wish]:
    """Wishes that belong to no group yet, the oldest first."""
    statement = (
        select(Wish)
        .where(Wish.group_id.is_(None), Wish.hidden.is_(False))
        .order_by(Wish.id)
        .limit(most)
    )
    return list(await tx.scalars(statement))


async def centres(tx: AsyncSession) -> list[tuple[int, bytes, int]]:
    """(group's id, its centre, how many wishes), those that changed last first."""
    many = select(func.count()).where(Wish.group_id == WishGroup.id).scalar_subquery()
    statement = (
        select(WishGroup.id, WishGroup.centre, many)
        .where(WishGroup.centre.is_not(None))
        .order_by(WishGroup.changed_at.desc())
        .limit(MOST_GROUPS)
    )
    return [(int(a), bytes(b or b""), int(c)) for a, b, c in (await tx.execute(statement)).all()]


async def forget_centres(tx: AsyncSession) -> Result[Any]:
    """A group whose last wish is gone keeps no vector of it; its name may be the shop's own."""
    left = exists().where(Wish.group_id == WishGroup.id)
    bare = update(WishGroup).where(WishGroup.centre.is_not(None), ~left)
    return await tx.execute(bare.values(centre=None).execution_options(synchronize_session=False))
