"""What Telegram sent: stored before Telegram is told so, handled in the order of each chat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Index,
    String,
    UniqueConstraint,
    bindparam,
    func,
    select,
    text,
)
from sqlalchemy import update as sql_update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId
from models.prepared import Prepared

NEW, DONE, DEAD = "new", "done", "dead"
WAITING = text("status = 'new'")
ALBUM_SPAN = 20


class Inbox(Row):
    """One update."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("bot_id", "update_id"),
        Index(
            "ix_inbox_unfinished",
            "id",
            sqlite_where=text("status = 'new'"),
            postgresql_where=text("status = 'new'"),
        ),
        Index(
            "ix_inbox_full",
            "received_at",
            sqlite_where=text("has_body"),
            postgresql_where=text("has_body"),
        ),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    bot_id: Mapped[int] = mapped_column(BigInteger)
    update_id: Mapped[int] = mapped_column(BigInteger)
    lane: Mapped[int] = mapped_column(BigInteger)
    body: Mapped[Any | None] = mapped_column(JSON)
    has_body: Mapped[bool] = mapped_column(default=True)
    received_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    status: Mapped[str] = mapped_column(String(8), default=NEW)
    tries: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(String(500))


ROWS = Inbox.metadata.tables["inbox"]
ACCEPTING: dict[str, Any] = {
    name: insert(ROWS)
    .on_conflict_do_nothing(index_elements=["bot_id", "update_id"])
    .returning(ROWS.c.id, ROWS.c.update_id)
    for name, insert in (("postgresql", postgresql.insert), ("sqlite", sqlite.insert))
}
FINISHING = Prepared(
    sql_update(ROWS).where(ROWS.c.id == bindparam("row_id"), ROWS.c.status == bindparam("was"))
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One update on its way in: its id, the lane (chat) that keeps its order, its body."""

    update_id: int
    lane: int
    body: Any


async def accept(
    tx: AsyncSession, bot_id: int, arrivals: Sequence[Arrival], now: datetime
) -> list[tuple[int, int, Any]]:
    """Store a batch in one statement; return (row id, lane, body) of those not seen before."""
    if not arrivals:
        return []
    rows = [
        {
            "bot_id": bot_id,
            "update_id": arrival.update_id,
            "lane": arrival.lane,
            "body": arrival.body,
            "has_body": True,
            "received_at": now,
            "status": NEW,
            "tries": 0,
        }
        for arrival in arrivals
    ]
    stored = await tx.execute(ACCEPTING[tx.get_bind().dialect.name], rows)
    fresh = {update_id: row_id for row_id, update_id in stored.all()}
    taken = []
    for arrival in arrivals:
        row_id = fresh.pop(arrival.update_id, None)
        if row_id is not None:
            taken.append((row_id, arrival.lane, arrival.body))
    return taken


async def unfinished(
    tx: AsyncSession, bot_id: int, after: int = 0, limit: int = 1000
) -> list[tuple[int, int, Any, int]]:
    """Rows still to handle, oldest first: (id, lane, body, tries)."""
    statement = (
        select(Inbox.id, Inbox.lane, Inbox.body, Inbox.tries)
        .where(WAITING, Inbox.bot_id == bot_id, Inbox.id > after)
        .order_by(Inbox.id)
        .limit(limit)
    )
    return [tuple(row) for row in (await tx.execute(statement)).all()]


async def album_arrives(tx: AsyncSession, lane: int, album: str) -> bool:
    """Whether a part of an album is stored but not handled yet."""
    statement = select(Inbox.body).where(WAITING, Inbox.lane == lane).order_by(Inbox.id)
    bodies = (await tx.execute(statement.limit(ALBUM_SPAN))).scalars()
    messages = [body.get("message") for body in bodies if isinstance(body, dict)]
    return any(isinstance(one, dict) and one.get("media_group_id") == album for one in messages)


async def finish(tx: AsyncSession, inbox_id: int, now: datetime) -> bool:
    """The update and all it caused are stored; False when it was not waiting any more."""
    return await FINISHING.run(tx, row_id=inbox_id, was=NEW, status=DONE, done_at=now) == 1


async def note_try(tx: AsyncSession, inbox_id: int, tries: int, error: str) -> None:
    """A handler failed; the row stays and is tried again."""
    await tx.execute(
        sql_update(Inbox).where(Inbox.id == inbox_id).values(tries=tries, error=error[:500])
    )


async def set_aside(tx: AsyncSession, inbox_id: int, error: str, now: datetime) -> None:
    """The update can't be handled: its reason is kept, its chat goes on."""
    await tx.execute(
        sql_update(Inbox)
        .where(Inbox.id == inbox_id)
        .values(status=DEAD, error=error[:500], done_at=now)
    )


async def empty_bodies(tx: AsyncSession, before: datetime, limit: int = 1000) -> int:
    """Empty the bodies of finished rows received before a moment; return how many."""
    chosen = (
        select(Inbox.id)
        .where(Inbox.has_body, Inbox.received_at < before, Inbox.status != NEW)
        .order_by(Inbox.received_at)
        .limit(limit)
        .scalar_subquery()
    )
    result = await tx.execute(
        sql_update(Inbox).where(Inbox.id.in_(chosen)).values(body=None, has_body=False)
    )
    return int(getattr(result, "rowcount", 0))


async def counts(tx: AsyncSession) -> dict[str, int]:
    """How many rows stand unfinished and how many were set aside."""
    statement = (
        select(Inbox.status, func.count()).where(Inbox.status != DONE).group_by(Inbox.status)
    )
    found = {str(status): int(count) for status, count in (await tx.execute(statement)).all()}
    return {NEW: found.get(NEW, 0), DEAD: found.get(DEAD, 0)}


async def newest(tx: AsyncSession, bot_id: int) -> datetime | None:
    """When the last update came in."""
    found = await tx.execute(select(func.max(Inbox.id)).where(Inbox.bot_id == bot_id))
    row_id = found.scalar_one_or_none()
    if row_id is None:
        return None
    return await tx.scalar(select(Inbox.received_at).where(Inbox.id == row_id))
