"""Customers as rows that are easy to add and to count."""

from datetime import UTC, datetime

from sqlalchemy import select

from models.people import Customer
from models.store import Store

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def customer(tg_id: int) -> Customer:
    return Customer(tg_id=tg_id, created_at=NOW, seen_at=NOW)


async def adds(store: Store, *tg_ids: int) -> None:
    async with store.change() as tx:
        tx.add_all([customer(tg_id) for tg_id in tg_ids])


async def stored(store: Store) -> set[int]:
    async with store.look() as tx:
        return set((await tx.execute(select(Customer.tg_id))).scalars())
