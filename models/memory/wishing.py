"""What stories of wishes ask: groups with their counts, examples, weeks, who wished."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, case, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.consents import NEWS, Consent
from models.memory.figures import week_of, within
from models.memory.notices import Notice
from models.memory.wishes import Wish, WishGroup
from models.people import Customer
from models.sqlite_link import SLOW
from models.tickets import Ticket

# One person once, however often they ask; a wish without a person counts for itself.
WHO = func.count(func.coalesce(Wish.customer_id, -Wish.id).distinct())
SEEN = Wish.hidden.is_(False)
OWN = case((Wish.message_id.is_not(None), Wish.id))  # in the customer's words, not the staff's

TWICE = "told-twice:"


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


async def told_as(tx: AsyncSession, old: str, new: str) -> None:
    """Who was told one thing counts as told another; who was told both has one notice too many."""
    both = select(Notice.customer_id).where(Notice.dedup == new)
    same = update(Notice).where(Notice.dedup == old)
    await tx.execute(same.where(Notice.customer_id.in_(both)).values(dedup=TWICE + Notice.ref))
    await tx.execute(same.values(dedup=new))


def _untold(group_id: int, dedup: str) -> Select[*tuple[Any, ...]]:
    told = select(Notice.customer_id).where(Notice.dedup == dedup)
    return (
        select(Wish.customer_id, func.max(OWN).label("last"))
        .join(Customer, Customer.id == Wish.customer_id)
        .where(Wish.group_id == group_id, SEEN, Wish.customer_id.not_in(told))
        .where(Customer.erased_at.is_(None), Customer.banned.is_(False))
        .group_by(Wish.customer_id)
    )


def _willing(group_id: int, dedup: str) -> Select[*tuple[Any, ...]]:
    return (
        _untold(group_id, dedup)
        .join(Consent, Consent.customer_id == Wish.customer_id)
        .where(Consent.purpose == NEWS, Consent.given, Customer.reachable)
    )


async def count_untold(tx: AsyncSession, group_id: int, dedup: str) -> tuple[int, int]:
    """How many people wished for it and were not told; how many of them agreed to news."""
    found = [
        await tx.scalar(select(func.count()).select_from(one(group_id, dedup).subquery()))
        for one in (_untold, _willing)
    ]
    return int(found[0] or 0), int(found[1] or 0)


async def untold(
    tx: AsyncSession, group_id: int, dedup: str, most: int
) -> list[tuple[int, str | None]]:
    """Who wished for it, agreed to news and was not told: the customer's id and last own words.

    None for words where only staff wrote the wish down.
    """
    inner = _willing(group_id, dedup).order_by(Wish.customer_id).limit(most).subquery()
    statement = select(inner.c.customer_id, Wish.text).join_from(
        inner, Wish, Wish.id == inner.c.last, isouter=True
    )
    return [(int(row[0]), row[1]) for row in (await tx.execute(statement)).all()]
