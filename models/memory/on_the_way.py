"""News on its way to subscriptions: what arrived, what did not, what was seen since."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import String, and_, cast, exists, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.notices import DROPPED, Notice
from models.memory.profiles import BACK_IN_STOCK, GOING, SUBSCRIBED, Subscription


async def settled(tx: AsyncSession, limit: int) -> Sequence[tuple[int, bool]]:
    """Subscriptions whose news stands in the chat, or never will: their numbers, and which it is.

    Those whose news is held are left to the database: there may be very many for a whole night.
    """
    dedup = Subscription.kind.concat(":").concat(cast(Subscription.item_id, String))
    note = and_(Notice.customer_id == Subscription.customer_id, Notice.dedup == dedup)
    over = or_(Notice.id.is_(None), Notice.tg_id.is_not(None), Notice.state == DROPPED)
    statement = (
        select(Subscription.id, Notice.tg_id)
        .outerjoin(Notice, note)
        .where(GOING, over)
        .limit(limit)
    )
    return [(one, tg_id is not None) for one, tg_id in await tx.execute(statement)]


async def on_its_way(tx: AsyncSession, ids: Collection[int], item_id: int) -> None:
    """News is on its way to these subscriptions."""
    await tx.execute(update(Subscription).where(Subscription.id.in_(ids)).values(item_id=item_id))


async def saw_price(tx: AsyncSession, ids: Collection[int], price: int) -> None:
    """These are told of a price: only less is news from now on."""
    await tx.execute(update(Subscription).where(Subscription.id.in_(ids)).values(price=price))


async def not_there(tx: AsyncSession, subject: str) -> None:
    """A thing is gone again: whoever was not reached meanwhile waits on."""
    dedup = literal(f"{BACK_IN_STOCK}:").concat(cast(Subscription.item_id, String))
    reached = exists().where(
        Notice.customer_id == Subscription.customer_id,
        Notice.dedup == dedup,
        Notice.tg_id.is_not(None),
    )
    await tx.execute(
        update(Subscription)
        .where(
            Subscription.kind == BACK_IN_STOCK,
            Subscription.subject == subject,
            Subscription.item_id.is_not(None),
            SUBSCRIBED,
            ~reached,
        )
        .values(item_id=None)
        .execution_options(synchronize_session=False)
    )


async def end(tx: AsyncSession, ids: Collection[int], now: datetime) -> None:
    """What was waited for has come: these subscriptions end."""
    await tx.execute(
        update(Subscription).where(Subscription.id.in_(ids)).values(ended_at=now, item_id=None)
    )


async def wait_on(tx: AsyncSession, ids: Collection[int]) -> None:
    """The news did not arrive: these subscriptions wait for the next."""
    await tx.execute(update(Subscription).where(Subscription.id.in_(ids)).values(item_id=None))
