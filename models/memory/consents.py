"""What customers agreed to: the words they saw, every yes and no, and what holds now."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId
from models.memory.purposes import (
    GIVEN as GIVEN,
)
from models.memory.purposes import (
    MEMORY as MEMORY,
)
from models.memory.purposes import (
    NEWS as NEWS,
)
from models.memory.purposes import (
    OPTIONAL as OPTIONAL,
)
from models.memory.purposes import (
    PROFILING as PROFILING,
)
from models.memory.purposes import (
    REFUSED as REFUSED,
)
from models.memory.purposes import (
    SERVICE as SERVICE,
)
from models.memory.purposes import (
    TOLD as TOLD,
)
from models.memory.purposes import (
    WITHDRAWN as WITHDRAWN,
)


class PolicyText(Row):
    """The words that were shown for a purpose, in full, as they were; found by their hash."""

    __tablename__ = "policy_text"
    __table_args__ = (UniqueConstraint("purpose", "language", "sha256"),)
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    purpose: Mapped[str] = mapped_column(String(12))
    language: Mapped[str] = mapped_column(String(8))
    version: Mapped[str] = mapped_column(String(20))
    sha256: Mapped[str] = mapped_column(String(64))
    text: Mapped[str]
    first_at: Mapped[datetime]


class ConsentEvent(Row):
    """A person was told, agreed, refused or took it back. Never changed.

    `source`: "first", "privacy", "subscribing", "checkout", "under" (a message), "erasure".
    `message_tg_id` is the message whose button was pressed.
    """

    __tablename__ = "consent_event"
    __table_args__ = (
        Index("ix_consent_event_customer", "customer_id", "id"),
        Index("ix_consent_event_at", "at"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    purpose: Mapped[str] = mapped_column(String(12))
    action: Mapped[str] = mapped_column(String(10))
    text_id: Mapped[int] = mapped_column(ForeignKey("policy_text.id"))
    source: Mapped[str] = mapped_column(String(12))
    message_tg_id: Mapped[int | None] = mapped_column(BigInteger)
    at: Mapped[datetime]


class Consent(Row):
    """What holds now for a purpose: the last event, kept at hand for the gate."""

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_purpose", "purpose", "given"),)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    purpose: Mapped[str] = mapped_column(String(12), primary_key=True)
    given: Mapped[bool]
    event_id: Mapped[int] = mapped_column(ForeignKey("consent_event.id"))
    at: Mapped[datetime]
