"""A person's data destroyed, table by table as the inventory says, within one change."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    String,
    Table,
    and_,
    cast,
    delete,
    func,
    literal,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory import unread
from models.own import sparing
from models.own.entry import DELETE, EMPTY, GONE_REF, NOBODY, NOW, PSEUDONYM, Entry
from models.own.erasure import BEYOND, Erasure
from models.own.inventory import PERSONAL, table_of
from models.own.reach import Person, belongs, ended, orders_under_way
from models.schema import metadata
from models.sqlite_link import SLOW
from models.trade.orders import Order

ENDS = ("resolved_at", "closed_at")


def _in_order() -> list[Entry]:
    """Whatever points at others before them; the person's own row is left to the end."""
    depth = {table.name: number for number, table in enumerate(metadata.sorted_tables)}
    rows = [one for one in PERSONAL if one.table != "customer"]
    loose = [one for one in rows if not table_of(one).foreign_keys]
    tied = [one for one in rows if table_of(one).foreign_keys]
    return loose + sorted(tied, key=lambda one: -depth[one.table])


async def under_way(tx: AsyncSession, person: Person) -> list[int]:
    """The numbers of a person's orders that have not ended."""
    statement = select(Order.id).where(orders_under_way(person)).order_by(Order.id)
    return list(await tx.scalars(statement))


async def erase(tx: AsyncSession, erasure: Erasure) -> bool:
    """Destroy everything that may go now; True when nothing waits for an order under way."""
    waits = bool(await under_way(tx, erasure.person))
    await sparing.stop_promises(tx, erasure)
    await sparing.rename_groups(tx, erasure)
    await sparing.drop_drafts(tx, erasure)
    for entry in _in_order():
        which = and_(belongs(entry, erasure.person), sparing.not_in_use(entry, erasure))
        if entry.waits:
            which = and_(which, ended(entry, erasure.person))
        await _work(tx, erasure, entry, which)
    erasure.count("wish_group", "emptied", await unread.forget_centres(tx))
    await sparing.end_customer(tx, erasure, waits)
    return not waits


async def _work(
    tx: AsyncSession, erasure: Erasure, entry: Entry, which: ColumnElement[bool]
) -> None:
    table = table_of(entry)
    if entry.table == "message":
        await sparing.keep_numbers(tx, erasure)
    if entry.erase == DELETE:
        gone = delete(table).where(which).prefix_with(SLOW, dialect="sqlite")
        erasure.count(entry.table, "deleted", await tx.execute(gone))
    elif entry.erase == EMPTY:
        emptied = update(table).where(which).values(values_of(erasure, table, entry.emptied))
        result = await tx.execute(emptied.prefix_with(SLOW, dialect="sqlite"))
        erasure.count(entry.table, "emptied", result)
    else:
        kept = await tx.scalar(select(func.count()).select_from(table).where(which))
        erasure.add(entry.table, "kept", kept or 0)


def values_of(erasure: Erasure, table: Table, emptied: Mapping[str, Any]) -> dict[str, Any]:
    """What is put in the place of what goes."""
    meant = {
        NOBODY: erasure.nobody_id,
        PSEUDONYM: literal(BEYOND) - table.c.id,
        GONE_REF: literal("gone-") + cast(table.c.id, String),
        NOW: erasure.now,
    }
    values = {
        column: meant[value] if type(value) is object else value
        for column, value in emptied.items()
    }
    for column in set(ENDS) & set(values):
        now = literal(erasure.now, table.c[column].type)
        values[column] = func.coalesce(table.c[column], now)
    return values
