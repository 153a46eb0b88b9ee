"""What was paid, asked for and given back; and promo codes."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId


class Payment(Row):
    """Money that moved: one row a charge. `way`: "telegram", "invoice", "on_delivery".

    `state`: "paid", "doubled" (an old invoice was paid again), "unsure", "refunded".
    """

    __tablename__ = "payment"
    __table_args__ = (Index("ix_payment_order", "order_id"),)
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"))
    way: Mapped[str] = mapped_column(String(20))
    charge: Mapped[str] = mapped_column(String(200), unique=True)
    provider_charge: Mapped[str] = mapped_column(String(200), default="")
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    state: Mapped[str] = mapped_column(String(10))
    by_tg_id: Mapped[int] = mapped_column(BigInteger, default=0)
    at: Mapped[datetime]


class Promo(Row):
    """A promo code: `percent` of the goods, or `amount` off; `left` None is without limit.

    `from_file`: the shop's file sets it, and a code that is no longer there stops.
    """

    __tablename__ = "promo"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    percent: Mapped[int] = mapped_column(default=0)
    amount: Mapped[int] = mapped_column(BigInteger, default=0)
    least: Mapped[int] = mapped_column(BigInteger, default=0)
    left: Mapped[int | None]
    once: Mapped[bool] = mapped_column(default=True)
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    active: Mapped[bool] = mapped_column(default=True)
    from_file: Mapped[bool] = mapped_column(default=False)


class PromoUse(Row):
    """A customer used a code for an order."""

    __tablename__ = "promo_use"
    __table_args__ = (UniqueConstraint("promo_id", "order_id"),)
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    promo_id: Mapped[int] = mapped_column(ForeignKey("promo.id"))
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    at: Mapped[datetime]
