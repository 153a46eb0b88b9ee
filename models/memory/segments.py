"""Where each customer stands by their orders, how they got there, and each night's figures."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Date, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId

NEW, ACTIVE, GROWING, VIP = "new", "active", "growing", "vip"
AT_RISK, LAPSED, RETURNED = "at_risk", "lapsed", "returned"
STAGES = (NEW, ACTIVE, GROWING, VIP, AT_RISK, LAPSED, RETURNED)


class Segment(Row):
    """A customer's place in the life cycle, as of the last night.

    `wanted` is what the last nights said instead, for `nights` nights: only what is said again
    moves a person. `vip` holds beside every stage: a VIP at risk is still one. `orders`, `spent`
    (minor units) and `last_at` are facts; `recency_score`, `frequency_score`, `money_score` 1 to
    5; `again` the chance of an order within the shop's horizon; `worth` the expected value of that
    time, minor units. `why`: sentences.
    """

    __tablename__ = "segment"
    __table_args__ = (Index("ix_segment_stage", "stage", "worth", "customer_id"),)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    stage: Mapped[str] = mapped_column(String(10))
    since: Mapped[datetime]
    wanted: Mapped[str] = mapped_column(String(10), default="")
    nights: Mapped[int] = mapped_column(default=0)
    vip: Mapped[bool] = mapped_column(default=False)
    orders: Mapped[int]
    spent: Mapped[int] = mapped_column(BigInteger)
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    recency_score: Mapped[int]
    frequency_score: Mapped[int]
    money_score: Mapped[int]
    again: Mapped[float]
    worth: Mapped[int] = mapped_column(BigInteger)
    why: Mapped[list[Any]] = mapped_column(JSON, default=list)
    computed_at: Mapped[datetime]


class SegmentMove(Row):
    """A customer moved from one stage to another; "" before the first one."""

    __tablename__ = "segment_move"
    __table_args__ = (
        Index("ix_segment_move_night", "night", "before", "after"),
        Index("ix_segment_move_customer", "customer_id", "id"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    night: Mapped[date] = mapped_column(Date)
    before: Mapped[str] = mapped_column(String(10))
    after: Mapped[str] = mapped_column(String(10))
    why: Mapped[list[Any]] = mapped_column(JSON, default=list)


class SegmentNight(Row):
    """One night's work: what was fitted, how well it did, how many stand where with what money."""

    __tablename__ = "segment_night"
    night: Mapped[date] = mapped_column(Date, primary_key=True)
    fitted: Mapped[dict[str, Any]] = mapped_column(JSON)
    totals: Mapped[dict[str, Any]] = mapped_column(JSON)
    seconds: Mapped[float]
    at: Mapped[datetime]
