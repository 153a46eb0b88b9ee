"""Labels: somebody said what a message is about, a training example with its origin."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId

# The origins, and what they are worth when they contradict each other: `classifier/teaching.py`.
REVIEW, EXAMPLE, IMPORT = "review", "example", "import"
TOPIC_CHANGE, TRANSFER, PICK = "staff_topic", "transfer", "customer_pick"
UNFIT = "-"  # in place of a topic: somebody said that nothing can be learned from the message


class Label(Row):
    """Somebody said what a message is about; those from files have a batch instead of a ticket."""

    __tablename__ = "label"
    __table_args__ = (
        Index("ix_label_created", "created_at"),
        Index("ix_label_topic", "topic_key", "origin"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"), index=True)
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("label_batch.id"), index=True)
    text: Mapped[str]
    topic_key: Mapped[str] = mapped_column(String(60))
    origin: Mapped[str] = mapped_column(String(20))
    author_tg_id: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[datetime]


class LabelBatch(Row):
    """What came in a file; `state` is asked, stored, dropped or undone.

    Messages without topics are queued for the review in place of being stored.
    """

    __tablename__ = "label_batch"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    author_tg_id: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(String(200))
    file: Mapped[str] = mapped_column(String(100))
    state: Mapped[str] = mapped_column(String(10), default="asked")
    found: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]


async def last_label(tx: AsyncSession, ticket_id: int, origin: str) -> Label | None:
    """What somebody last said a ticket is about."""
    found: Label | None = await tx.scalar(
        select(Label)
        .where(Label.ticket_id == ticket_id, Label.origin == origin)
        .order_by(Label.id.desc())
        .limit(1)
    )
    return found
