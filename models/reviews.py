"""Messages from which a model would learn most, kept for an admin's word on each."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId

OPEN, LABELLED, SKIPPED, UNFIT = "open", "labelled", "skipped", "unfit"
_OPEN = text("state = 'open'")


class Review(Row):
    """A ticket's question whose topic somebody should say; `worth` is larger the more it teaches.

    `reason` names why it was chosen: unsure, disagree, new_words, cluster, stranger.
    `guess` lists topics with their chances, the likeliest first.
    """

    __tablename__ = "review"
    __table_args__ = (
        Index("ix_review_open", "worth", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_review_decided", "decided_by", "decided_at"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"), unique=True)
    text: Mapped[str]
    worth: Mapped[float]
    reason: Mapped[str] = mapped_column(String(20))
    guess: Mapped[list[Any]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(10), default=OPEN)
    created_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(BigInteger)
    decided_at: Mapped[datetime | None]
