"""Orders: what was ordered, by whom, where it goes, what happened to it and when."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId

DRAFT, PLACED, ACCEPTED, PACKED = "draft", "placed", "accepted", "packed"
SHIPPED, DELIVERED, CANCELLED, DROPPED = "shipped", "delivered", "cancelled", "dropped"
LIVE = (PLACED, ACCEPTED, PACKED, SHIPPED)
# As in the partial indexes, to the letter: SQLite uses them only then.
UNFINISHED = text("state IN ('placed', 'accepted', 'packed', 'shipped')")
UNCONFIRMED = text("state = 'draft'")
OWED = text("owed > 0")
ARRIVED = text("delivered_at IS NOT NULL")


def _where(condition: Any) -> dict[str, Any]:
    return {"sqlite_where": condition, "postgresql_where": condition}


class Order(Row):
    """One order of one customer; its number is its id. Money in minor units of `currency`.

    A draft is a checkout that is not confirmed: what it would order is the cart, and a customer
    has one at a time; a dropped one never was an order. `step` is what the draft asks for,
    `notes` what has changed since it was shown, as sentences. `payment`: way chosen
    ("on_delivery", "invoice", "telegram"); `paid`: "no", "asked", "yes", "unsure", "refunded".
    Of a placed order `step` is the form that staff have open ("ship", "cancel", "change"),
    `proposal` what they would change, `owed` what the shop owes back of what was paid (below
    nought: what the customer still owes).
    """

    __tablename__ = "shop_order"
    __table_args__ = (
        Index("ix_shop_order_customer", "customer_id", "id"),
        Index("ix_shop_order_live", "state", "placed_at", **_where(UNFINISHED)),
        Index("ix_shop_order_draft", "asked_at", **_where(UNCONFIRMED)),
        Index("ix_shop_order_placed", "placed_at"),
        Index("uq_shop_order_draft", "customer_id", unique=True, **_where(UNCONFIRMED)),
        Index("ix_shop_order_owed", "changed_at", **_where(OWED)),
        Index("ix_shop_order_delivered", "delivered_at", **_where(ARRIVED)),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ref: Mapped[str] = mapped_column(String(16), unique=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    state: Mapped[str] = mapped_column(String(12), default=DRAFT)
    step: Mapped[str] = mapped_column(String(12), default="")
    notes: Mapped[list[Any]] = mapped_column(JSON, default=list)
    currency: Mapped[str] = mapped_column(String(3))
    goods_total: Mapped[int] = mapped_column(BigInteger, default=0)
    discount: Mapped[int] = mapped_column(BigInteger, default=0)
    delivery_price: Mapped[int] = mapped_column(BigInteger, default=0)
    total: Mapped[int] = mapped_column(BigInteger, default=0)
    promo_code: Mapped[str | None] = mapped_column(String(40))
    delivery: Mapped[str] = mapped_column(String(20), default="")
    address: Mapped[str] = mapped_column(String(500), default="")
    contact_name: Mapped[str] = mapped_column(String(200), default="")
    contact_phone: Mapped[str] = mapped_column(String(32), default="")
    comment: Mapped[str] = mapped_column(String(1000), default="")
    payment: Mapped[str] = mapped_column(String(20), default="")
    paid: Mapped[str] = mapped_column(String(10), default="no")
    carrier: Mapped[str] = mapped_column(String(60), default="")
    tracking: Mapped[str] = mapped_column(String(80), default="")
    tracking_url: Mapped[str] = mapped_column(String(500), default="")
    expected_at: Mapped[datetime | None]
    agent_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    reason: Mapped[str] = mapped_column(String(500), default="")
    wish: Mapped[str] = mapped_column(String(500), default="")
    created_at: Mapped[datetime]
    asked_at: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    placed_at: Mapped[datetime | None]
    changed_at: Mapped[datetime]
    delivered_at: Mapped[datetime | None]
    rated: Mapped[int | None]
    owed: Mapped[int] = mapped_column(BigInteger, default=0)
    proposal: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    told_at: Mapped[datetime | None]


class OrderLine(Row):
    """One thing that was ordered, as it was then: titles, options and price are copies."""

    __tablename__ = "order_line"
    __table_args__ = (
        Index("ix_order_line_order", "order_id", "id"),
        Index("ix_order_line_product", "product_id"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"))
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    variant_id: Mapped[int | None] = mapped_column(ForeignKey("variant.id"))
    title_ru: Mapped[str] = mapped_column(String(600))
    title_en: Mapped[str] = mapped_column(String(600))
    chosen: Mapped[list[Any]] = mapped_column(JSON, default=list)
    quantity: Mapped[int]
    price: Mapped[int] = mapped_column(BigInteger)
    counted: Mapped[bool] = mapped_column(default=False)
    returned: Mapped[int] = mapped_column(default=0)

    def title(self, language: str) -> str:
        """What was ordered, in a language."""
        return (self.title_en if language == "en" else self.title_ru) or self.title_ru


class OrderEvent(Row):
    """What happened to an order, when and by whom; 0 is the shop itself. Never changed."""

    __tablename__ = "order_event"
    __table_args__ = (Index("ix_order_event_order", "order_id", "id"),)
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"))
    at: Mapped[datetime]
    by_tg_id: Mapped[int] = mapped_column(BigInteger)
    verb: Mapped[str] = mapped_column(String(20))
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
