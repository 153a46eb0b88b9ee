"""What the shop writes of its own accord: how a person wants it, and every such message."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId

WAITING, SENT, DROPPED = "waiting", "sent", "dropped"
# As in the partial index, to the letter: SQLite uses it only then.
WAITS = text("state = 'waiting'")


class ContactPreference(Row):
    """How a person wants to be written to; what is None is as the shop has it.

    `quiet_from`, `quiet_to`: minutes of the day in the person's zone. `most`: so many messages of
    news in `within_days` days. `paused_until`: no news before; `stopped_at`: none at all.
    `pace`: "now", "daily" or "weekly". `muted`: kinds that they want no more ("nps", "guide", …),
    `fewer`: kinds they want less of, with the day count between two ({"category": 14}).
    """

    __tablename__ = "contact_preference"
    __table_args__ = (Index("ix_contact_preference_pace", "pace", "time_zone", "customer_id"),)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    time_zone: Mapped[str | None] = mapped_column(String(60))
    quiet_from: Mapped[int | None]
    quiet_to: Mapped[int | None]
    most: Mapped[int | None]
    within_days: Mapped[int | None]
    pace: Mapped[str] = mapped_column(String(8), default="now")
    paused_until: Mapped[datetime | None]
    stopped_at: Mapped[datetime | None]
    muted: Mapped[list[Any]] = mapped_column(JSON, default=list)
    fewer: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    changed_at: Mapped[datetime]


class Notice(Row):
    """A message that the shop starts, from the wish to write to what became of it.

    It waits until `not_before`; the gate then sends, holds or drops it, and `reason` says why.
    `payload` is a sentence ({"key", "args", "keyboard"}) or a card ({"card", "id"}), as promised.
    `dedup` tells the same news apart: a person is never told it twice.
    """

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("customer_id", "dedup"),
        Index("ix_notice_waiting", "not_before", sqlite_where=WAITS, postgresql_where=WAITS),
        Index("ix_notice_customer", "customer_id", "settled_at"),
        Index("ix_notice_settled", "settled_at"),
        Index("ix_notice_dedup", "dedup"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ref: Mapped[str] = mapped_column(String(16), unique=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    kind: Mapped[str] = mapped_column(String(20))
    dedup: Mapped[str] = mapped_column(String(120))
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(8), default=WAITING)
    reason: Mapped[str] = mapped_column(String(20), default="")
    created_at: Mapped[datetime]
    not_before: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    tg_id: Mapped[int | None] = mapped_column(BigInteger)
