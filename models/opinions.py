"""What customers said about resolved tickets: ratings."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId


class Rating(Row):
    """What the customer said about a resolved ticket; once per ticket."""

    __tablename__ = "rating"
    __table_args__ = (UniqueConstraint("ticket_id"), Index("ix_rating_asked", "asked_at"))
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"))
    score: Mapped[int | None]
    solved: Mapped[bool | None]
    comment: Mapped[str | None]
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]


async def rating_of(tx: AsyncSession, ticket_id: int) -> Rating | None:
    """The rating asked of a ticket."""
    found: Rating | None = await tx.scalar(
        select(Rating).where(Rating.ticket_id == ticket_id).with_for_update()
    )
    return found
