"""What customers were asked and when, and what they answered beyond a ticket or an order."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId

CSAT, ORDER, THING, NPS, CES = "csat", "order", "thing", "nps", "ces"
# As in the partial index, to the letter: SQLite uses it only then.
UNASKED = text("asked_at IS NULL")


class Survey(Row):
    """One question to one person: `slot` is what it is asked about once (a quarter, a ticket).

    Until it is asked (`asked_at` is None) it waits for `due_at`. Of kinds "csat" and "order" it
    only says that a score was asked for and when: the score is in `rating` and `shop_order`.
    Of kind "thing" it says that somebody would not rate a thing of an order.
    """

    __tablename__ = "survey"
    __table_args__ = (
        UniqueConstraint("customer_id", "kind", "slot"),
        Index("ix_survey_asked", "kind", "asked_at"),
        Index("ix_survey_customer", "customer_id", "asked_at"),
        Index("ix_survey_due", "due_at", sqlite_where=UNASKED, postgresql_where=UNASKED),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ref: Mapped[str] = mapped_column(String(16), unique=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    kind: Mapped[str] = mapped_column(String(8))
    slot: Mapped[str] = mapped_column(String(40))
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"))
    due_at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    score: Mapped[int | None]
    comment: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]


class ProductRating(Row):
    """One to five for one thing of a delivered order; once per line."""

    __tablename__ = "product_rating"
    __table_args__ = (
        Index("ix_product_rating_product", "product_id", "rated_at"),
        Index("ix_product_rating_customer", "customer_id"),
        Index("ix_product_rating_rated", "rated_at"),
    )
    line_id: Mapped[int] = mapped_column(ForeignKey("order_line.id"), primary_key=True)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    score: Mapped[int]
    comment: Mapped[str] = mapped_column(default="")
    rated_at: Mapped[datetime]
