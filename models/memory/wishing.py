"""What stories of wishes ask: groups with their counts, examples, weeks, who wished."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.figures import week_of, within
from models.memory.notices import Notice
from models.memory.wishes import Wish, WishGroup
from models.people import Customer
from models.sqlite_link import SLOW
from models.tickets import Ticket

# One person once, however often they ask; a wish without a person counts for itself.
WHO = func.count(func.coalesce(Wish.customer_id, -Wish.id).distinct())
SEEN = Wish.hidden.is_(False)


@dataclass(frozen=True, slots=True)
class Counted:
    """A group with how many people wish for it and the words of its first wish."""

    group: WishGroup
    people: int
    words: str

    @property
    def title(self) -> str:
        """The name that somebody gave it, else its first wish."""
        return self.group.title or self.words


def _counted() -> Any:
    return (
        select(Wish.group_id, WHO.label("people"), func.min(Wish.id).label("first"))
        .where(SEEN, Wish.group_id.is_not(None))
        .group_by(Wish.group_id)
        .subquery()
    )


def _groups() -> Select[*tuple[Any, ...]]:
    counted = _counted()
    return (
        select(WishGroup, counted.c.people, Wish.text)
        .prefix_with(SLOW)
        .join(counted, counted.c.group_id == WishGroup.id)
        .join(Wish, Wish.id == counted.c.first)
        .order_by(counted.c.people.desc(), WishGroup.id)
    )


async def groups(tx: AsyncSession, state: str, skip: int, most: int) -> list[Counted]:
    """A page of groups in a state, those that most people wish for first."""
    statement = _groups().where(WishGroup.state == state).offset(skip).limit(most)
    return [Counted(*row) for row in (await tx.execute(statement)).all()]


async def some_groups(tx: AsyncSession, ids: Sequence[int]) -> dict[int, Counted]:
    """Groups by id."""
    rows = (await tx.execute(_groups().where(WishGroup.id.in_(ids)))).all()
    return {row[0].id: Counted(*row) for row in rows}


async def group_by_ref(tx: AsyncSession, ref: str) -> WishGroup | None:
    """The group that a button means, held."""
    found: WishGroup | None = await tx.scalar(
        select(WishGroup).where(WishGroup.ref == ref).with_for_update()
    )
    return found


async def group_seen(tx: AsyncSession, ref: str) -> WishGroup | None:
    """The same, to look at."""
    found: WishGroup | None = await tx.scalar(select(WishGroup).where(WishGroup.ref == ref))
    return found


async def examples(
    tx: AsyncSession, group_id: int, skip: int, most: int
) -> list[tuple[Wish, str | None]]:
    """A group's wishes with the references of their tickets, the newest first."""
    statement = (
        select(Wish, Ticket.ref)
        .join(Ticket, Ticket.id == Wish.ticket_id, isouter=True)
        .where(Wish.group_id == group_id, SEEN)
        .order_by(Wish.created_at.desc(), Wish.id.desc())
        .offset(skip)
        .limit(most)
    )
    return [(row[0], row[1]) for row in (await tx.execute(statement)).all()]


async def by_week(
    tx: AsyncSession, bounds: Sequence[datetime], group_id: int | None = None
) -> dict[int, dict[int, int]]:
    """How many people wished, by group and week; week n lasts from bounds[n] to bounds[n + 1]."""
    week = week_of(Wish.created_at, bounds).label("week")
    each = select(Wish.group_id, week, func.coalesce(Wish.customer_id, -Wish.id).label("who"))
    each = each.where(within(Wish.created_at, bounds), SEEN, Wish.group_id.is_not(None))
    if group_id is not None:
        each = each.where(Wish.group_id == group_id)
    rows = each.distinct().subquery()
    statement = (
        select(rows.c.group_id, rows.c.week, func.count())
        .prefix_with(SLOW)
        .group_by(rows.c.group_id, rows.c.week)
    )
    found: dict[int, dict[int, int]] = {}
    for group, number, many in (await tx.execute(statement)).all():
        found.setdefault(int(group), {})[int(number)] = int(many)
    return found


async def move(tx: AsyncSession, source: int, target: int) -> None:
    """Every wish of one group belongs to another; the empty one is gone."""
    await tx.execute(update(Wish).where(Wish.group_id == source).values(group_id=target))
    await tx.execute(delete(WishGroup).where(WishGroup.id == source))


def _untold(group_id: int, dedup: str) -> Select[*tuple[Any, ...]]:
    told = select(Notice.customer_id).where(Notice.dedup == dedup)
    return (
        select(Wish.customer_id, func.max(Wish.id).label("last"))
        .join(Customer, Customer.id == Wish.customer_id)
        .where(Wish.group_id == group_id, SEEN, Wish.customer_id.not_in(told))
        .where(Customer.erased_at.is_(None), Customer.banned.is_(False))
        .group_by(Wish.customer_id)
    )


async def count_untold(tx: AsyncSession, group_id: int, dedup: str) -> int:
    """How many people wished for it and were not told."""
    inner = _untold(group_id, dedup).subquery()
    return int(await tx.scalar(select(func.count()).select_from(inner)) or 0)


async def untold(tx: AsyncSession, group_id: int, dedup: str, most: int) -> list[tuple[int, str]]:
    """Who wished for it and was not told: the customer's id and their own last words."""
    inner = _untold(group_id, dedup).limit(most).subquery()
    statement = select(inner.c.customer_id, Wish.text).join_from(
        inner, Wish, Wish.id == inner.c.last
    )
    return [(int(row[0]), str(row[1])) for row in (await tx.execute(statement)).all()]
