"""Returns, exchanges and repairs of what was ordered; and tasks that staff owe a customer."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId

DRAFT, ASKED, APPROVED, RECEIVED = "draft", "asked", "approved", "received"
DONE, REFUSED, WITHDRAWN = "done", "refused", "withdrawn"
HELD = ("asked", "approved", "received", "done")
OPEN = text("state IN ('asked', 'approved', 'received')")
UNDONE = text("done_at IS NULL")


class ReturnCase(Row):
    """A customer gives a thing back: why, what they want for it, how far it is.

    A draft has only what was tapped so far. `want`: "money", "exchange", "repair". `refund` in
    minor units. `reason` is a key of the list. `restocked`: it lies on the shelf again.
    """

    __tablename__ = "return_case"
    __table_args__ = (
        Index("ix_return_case_order", "order_id"),
        Index("ix_return_case_customer", "customer_id", "id"),
        Index("ix_return_case_open", "asked_at", sqlite_where=OPEN, postgresql_where=OPEN),
        Index("ix_return_case_product", "product_id", "asked_at"),
        Index("ix_return_case_asked", "asked_at"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ref: Mapped[str] = mapped_column(String(16), unique=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"))
    line_id: Mapped[int | None] = mapped_column(ForeignKey("order_line.id"))
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"))
    quantity: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(String(20), default="")
    want: Mapped[str] = mapped_column(String(10), default="")
    state: Mapped[str] = mapped_column(String(10), default=DRAFT)
    refund: Mapped[int] = mapped_column(BigInteger, default=0)
    answer: Mapped[str] = mapped_column(String(20), default="")
    restocked: Mapped[bool] = mapped_column(default=False)
    agent_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    asked_at: Mapped[datetime | None]
    changed_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


class Task(Row):
    """Something that staff owe a customer by a time: a check-up call after the first order."""

    __tablename__ = "task"
    __table_args__ = (
        Index("ix_task_due", "due_at", sqlite_where=UNDONE, postgresql_where=UNDONE),
        Index("ix_task_customer", "customer_id"),
        Index("ix_task_order", "order_id"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ref: Mapped[str] = mapped_column(String(16), unique=True)
    kind: Mapped[str] = mapped_column(String(20))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    order_id: Mapped[int | None] = mapped_column(ForeignKey("shop_order.id"))
    queue_id: Mapped[int] = mapped_column(ForeignKey("queue.id"))
    due_at: Mapped[datetime]
    told_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    done_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    tries: Mapped[int] = mapped_column(default=0)
    outcome: Mapped[str] = mapped_column(String(20), default="")
