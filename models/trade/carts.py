"""What a customer looks at and has put aside: the place in the catalogue, the cart, details."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId


class Browse(Row):
    """Where a customer stands in the catalogue: what their one catalogue message shows."""

    __tablename__ = "browse"
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    place: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    changed_at: Mapped[datetime]


class CartLine(Row):
    """One thing in a cart; `chosen` are the keys of its options, `price_seen` what was shown.

    `choice` is the same options as one text, so that equal lines become one. `note` is what has
    changed since it was shown: {"was": price}, {"left": pieces}, {"gone": true}.
    """

    __tablename__ = "cart_line"
    __table_args__ = (
        UniqueConstraint("customer_id", "variant_id", "choice"),
        Index("ix_cart_line_customer", "customer_id", "id"),
        Index("ix_cart_line_variant", "variant_id"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"))
    chosen: Mapped[list[Any]] = mapped_column(JSON, default=list)
    choice: Mapped[str] = mapped_column(String(300), default="")
    quantity: Mapped[int]
    price_seen: Mapped[int] = mapped_column(BigInteger)
    note: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    added_at: Mapped[datetime]


class Remembered(Row):
    """What a customer agreed to have filled in next time; nothing is kept without the yes."""

    __tablename__ = "remembered"
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(32), default="")
    address: Mapped[str] = mapped_column(String(500), default="")
    delivery: Mapped[str] = mapped_column(String(20), default="")
    agreed_at: Mapped[datetime]
