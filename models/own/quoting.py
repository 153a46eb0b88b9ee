"""What passed through chats may quote a person: it loses its words, what is in use a bit later."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, TextClause, and_, false, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox import NEW, WAITING, Inbox
from models.outbox import NEW as PROMISED
from models.outbox import SENDING, UNFINISHED, Outbox
from models.own.inventory import INVENTORY
from models.own.reach import Person
from models.sqlite_link import SLOW

AT_ONCE = 400


def _lanes(staff: Collection[int]) -> ColumnElement[bool]:
    return or_(Inbox.lane < 0, Inbox.lane.in_(staff))


def _chats(staff: Collection[int]) -> ColumnElement[bool]:
    return or_(Outbox.chat_id < 0, Outbox.chat_id.in_(staff))


async def empty_staff_side(
    tx: AsyncSession, staff: Collection[int], after: int, before: datetime
) -> None:
    """What the staff said and were told until a moment is emptied, as far as it is done with.

    `after`: up to this row the outbox is empty anyway. Nothing needs either but a look for faults.
    """
    await tx.execute(
        update(Inbox)
        .where(Inbox.has_body, Inbox.status != NEW, Inbox.received_at <= before, _lanes(staff))
        .values(body=None, has_body=False)
        .prefix_with(SLOW, dialect="sqlite")
    )
    settled = Outbox.status.not_in((PROMISED, SENDING))
    await tx.execute(
        update(Outbox)
        .where(Outbox.id > after, settled, Outbox.created_at <= before, _chats(staff))
        .values(payload={})
        .prefix_with(SLOW, dialect="sqlite")
    )


async def in_use(tx: AsyncSession, person: Person, staff: Collection[int]) -> dict[str, list[int]]:
    """Rows that can't be emptied yet, by number: `rows` and `staff` of the outbox that are still
    to be sent to the person and to the staff, `updates` of the inbox that the staff sent. Cards of
    the staff's are not among them: their words are read when they are sent.
    """
    unsent = select(Outbox.id).where(UNFINISHED)
    mine = false() if person.is_staff else Outbox.chat_id == person.tg_id
    quoting = and_(_chats(staff), Outbox.kind != "card")
    updates = select(Inbox.id).where(WAITING, _lanes(staff))
    return {
        "rows": list(await tx.scalars(unsent.where(mine))),
        "staff": list(await tx.scalars(unsent.where(quoting))),
        "updates": list(await tx.scalars(updates)),
    }


async def sweep(tx: AsyncSession, noted: dict[str, Sequence[int]]) -> dict[str, list[int]]:
    """Empty what of these rows is done with by now; the rest, as it came."""
    emptied = INVENTORY["outbox"].emptied
    bare = {"body": None, "has_body": False}
    return {
        "rows": await _sweep(tx, Outbox, UNFINISHED, noted.get("rows", ()), emptied),
        "staff": await _sweep(tx, Outbox, UNFINISHED, noted.get("staff", ()), {"payload": {}}),
        "updates": await _sweep(tx, Inbox, WAITING, noted.get("updates", ()), bare),
    }


async def _sweep(
    tx: AsyncSession,
    row: type[Outbox] | type[Inbox],
    unfinished: TextClause,
    ids: Sequence[int],
    values: Any,
) -> list[int]:
    left = list[int]()
    for at in range(0, len(ids), AT_ONCE):
        these = set(ids[at : at + AT_ONCE])
        still = set(await tx.scalars(select(row.id).where(unfinished, row.id.in_(these))))
        await tx.execute(update(row).where(row.id.in_(these - still)).values(values))
        left += sorted(still)
    return left
