"""Rows whose time is over go, a page at a time: the one who writes is never held up for long."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.own.terms import T, Term

PAGE = 100


@dataclass(frozen=True, slots=True)
class Page:
    """Keys of rows that are to go, and where the walk goes on; None at its end."""

    keys: list[Any]
    after: Any | None


async def look(tx: AsyncSession, term: Term, after: Any, before: datetime) -> Page:
    """The next rows by key, and which of them are older than a moment and may go.

    The row with the highest key always stays: SQLite would give its number again.
    """
    table, key = T[term.table], term.key
    moment = table.c[term.column]
    newest = select(func.max(key)).scalar_subquery()
    goes = (term.condition(table) & (key < newest)).label("goes")
    walk = select(key, moment, goes).where(key > after).order_by(key).limit(PAGE)
    rows = (await tx.execute(walk)).all()
    old = [row for row in rows if row[1] is not None and row[1] < before]
    keys = [row[0] for row in old if row[2]]
    young = term.in_order and any(row[1] is not None and row[1] >= before for row in rows)
    ended = young or len(rows) < PAGE
    return Page(keys, None if ended else rows[-1][0])


async def purge(tx: AsyncSession, term: Term, keys: Collection[Any], before: datetime) -> int:
    """Take these rows away if they may still go; how many went."""
    table, key = T[term.table], term.key
    moment = table.c[term.column]
    still = select(key).where(key.in_(keys), moment < before, term.condition(table))
    sure = list(await tx.scalars(still))
    if not sure:
        return 0
    if term.emptied:
        await tx.execute(update(table).where(key.in_(sure)).values(term.emptied))
        return len(sure)
    for name, column in term.before:
        await tx.execute(delete(T[name]).where(T[name].c[column].in_(sure)))
    for name, column in term.loosened:
        loosened = update(T[name]).where(T[name].c[column].in_(sure))
        await tx.execute(loosened.values({column: None}))
    await tx.execute(delete(table).where(key.in_(sure)))
    if term.after is not None:
        await term.after(tx)
    return len(sure)


async def count(tx: AsyncSession, term: Term, before: datetime) -> int:
    """How many rows would go."""
    table, key = T[term.table], term.key
    newest = select(func.max(key)).scalar_subquery()
    old = (
        select(func.count())
        .select_from(table)
        .where(table.c[term.column] < before, key < newest, term.condition(table))
    )
    return int(await tx.scalar(old) or 0)
