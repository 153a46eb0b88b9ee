"""What stories of notices ask: put one into a person's line, once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.notices import Notice
from models.memory.profiles import ProductSeen

NOTICES = Notice.metadata.tables["notice"]


async def put(tx: AsyncSession, values: dict[str, Any]) -> int | None:
    """A new notice's id; None when the person was told the same before."""
    insert = postgresql.insert if tx.get_bind().dialect.name == "postgresql" else sqlite.insert
    statement = (
        insert(Notice)
        .values(values)
        .on_conflict_do_nothing(index_elements=["customer_id", "dedup"])
        .returning(Notice.id)
    )
    found: int | None = await tx.scalar(statement)
    return found


def values_of(
    ref: str,
    customer_id: int,
    kind: str,
    dedup: str,
    payload: dict[str, Any],
    now: datetime,
    not_before: datetime,
    expires_at: datetime | None,
) -> dict[str, Any]:
    """A notice that waits, as plain values."""
    return {
        "ref": ref,
        "customer_id": customer_id,
        "kind": kind,
        "dedup": dedup,
        "payload": payload,
        "created_at": now,
        "not_before": not_before,
        "expires_at": expires_at,
    }


async def put_many(tx: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Several new notices at once; what a person was told before is left as it is."""
    insert = postgresql.insert if tx.get_bind().dialect.name == "postgresql" else sqlite.insert
    statement = insert(NOTICES).on_conflict_do_nothing(index_elements=["customer_id", "dedup"])
    if rows:
        await tx.execute(statement, list(rows))


async def told(tx: AsyncSession, customer_id: int, kind: str) -> list[tuple[str, str]]:
    """Every notice of a kind to a person, the oldest first: its state and why."""
    statement = (
        select(Notice.state, Notice.reason)
        .where(Notice.customer_id == customer_id, Notice.kind == kind)
        .order_by(Notice.id)
    )
    return [(str(state), str(reason)) for state, reason in await tx.execute(statement)]


async def seen(tx: AsyncSession, product_id: int) -> bool | None:
    """Whether a product was there when news were last looked for; None before the first time."""
    found: bool | None = await tx.scalar(
        select(ProductSeen.there).where(ProductSeen.product_id == product_id)
    )
    return found
