"""Catalogue files on their way in: what was read, before anything of it is in the shop."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId


class Feed(Row):
    """One catalogue file: who brought it, how far it is, what it would change.

    `state`: "reading", "read", "applying", "applied", "dropped", "failed".
    """

    __tablename__ = "feed"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    author_tg_id: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(String(200))
    file: Mapped[str] = mapped_column(String(100))
    state: Mapped[str] = mapped_column(String(10))
    found: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]


class FeedRow(Row):
    """One category or offer of a file: `kind` is "category" or "offer", `line` where it stands."""

    __tablename__ = "feed_row"
    __table_args__ = (Index("ix_feed_row_key", "feed_id", "kind", "key"),)
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    feed_id: Mapped[int] = mapped_column(ForeignKey("feed.id"))
    kind: Mapped[str] = mapped_column(String(10))
    key: Mapped[str] = mapped_column(String(120))
    product_key: Mapped[str] = mapped_column(String(120), default="")
    line: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
