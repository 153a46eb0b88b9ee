"""Complaints: what went wrong, who follows it, by when, and how it ended."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId

OPEN, CLOSED = "open", "closed"
PRODUCT_SCORE = "product_score"
MISTAKEN = "mistaken"
# As in the partial index, to the letter: SQLite uses it only then.
UNSETTLED = text("state = 'open'")


class Complaint(Row):
    """A complaint follows its ticket to a stated outcome.

    `cause`: "ticket_score", "order_score", "product_score", "nps_score", "ces_score", "words",
    "topic". `about_ticket_id`: the ticket that was rated. `answer_due_at`: a person has written by
    then; `decide_due_at`: it is decided by then; `look_at`: the next moment at which somebody must
    be reminded. `outcome` ("mistaken": it was none), its `words` for the customer and, where money
    goes back, `amount` in minor units. Asked once more after every decision: `better` is what the
    customer said of the last one, `asked_at` when they were asked.
    """

    __tablename__ = "complaint"
    __table_args__ = (
        Index(
            "ix_complaint_open", "decide_due_at", sqlite_where=UNSETTLED, postgresql_where=UNSETTLED
        ),
        Index("ix_complaint_look", "look_at", sqlite_where=UNSETTLED, postgresql_where=UNSETTLED),
        Index("ix_complaint_customer", "customer_id", "id"),
        Index("ix_complaint_order", "order_id"),
        Index("ix_complaint_about", "about_ticket_id"),
        Index("ix_complaint_opened", "opened_at"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ref: Mapped[str] = mapped_column(String(16), unique=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"), unique=True)
    about_ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"))
    order_id: Mapped[int | None] = mapped_column(ForeignKey("shop_order.id"))
    cause: Mapped[str] = mapped_column(String(16))
    score: Mapped[int | None]
    supervisor_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    state: Mapped[str] = mapped_column(String(8), default=OPEN)
    opened_at: Mapped[datetime]
    answer_due_at: Mapped[datetime]
    decide_due_at: Mapped[datetime]
    look_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    told_answer_at: Mapped[datetime | None]
    told_decide_at: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(String(16), default="")
    words: Mapped[str] = mapped_column(String(1000), default="")
    amount: Mapped[int] = mapped_column(BigInteger, default=0)
    closed_at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    better: Mapped[bool | None]
