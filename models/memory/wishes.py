"""The voice of the customer: wishes that were not met, grouped by what they are about."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId

OPEN, DONE, DECLINED = "open", "done", "declined"
BY_STAFF, FOUND = "staff", "message"


class WishGroup(Row):
    """Wishes for the same. Without a `title` that somebody gave it, its first wish names it.

    `centre`: the mean of its wishes' vectors (float16); None where nothing reads sentences.
    """

    __tablename__ = "wish_group"
    __table_args__ = (Index("ix_wish_group_state", "state", "id"),)
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ref: Mapped[str] = mapped_column(String(16), unique=True)
    title: Mapped[str] = mapped_column(String(200), default="")
    state: Mapped[str] = mapped_column(String(10), default=OPEN)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    centre: Mapped[bytes | None] = mapped_column(LargeBinary)


class Wish(Row):
    """What one customer wanted and did not get; noted by staff or found in a message, once."""

    __tablename__ = "wish"
    __table_args__ = (
        UniqueConstraint("message_id"),
        Index("ix_wish_group_id", "group_id", "created_at"),
        Index("ix_wish_customer", "customer_id"),
        Index("ix_wish_created", "created_at"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("wish_group.id"))
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"), index=True)
    message_id: Mapped[int | None] = mapped_column(ForeignKey("message.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    text: Mapped[str] = mapped_column(String(1000))
    origin: Mapped[str] = mapped_column(String(8))
    hidden: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
