"""The conversation: what was said in a ticket, and where copies of it stand in Telegram."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    bindparam,
    delete,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId
from models.putting import Rows

NAME_LINE = "name"
CUSTOMER, STAFF, NOTE, DECISION = "customer", "staff", "note", "decision"


class Message(Row):
    """One thing said by the customer or by staff, noted by staff, or told with a decision."""

    __tablename__ = "message"
    __table_args__ = (
        UniqueConstraint("chat_id", "tg_id"),
        Index("ix_message_ticket", "ticket_id", "id"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"))
    side: Mapped[str] = mapped_column(String(10))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(default="")
    html: Mapped[str | None]
    file_id: Mapped[str | None] = mapped_column(String(200))
    album: Mapped[str | None] = mapped_column(String(64))
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    tg_id: Mapped[int | None] = mapped_column(BigInteger)
    copyable: Mapped[bool] = mapped_column(default=True)
    said_at: Mapped[datetime]
    edited_at: Mapped[datetime | None]
    delivery: Mapped[str | None] = mapped_column(String(16))
    extra: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


class Relay(Row):
    """A copy of a message: where it stands, so that replies and edits find their way."""

    __tablename__ = "relay"
    __table_args__ = (
        Index("ix_relay_place", "chat_id", "tg_id"),
        Index("ix_relay_message", "message_id"),
        Index("ix_relay_ticket", "ticket_id"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"))
    message_id: Mapped[int | None] = mapped_column(ForeignKey("message.id"))
    chat_id: Mapped[int] = mapped_column(BigInteger)
    tg_id: Mapped[int] = mapped_column(BigInteger)
    form: Mapped[str] = mapped_column(String(10))
    sent_at: Mapped[datetime]


async def of_ticket(
    tx: AsyncSession, ticket_id: int, limit: int = 500, sides: Sequence[str] = (CUSTOMER, STAFF)
) -> list[Message]:
    """The conversation of a ticket, in the order it was said."""
    statement = (
        select(Message)
        .where(Message.ticket_id == ticket_id, Message.side.in_(sides))
        .order_by(Message.id.desc())
        .limit(limit)
    )
    return list((await tx.execute(statement)).scalars())[::-1]


MESSAGES = Rows(Message, unique=("chat_id", "tg_id"))
FINDING_ORIGIN = MESSAGES.prepare(
    select(*MESSAGES.columns).where(
        Message.chat_id == bindparam("chat_id"), Message.tg_id == bindparam("tg_id")
    )
)


async def by_origin(tx: AsyncSession, chat_id: int, tg_id: int) -> Message | None:
    """The message a person wrote, by where it stands in their chat."""
    return await MESSAGES.one(tx, FINDING_ORIGIN, chat_id=chat_id, tg_id=tg_id)


async def relay_at(tx: AsyncSession, chat_id: int, tg_id: int) -> Relay | None:
    """What stands at a place in a chat, when it belongs to a ticket."""
    found: Relay | None = await tx.scalar(
        select(Relay).where(Relay.chat_id == chat_id, Relay.tg_id == tg_id).limit(1)
    )
    return found


async def relays_of(tx: AsyncSession, message_id: int) -> list[Relay]:
    """Every copy of a message."""
    statement = select(Relay).where(Relay.message_id == message_id).order_by(Relay.id)
    return list((await tx.execute(statement)).scalars())


async def standing(tx: AsyncSession, message_id: int, chat_id: int) -> int | None:
    """Where a message, or a copy of it, stands in a chat."""
    message = await tx.get(Message, message_id)
    if message is not None and message.chat_id == chat_id:
        return message.tg_id
    statement = select(Relay.tg_id).where(
        Relay.message_id == message_id, Relay.chat_id == chat_id, Relay.form != NAME_LINE
    )
    found: int | None = await tx.scalar(statement.order_by(Relay.id.desc()).limit(1))
    return found


async def said_at(tx: AsyncSession, chat_id: int, tg_id: int) -> Message | None:
    """The message that stands at a place in a chat, be it the original or a copy."""
    relay = await relay_at(tx, chat_id, tg_id)
    if relay is not None and relay.message_id is not None:
        return await tx.get(Message, relay.message_id)
    return await by_origin(tx, chat_id, tg_id)


async def merged_at(tx: AsyncSession, chat_id: int, tg_id: int) -> list[Message]:
    """All messages that one copy holds, in the order they were said."""
    statement = (
        select(Message)
        .join(Relay, Relay.message_id == Message.id)
        .where(Relay.chat_id == chat_id, Relay.tg_id == tg_id)
        .order_by(Message.id)
    )
    return list((await tx.execute(statement)).scalars())


async def forget_copies(tx: AsyncSession, ticket_id: int, chat_id: int) -> None:
    """What stood in a chat is gone; nothing finds its way there any more."""
    await tx.execute(delete(Relay).where(Relay.ticket_id == ticket_id, Relay.chat_id == chat_id))


async def album_of(tx: AsyncSession, ticket_id: int, album: str) -> list[Message]:
    """Every part of an album, in order."""
    statement = (
        select(Message)
        .where(Message.ticket_id == ticket_id, Message.album == album)
        .order_by(Message.tg_id)
    )
    return list((await tx.execute(statement)).scalars())


async def mark_blocked(tx: AsyncSession, ids: Sequence[int]) -> None:
    """These answers were still on their way when the customer could no longer be reached."""
    await tx.execute(
        update(Message)
        .where(Message.id.in_(ids), Message.side == STAFF, Message.delivery == "waiting")
        .values(delivery="blocked")
    )


async def album_parts(tx: AsyncSession, ticket_id: int, album: str, chat_id: int) -> list[Message]:
    """The parts of an album of which no copy stands in a chat, in their order."""
    there = select(Relay.message_id).where(
        Relay.chat_id == chat_id, Relay.ticket_id == ticket_id, Relay.form != NAME_LINE
    )
    statement = (
        select(Message)
        .where(
            Message.ticket_id == ticket_id,
            Message.album == album,
            Message.id.not_in(there.where(Relay.message_id.is_not(None))),
        )
        .order_by(Message.tg_id)
    )
    return list((await tx.execute(statement)).scalars())
