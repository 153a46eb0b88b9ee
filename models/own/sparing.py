"""What an erasure must take care of: numbers given again, calls that run, what the law keeps."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, func, not_, or_, select, true, update
from sqlalchemy import delete as sql_delete
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox import NEW, Inbox
from models.memory.wishes import Wish, WishGroup
from models.messages import Message
from models.outbox import DEAD, SENDING, UNFINISHED, Outbox
from models.outbox import NEW as PROMISED
from models.own.entry import Entry
from models.own.erasure import BEYOND, Erasure
from models.own.inventory import INVENTORY, table_of
from models.own.reach import belongs
from models.people import Customer
from models.schema import metadata
from models.tickets import Ticket
from models.trade.orders import DRAFT, DROPPED, Order

WITHOUT_WORDS: dict[str, Any] = {
    **{"text": "", "html": None, "file_id": None, "album": None},
    **{"chat_id": None, "tg_id": None, "extra": {}},
}
TITLE = 200


async def nobody(tx: AsyncSession, now: datetime) -> int:
    """The customer who stands for nobody: tickets without a word belong to them."""
    known: int | None = await tx.scalar(select(Customer.id).where(Customer.tg_id == BEYOND))
    if known is not None:
        return known
    row = Customer(
        tg_id=BEYOND, name="—", reachable=False, created_at=now, seen_at=now, erased_at=now
    )
    tx.add(row)
    await tx.flush()
    return row.id


def not_in_use(entry: Entry, erasure: Erasure) -> ColumnElement[bool]:
    """Leaves out rows that somebody works with at this moment; the sweeping after takes them."""
    if entry.table == "outbox":
        return Outbox.status != SENDING
    if entry.table == "inbox":
        return or_(Inbox.status != NEW, Inbox.id == (erasure.update_id or 0))
    if entry.table == "message":
        return not_(_numbers_in_use())
    return true()


def _numbers_in_use() -> ColumnElement[bool]:
    on_its_way = select(Outbox.message_id).where(
        UNFINISHED, Outbox.status == SENDING, Outbox.message_id.is_not(None)
    )
    newest = select(func.max(Message.id)).scalar_subquery()
    return or_(Message.id == newest, Message.id.in_(on_its_way))


async def keep_numbers(tx: AsyncSession, erasure: Erasure) -> None:
    """Messages whose numbers must not be given again are emptied: the newest, those on their way.

    SQLite gives the number of a deleted last row to the next one; a call that is running would
    then be written down at somebody else's message.
    """
    mine = select(Ticket.id).where(Ticket.customer_id == erasure.person.customer_id)
    emptied = update(Message).where(Message.ticket_id.in_(mine), _numbers_in_use())
    result = await tx.execute(emptied.values(WITHOUT_WORDS))
    erasure.count("message", "emptied", result)


async def stop_promises(tx: AsyncSession, erasure: Erasure) -> None:
    """What was to be sent is not sent. Rows stay, emptied: the sender may hold their numbers."""
    mine = belongs(INVENTORY["outbox"], erasure.person)
    stopped = update(Outbox).where(UNFINISHED, Outbox.status == PROMISED, mine)
    values = {"status": DEAD, "settled_at": erasure.now, "join_key": None}
    await tx.execute(stopped.values(values))


async def rename_groups(tx: AsyncSession, erasure: Erasure) -> None:
    """Groups of wishes that are called after one that goes are called after another, or go too."""
    mine = Wish.id.in_(select(Wish.id).where(belongs(INVENTORY["wish"], erasure.person)))
    titled = exists().where(
        Wish.group_id == WishGroup.id, func.substr(Wish.text, 1, TITLE) == WishGroup.title, mine
    )
    other = (
        select(func.substr(Wish.text, 1, TITLE))
        .where(Wish.group_id == WishGroup.id, not_(mine))
        .order_by(Wish.id)
        .limit(1)
        .scalar_subquery()
    )
    touched = list(await tx.scalars(select(WishGroup.id).where(titled)))
    if not touched:
        return
    renamed = update(WishGroup).where(WishGroup.id.in_(touched))
    await tx.execute(renamed.values(title=func.coalesce(other, "—")))
    erasure.add("wish_group", "emptied", len(touched))


async def drop_drafts(tx: AsyncSession, erasure: Erasure) -> None:
    """A checkout that was not confirmed never becomes an order."""
    mine = Order.customer_id == erasure.person.customer_id
    await tx.execute(
        update(Order).where(mine, Order.state == DRAFT).values(state=DROPPED, placed_at=None)
    )


async def end_customer(tx: AsyncSession, erasure: Erasure, waits: bool) -> None:
    """The person's own row: left with what delivery needs, without a name, or gone."""
    table, mine = table_of(INVENTORY["customer"]), Customer.id == erasure.person.customer_id
    if waits:
        await tx.execute(update(table).where(mine).values(phone=None, erased_at=erasure.now))
        erasure.add("customer", "kept", 1)
        return
    pointing = [
        exists().where(column == erasure.person.customer_id)
        for other in metadata.tables.values()
        for column in other.columns
        if any(key.column is table.c.id for key in column.foreign_keys)
    ]
    if await tx.scalar(select(or_(*pointing))):
        nameless = {
            **INVENTORY["customer"].emptied,
            "tg_id": BEYOND - erasure.person.customer_id,
            "erased_at": erasure.now,
        }
        await tx.execute(update(table).where(mine).values(nameless))
        erasure.add("customer", "emptied", 1)
    else:
        await tx.execute(sql_delete(table).where(mine))
        erasure.add("customer", "deleted", 1)
