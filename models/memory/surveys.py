"""What customers were asked beyond a ticket or an order: NPS, CES, and stars for a product."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId

NPS, CES = "nps", "ces"


class Survey(Row):
    """One question to one person: `slot` is what it is asked about once (a quarter, a ticket)."""

    __tablename__ = "survey"
    __table_args__ = (
        UniqueConstraint("customer_id", "kind", "slot"),
        Index("ix_survey_asked", "kind", "asked_at"),
        Index("ix_survey_customer", "customer_id", "asked_at"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ref: Mapped[str] = mapped_column(String(16), unique=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    kind: Mapped[str] = mapped_column(String(8))
    slot: Mapped[str] = mapped_column(String(40))
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"))
    asked_at: Mapped[datetime]
    score: Mapped[int | None]
    comment: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]


class ProductRating(Row):
    """One to five for one thing of a delivered order; once per line."""

    __tablename__ = "product_rating"
    __table_args__ = (
        Index("ix_product_rating_product", "product_id", "rated_at"),
        Index("ix_product_rating_customer", "customer_id"),
    )
    line_id: Mapped[int] = mapped_column(ForeignKey("order_line.id"), primary_key=True)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    score: Mapped[int]
    comment: Mapped[str] = mapped_column(default="")
    rated_at: Mapped[datetime]
