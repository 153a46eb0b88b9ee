"""Catalogue files on their way in, and what of them changes at one moment."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId

READING, READ, APPLYING = "reading", "read", "applying"
APPLIED, DROPPED, FAILED = "applied", "dropped", "failed"
UNDECIDED = (READING, READ)
SWEPT_AT_ONCE = 2000


class Feed(Row):
    """One catalogue file: who brought it, how far it is, what it would change.

    `state`: "reading", "read", "applying", "applied", "dropped", "failed". `done` of `total` steps
    of its plan are prepared. `revision` is the catalogue's that the plan was made for.
    """

    __tablename__ = "feed"
    __table_args__ = (Index("ix_feed_state", "state", "id"),)
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    author_tg_id: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(String(200))
    file: Mapped[str] = mapped_column(String(100))
    state: Mapped[str] = mapped_column(String(10))
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    revision: Mapped[int] = mapped_column(default=0)
    found: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]


class FeedRow(Row):
    """What one category, product or variant becomes at the moment when a file is applied.

    `kind`: "category", "product", "variant"; with `active` false it is hidden and the rest says
    nothing. `counts`: `stock` is set; `chooses`: `options` and `rules` are.
    """

    __tablename__ = "feed_row"
    __table_args__ = (Index("ix_feed_row_kind", "feed_id", "kind", "active"),)
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    feed_id: Mapped[int] = mapped_column(ForeignKey("feed.id"))
    kind: Mapped[str] = mapped_column(String(10))
    target_id: Mapped[int] = mapped_column(RowId)
    active: Mapped[bool] = mapped_column(default=True)
    product_id: Mapped[int | None] = mapped_column(RowId)
    price: Mapped[int | None] = mapped_column(BigInteger)
    old_price: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(String(3))
    counts: Mapped[bool] = mapped_column(default=False)
    stock: Mapped[int | None]
    chooses: Mapped[bool] = mapped_column(default=False)
    options: Mapped[list[Any]] = mapped_column(JSON, default=list)
    rules: Mapped[list[Any]] = mapped_column(JSON, default=list)


async def held(tx: AsyncSession, feed_id: int) -> Feed | None:
    """One file, as stored at this moment, for a change."""
    return await tx.get(Feed, feed_id, with_for_update=True, populate_existing=True)


async def next_in(tx: AsyncSession, *states: str) -> Feed | None:
    """The oldest file in one of these states."""
    found: Feed | None = await tx.scalar(
        select(Feed).where(Feed.state.in_(states)).order_by(Feed.id).limit(1)
    )
    return found


async def last_applied(tx: AsyncSession) -> Feed | None:
    """The file that the catalogue was filled from last."""
    found: Feed | None = await tx.scalar(
        select(Feed).where(Feed.state == APPLIED).order_by(Feed.id.desc()).limit(1)
    )
    return found


async def forgotten(tx: AsyncSession, before: datetime) -> Sequence[Feed]:
    """Files that nobody has decided on since a moment."""
    statement = select(Feed).where(Feed.state.in_(UNDECIDED), Feed.created_at < before)
    return (await tx.execute(statement)).scalars().all()


async def sweep(tx: AsyncSession, feed_id: int) -> bool:
    """Forget some of what a file prepared; False when nothing is left."""
    some = select(FeedRow.id).where(FeedRow.feed_id == feed_id).limit(SWEPT_AT_ONCE)
    gone = await tx.execute(delete(FeedRow).where(FeedRow.id.in_(some)).returning(FeedRow.id))
    return len(gone.all()) == SWEPT_AT_ONCE
