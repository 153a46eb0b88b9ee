"""Messages from which a model would learn most, kept for an admin's word on each."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ForeignKey,
    Index,
    String,
    delete,
    func,
    insert,
    select,
    text,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId
from models.labels import REVIEW, Label
from models.tickets import Ticket

OPEN, LABELLED, SKIPPED, UNFIT = "open", "labelled", "skipped", "unfit"
_OPEN = text("state = 'open'")
_WAITS = text("review.state = 'open'")  # as in the partial index: SQLite uses it only then


class Review(Row):
    """A question whose topic somebody should say; `worth` is larger the more it teaches.

    It is a ticket's, or one from a file of messages without topics: then it has a batch.
    `reason` names why it was chosen: unsure, disagree, new_words, cluster, stranger.
    `guess` lists topics with their chances, the likeliest first.
    """

    __tablename__ = "review"
    __table_args__ = (
        Index("ix_review_open", "worth", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_review_decided", "decided_by", "decided_at"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"), unique=True)
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("label_batch.id"), index=True)
    text: Mapped[str]
    worth: Mapped[float]
    reason: Mapped[str] = mapped_column(String(20))
    guess: Mapped[list[Any]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(10), default=OPEN)
    created_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(BigInteger)
    decided_at: Mapped[datetime | None]


async def of_tickets(tx: AsyncSession, ticket_ids: Sequence[int]) -> dict[int, Review]:
    """Reviews by ticket, to be changed."""
    statement = select(Review).where(Review.ticket_id.in_(ticket_ids)).with_for_update()
    return {row.ticket_id or 0: row for row in (await tx.execute(statement)).scalars()}


async def newest_texts(tx: AsyncSession, limit: int) -> list[tuple[int, str, str]]:
    """What was asked about lately, the oldest first: (ticket, text, reason).

    What comes from a file has a number below nought in place of a ticket's.
    """
    newest = select(func.max(Review.id)).scalar_subquery()
    wanted = select(func.coalesce(Review.ticket_id, -Review.id), Review.text, Review.reason)
    rows = (await tx.execute(wanted.where(Review.id > newest - limit).order_by(Review.id))).all()
    return [(number, words, reason) for number, words, reason in rows]


async def open_count(tx: AsyncSession) -> int:
    """How many wait for a word."""
    return int(await tx.scalar(select(func.count()).select_from(Review).where(_WAITS)) or 0)


async def keep_best(tx: AsyncSession, most: int) -> None:
    """Of more than so many that wait, the least worthy are let go."""
    rest = select(Review.id).where(_WAITS).order_by(Review.worth.desc(), Review.id.desc())
    late = (await tx.execute(rest.offset(most).limit(most))).scalars().all()
    if late:
        await tx.execute(delete(Review).where(Review.id.in_(late)))


async def waiting(
    tx: AsyncSession, limit: int, not_these: Sequence[int] = ()
) -> list[tuple[int, float, str]]:
    """What waits, the worthiest first, spam passed over: (review, worth, likeliest topic)."""
    statement = (
        select(Review.id, Review.worth, Review.guess)
        .outerjoin(Ticket, Ticket.id == Review.ticket_id)
        .where(_WAITS, Ticket.spam.is_not(True), Review.id.not_in(not_these))
        .order_by(Review.worth.desc(), Review.id.desc())
        .limit(limit)
    )
    rows = (await tx.execute(statement)).all()
    return [(number, worth, _likeliest(guess)) for number, worth, guess in rows]


async def lately(tx: AsyncSession, tg_id: int, limit: int) -> list[str]:
    """What the model took the last messages for on which somebody decided."""
    statement = (
        select(Review.guess)
        .where(Review.decided_by == tg_id)
        .order_by(Review.decided_at.desc())
        .limit(limit)
    )
    return [_likeliest(guess) for guess in (await tx.execute(statement)).scalars()]


def _likeliest(guess: Sequence[Any]) -> str:
    return str(guess[0][0]) if guess else ""


async def held(tx: AsyncSession, review_id: int) -> Review | None:
    """One review, as stored at this moment, for a change."""
    return await tx.get(Review, review_id, with_for_update=True, populate_existing=True)


async def last_decided(tx: AsyncSession, tg_id: int, since: datetime) -> int | None:
    """What somebody decided last, by its number."""
    found: int | None = await tx.scalar(
        select(Review.id)
        .where(Review.decided_by == tg_id, Review.decided_at >= since)
        .order_by(Review.decided_at.desc(), Review.id.desc())
        .limit(1)
    )
    return found


async def decided_since(tx: AsyncSession, tg_id: int, since: datetime) -> int:
    """On how many somebody has said something since a moment; skipping is not saying."""
    statement = select(func.count()).select_from(Review)
    mine = (Review.decided_by == tg_id, Review.decided_at >= since, Review.state != SKIPPED)
    return int(await tx.scalar(statement.where(*mine)) or 0)


async def take_label_back(tx: AsyncSession, row: Review) -> None:
    """A review's label was a slip."""
    if row.ticket_id is not None:
        which = [Label.ticket_id == row.ticket_id]
    else:
        which = [Label.batch_id == row.batch_id, Label.text == row.text]
    await tx.execute(delete(Label).where(Label.origin == REVIEW, *which))


async def put(
    tx: AsyncSession, batch_id: int, rows: Sequence[dict[str, Any]], now: datetime
) -> None:
    """Messages of a file wait for a word: each row has text, worth, reason and guess."""
    shared = {"batch_id": batch_id, "state": OPEN, "created_at": now}
    if rows:
        await tx.execute(insert(Review), [{**shared, **row} for row in rows])


async def take_out(tx: AsyncSession, batch_id: int) -> int:
    """The messages of a file on which nobody has said a word go; how many."""
    unsaid = Review.state.in_((OPEN, SKIPPED))
    which = delete(Review).where(Review.batch_id == batch_id, unsaid).returning(Review.id)
    return len((await tx.execute(which)).all())
