"""What is known of a person, from whom and since when; and the news they asked for."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId

DECLARED, INFERRED, STAFF = "declared", "inferred", "staff"
CATEGORY, BACK_IN_STOCK, PRICE_DROP, GUIDE = "category", "back_in_stock", "price_drop", "guide"
OF_VARIANT = "v"
# As in the partial indexes, to the letter: SQLite uses them only then.
SUBSCRIBED = text("ended_at IS NULL")
GOING = text("item_id IS NOT NULL")


class ProfileEntry(Row):
    """One thing known of a person. `field`: "called", "phone", "email", "address", "birthday",
    "interest", or "about.KEY" for what the shop asks; `value` as it is stored (a birthday "05-03").

    `source` says who knows it, `why` how it was inferred: {"key": sentence, "args": {…}}. A removed
    one stays with its `value` until the person is erased, so that it is not inferred again.
    """

    __tablename__ = "profile_entry"
    __table_args__ = (UniqueConstraint("customer_id", "field", "value"),)
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ref: Mapped[str] = mapped_column(String(16), unique=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    field: Mapped[str] = mapped_column(String(40))
    value: Mapped[str] = mapped_column(String(500))
    source: Mapped[str] = mapped_column(String(10))
    why: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class Subscription(Row):
    """A person wants to hear of one kind of news.

    `subject` is a category or product id, a variant's with OF_VARIANT before it, or "". `price`,
    minor units: what they saw; only less is news. `item_id`: the news on its way to them, while
    it is not known to have arrived.
    """

    __tablename__ = "subscription"
    __table_args__ = (
        UniqueConstraint("customer_id", "kind", "subject"),
        Index(
            "ix_subscription_subject",
            "kind",
            "subject",
            sqlite_where=SUBSCRIBED,
            postgresql_where=SUBSCRIBED,
        ),
        Index("ix_subscription_going", "item_id", sqlite_where=GOING, postgresql_where=GOING),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ref: Mapped[str] = mapped_column(String(16), unique=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    kind: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(String(20), default="")
    price: Mapped[int | None] = mapped_column(BigInteger)
    item_id: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class NewsItem(Row):
    """Something appeared that somebody may have asked to hear of; `told_to` is how far it got.

    `details`: a guide's {"title", "text", "file", "kind"}, or {"products": ids} that are new on a
    shelf. Prices in minor units.
    """

    __tablename__ = "news_item"
    __table_args__ = (Index("ix_news_item_done", "done_at", "id"),)
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    category_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"))
    price: Mapped[int | None] = mapped_column(BigInteger)
    price_before: Mapped[int | None] = mapped_column(BigInteger)
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    created_at: Mapped[datetime]
    told_to: Mapped[int] = mapped_column(BigInteger, default=0)
    done_at: Mapped[datetime | None]


class ProductSeen(Row):
    """How a product stood when news were last looked for: its least price, whether it is there."""

    __tablename__ = "product_seen"
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), primary_key=True)
    price: Mapped[int | None] = mapped_column(BigInteger)
    there: Mapped[bool]
    seen_at: Mapped[datetime]


class VariantSeen(Row):
    """Whether a variant that somebody waits for was there when it was last looked for."""

    __tablename__ = "variant_seen"
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"), primary_key=True)
    there: Mapped[bool]
    seen_at: Mapped[datetime]


def subject_of(variant_id: int) -> str:
    """How a subscription names a single variant."""
    return f"{OF_VARIANT}{variant_id}"


def variant_in(subject: str) -> int | None:
    """The variant that a subscription names, None where it names something else."""
    number = subject.removeprefix(OF_VARIANT)
    return int(number) if subject != number and number.isascii() and number.isdecimal() else None
