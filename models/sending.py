"""What the sender may send next, and rows that wait for company or are taken back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, bindparam, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.cards import Card
from models.outbox import DEAD, JOINABLE, NEW, ROWS, SENDING, UNFINISHED, Outbox
from models.prepared import Prepared, Sized

SPOKEN = ("relay", "text")
SAYS_NOTHING = text("outbox.kind NOT IN ('relay', 'text')")


@dataclass(frozen=True, slots=True)
class Due:
    """A row that may be sent now, as much of it as sending needs."""

    id: int
    chat_id: int
    kind: str
    payload: dict[str, Any]
    ticket_id: int | None
    message_id: int | None
    tries: int
    lost: int


def _due(held: Sequence[ColumnElement[int]]) -> Prepared:
    row, earlier = ROWS, ROWS.alias("earlier")
    overtakes = (
        select(earlier.c.id)
        .where(
            earlier.c.chat_id == row.c.chat_id,
            earlier.c.ticket_id == row.c.ticket_id,
            earlier.c.id < row.c.id,
            text("earlier.status IN ('new', 'sending')"),
            earlier.c.status == NEW,
            earlier.c.not_before > bindparam("now"),
            text("earlier.kind IN ('relay', 'text', 'topic')"),
        )
        .exists()
    )
    columns = [row.c[field.name] for field in fields(Due)]
    return Prepared(
        select(*columns)
        .where(
            UNFINISHED,
            row.c.status == NEW,
            row.c.not_before.is_(None) | (row.c.not_before <= bindparam("now")),
            *(row.c.chat_id != one for one in held),
            or_(SAYS_NOTHING, row.c.ticket_id.is_(None), ~overtakes),
        )
        .order_by(row.c.priority, row.c.id)
        .limit(bindparam("most", type_=Integer)),
        columns,
    )


DUE = Sized("held", _due)


async def due(tx: AsyncSession, now: datetime, held: Collection[int], limit: int = 64) -> list[Due]:
    """Rows that may be sent now, the most urgent first, chats that are held left out.

    What is said in a ticket never overtakes what was said there before and must still wait.
    """
    question, listed = DUE.given(held)
    return [Due(*row) for row in await question.rows(tx, now=now, most=limit, **listed)]


async def put_off(tx: AsyncSession, join_key: str, until: datetime) -> None:
    """A waiting row gets more company: it waits until a later moment."""
    await tx.execute(
        update(Outbox).where(Outbox.join_key == join_key, JOINABLE).values(not_before=until)
    )


async def cancel(
    tx: AsyncSession, ids: Collection[int], reason: str, now: datetime, chat_id: int | None = None
) -> int:
    """Take back what was promised of these messages and is not on its way yet; how many rows."""
    statement = update(Outbox).where(
        UNFINISHED,
        Outbox.message_id.in_(ids),
        Outbox.status == NEW,
        Outbox.kind.in_(("relay", "text", "edit")),
    )
    if chat_id is not None:
        statement = statement.where(Outbox.chat_id == chat_id)
    result = await tx.execute(statement.values(status=DEAD, error=reason, settled_at=now))
    return int(getattr(result, "rowcount", 0))


async def stopped_messages(tx: AsyncSession, chat_id: int) -> dict[int, set[int]]:
    """Messages by ticket that still wait to be sent to a chat."""
    statement = select(Outbox.ticket_id, Outbox.message_id).where(
        UNFINISHED,
        Outbox.chat_id == chat_id,
        Outbox.status == NEW,
        Outbox.message_id.is_not(None),
        Outbox.ticket_id.is_not(None),
    )
    found: dict[int, set[int]] = {}
    for ticket_id, message_id in (await tx.execute(statement)).all():
        if ticket_id is not None and message_id is not None:
            found.setdefault(ticket_id, set()).add(message_id)
    return found


async def private_cards(tx: AsyncSession, card: str, subject_id: int) -> list[int]:
    """The private chats in which a card stands."""
    statement = select(Card.chat_id).where(
        Card.key >= f"{card}:{subject_id}:",
        Card.key < f"{card}:{subject_id};",
        Card.chat_id > 0,
        Card.tg_id.is_not(None),
    )
    return list((await tx.execute(statement)).scalars())


async def places_of(tx: AsyncSession, card: str, subject_id: int) -> set[tuple[int, int | None]]:
    """Every chat, with its topic, in which a card stands or is about to."""
    standing = select(Card.chat_id, Card.thread_id).where(
        Card.key >= f"{card}:{subject_id}:",
        Card.key < f"{card}:{subject_id};",
        Card.tg_id.is_not(None),
    )
    coming = select(Outbox.chat_id, Outbox.payload).where(
        UNFINISHED, Outbox.kind == "card", Outbox.join_key.startswith(f"card:{card}:{subject_id}:")
    )
    found = {(chat_id, thread_id) for chat_id, thread_id in (await tx.execute(standing)).all()}
    rows = (await tx.execute(coming)).all()
    return found | {(chat_id, payload.get("thread")) for chat_id, payload in rows}


async def is_sending(tx: AsyncSession, chat_id: int) -> bool:
    """Whether a call to a chat is under way, or its result not written down yet."""
    statement = select(Outbox.id).where(
        UNFINISHED, Outbox.chat_id == chat_id, Outbox.status == SENDING
    )
    return await tx.scalar(statement.limit(1)) is not None


async def waits(tx: AsyncSession, chat_id: int, join_key: str) -> bool:
    """Whether a row whose `join_key` begins so is still to be sent to a chat."""
    statement = select(Outbox.id).where(
        UNFINISHED,
        Outbox.chat_id == chat_id,
        Outbox.status == NEW,
        Outbox.join_key.startswith(join_key, autoescape=True),
    )
    return await tx.scalar(statement.limit(1)) is not None
