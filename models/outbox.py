"""What people are to see: promised with the change it tells of, sent by the sender."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Index,
    String,
    bindparam,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId
from models.cards import Card
from models.prepared import Prepared, Sized

NEW, SENDING, SENT = "new", "sending", "sent"
UNSURE, UNDELIVERABLE, DEAD = "unsure", "undeliverable", "dead"
GAVE_WAY = "another row waits in its place"
MONEY, REPLY, CARD, BOARD, CAMPAIGN = 0, 1, 2, 3, 5

# Written out, not bound: SQLite uses a partial index only where it reads its very condition.
UNFINISHED = text("status IN ('new', 'sending')")
JOINABLE = text("join_key IS NOT NULL AND status = 'new'")


class Outbox(Row):
    """One promised call to Telegram."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_due",
            "priority",
            "id",
            sqlite_where=UNFINISHED,
            postgresql_where=UNFINISHED,
        ),
        Index(
            "ix_outbox_chat",
            "chat_id",
            "id",
            sqlite_where=UNFINISHED,
            postgresql_where=UNFINISHED,
        ),
        Index(
            "uq_outbox_join_key",
            "join_key",
            unique=True,
            sqlite_where=JOINABLE,
            postgresql_where=JOINABLE,
        ),
        Index("ix_outbox_ticket", "ticket_id"),
    )
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    bot_id: Mapped[int] = mapped_column(BigInteger, default=0)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(16))
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    priority: Mapped[int] = mapped_column(default=REPLY)
    status: Mapped[str] = mapped_column(String(16), default=NEW)
    join_key: Mapped[str | None] = mapped_column(String(100))
    ticket_id: Mapped[int | None] = mapped_column(BigInteger)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    tries: Mapped[int] = mapped_column(default=0)
    lost: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime | None]
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    tg_id: Mapped[int | None] = mapped_column(BigInteger)
    error: Mapped[str | None] = mapped_column(String(300))


# Prepared once: writing a statement anew for every message costs more than running it.
ROWS = Outbox.metadata.tables["outbox"]
PROMISING = Prepared(insert(ROWS))
JOINING = Prepared(
    {
        name: joining.on_conflict_do_nothing(index_elements=["join_key"], index_where=JOINABLE)
        for name, joining in (
            ("postgresql", postgresql.insert(ROWS)),
            ("sqlite", sqlite.insert(ROWS)),
        )
    }
)
CLAIMING = Sized(
    "id",
    lambda ids: Prepared(
        update(ROWS).where(or_(*(ROWS.c.id == one for one in ids)), ROWS.c.status == NEW)
    ),
)
SETTLING = Prepared(update(ROWS).where(ROWS.c.id == bindparam("row_id")))
LATER = ROWS.alias("later")
REPLACED = (
    select(LATER.c.id)
    .join(ROWS, ROWS.c.join_key == LATER.c.join_key)
    .where(ROWS.c.id == bindparam("row_id"), LATER.c.id != ROWS.c.id, LATER.c.status == NEW)
    .limit(1)
)


async def promise(
    tx: AsyncSession,
    chat_id: int,
    kind: str,
    payload: dict[str, Any],
    now: datetime,
    *,
    priority: int = REPLY,
    join_key: str | None = None,
    ticket_id: int | None = None,
    message_id: int | None = None,
    not_before: datetime | None = None,
) -> None:
    """Promise one call; rows with the same `join_key` that still wait become one."""
    tx.info["promised"] = True
    statement = JOINING if join_key is not None else PROMISING
    await statement.run(
        tx,
        bot_id=0,
        chat_id=chat_id,
        kind=kind,
        payload=payload,
        priority=priority,
        status=NEW,
        join_key=join_key,
        ticket_id=ticket_id,
        message_id=message_id,
        not_before=not_before,
        created_at=now,
        tries=0,
        lost=0,
    )


async def mark_sending(tx: AsyncSession, ids: Collection[int]) -> None:
    """These calls start as soon as this is stored."""
    if ids:
        claiming, listed = CLAIMING.given(ids)
        await claiming.run(tx, status=SENDING, **listed)


async def settle(tx: AsyncSession, row_id: int, **values: Any) -> None:
    """Store what became of a call."""
    await SETTLING.run(tx, row_id=row_id, **values)


async def wait_again(tx: AsyncSession, row_id: int, now: datetime, **values: Any) -> None:
    """A call must be made once more, unless a row with its `join_key` waits already."""
    if (await tx.execute(REPLACED, {"row_id": row_id})).first() is None:
        values["status"] = NEW
    else:
        values |= {"status": DEAD, "error": GAVE_WAY, "settled_at": now}
    await settle(tx, row_id, **values)


async def in_flight(tx: AsyncSession) -> Sequence[Outbox]:
    """Rows whose call was running when the program stopped."""
    statement = select(Outbox).where(UNFINISHED, Outbox.status == SENDING).order_by(Outbox.id)
    return (await tx.execute(statement)).scalars().all()


async def stop_chat(tx: AsyncSession, chat_id: int, error: str, now: datetime) -> None:
    """Nothing more can reach this chat."""
    await tx.execute(
        update(Outbox)
        .where(UNFINISHED, Outbox.chat_id == chat_id, Outbox.status == NEW)
        .values(status=UNDELIVERABLE, error=error[:300], settled_at=now)
    )


async def drop_relays(tx: AsyncSession, ticket_id: int, chat_id: int, now: datetime) -> None:
    """Waiting copies of a conversation that is about to be told anew are not needed."""
    await tx.execute(
        update(Outbox)
        .where(
            Outbox.ticket_id == ticket_id,
            Outbox.chat_id == chat_id,
            Outbox.kind.in_(("relay", "topic", "edit"))
            | ((Outbox.kind == "text") & Outbox.message_id.is_not(None)),
            Outbox.status == NEW,
        )
        .values(status=DEAD, error="told anew", settled_at=now)
    )


async def move_chat(tx: AsyncSession, old: int, new: int) -> None:
    """A group became a supergroup: what waits for it goes to its new id."""
    await tx.execute(update(Outbox).where(Outbox.chat_id == old, UNFINISHED).values(chat_id=new))
    await tx.execute(update(Card).where(Card.chat_id == old).values(chat_id=new, tg_id=None))
