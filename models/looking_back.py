"""What a chat sent after an update, looked up again: the rest of an album, later edits."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox import Inbox


async def stored_after(
    tx: AsyncSession, lane: int, first: int, last: int, limit: int = 30
) -> list[tuple[int, Any]]:
    """Bodies of one chat's updates stored from one row to another, in order."""
    statement = (
        select(Inbox.id, Inbox.body)
        .where(Inbox.id >= first, Inbox.id <= last, Inbox.lane == lane, Inbox.has_body)
        .order_by(Inbox.id)
        .limit(limit)
    )
    return [tuple(row) for row in (await tx.execute(statement)).all()]


async def edits_of(
    tx: AsyncSession, lane: int, after: int, messages: Collection[int]
) -> dict[int, Any]:
    """How messages of a chat read now that were edited after a row was stored, by their number."""
    number = Inbox.body[("edited_message", "message_id")].as_integer()
    statement = (
        select(Inbox.body)
        .where(Inbox.id > after, Inbox.lane == lane, Inbox.has_body, number.in_(messages))
        .order_by(Inbox.id)
    )
    edits = [body["edited_message"] for body in (await tx.execute(statement)).scalars()]
    return {one["message_id"]: one for one in edits}
