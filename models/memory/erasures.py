"""Acts of erasure: that a person's data was destroyed, when, why and what the law keeps."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId


class ErasureAct(Row):
    """One erasure; kept three years. It holds nothing of the person but a sealed mark.

    `mark` is an HMAC of their Telegram id: it answers "was this person erased", and nothing else.
    `found`: by table how many rows were deleted, emptied, or kept, with the reason and the day.
    """

    __tablename__ = "erasure_act"
    __table_args__ = (Index("ix_erasure_act_mark", "mark"), Index("ix_erasure_act_done", "done_at"))
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    mark: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(String(20))
    asked_at: Mapped[datetime]
    done_at: Mapped[datetime]
    found: Mapped[dict[str, Any]] = mapped_column(JSON)
