"""News on its way to subscriptions: what arrived, what did not, what was seen since."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import String, cast, exists, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.notices import Notice
from models.memory.profiles import BACK_IN_STOCK, SUBSCRIBED, Subscription


async def going(tx: AsyncSession, after: int, limit: int) -> Sequence[Subscription]:
    """Subscriptions whose news is on its way, by number."""
    statement = (
        select(Subscription)
        .where(Subscription.item_id.is_not(None), Subscription.id > after)
        .order_by(Subscription.id)
        .limit(limit)
    )
    return (await tx.execute(statement)).scalars().all()


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


async def arrivals(
    tx: AsyncSession, dedups: Collection[tuple[int, str]]
) -> dict[tuple[int, str], Notice]:
    """Notices by their customer and what tells them apart."""
    statement = select(Notice).where(
        Notice.customer_id.in_({one for one, _ in dedups}),
        Notice.dedup.in_({one for _, one in dedups}),
    )
    rows = (await tx.execute(statement)).scalars()
    return {(one.customer_id, one.dedup): one for one in rows}


async def end(tx: AsyncSession, ids: Collection[int], now: datetime) -> None:
    """What was waited for has come: these subscriptions end."""
    await tx.execute(
        update(Subscription).where(Subscription.id.in_(ids)).values(ended_at=now, item_id=None)
    )


async def wait_on(tx: AsyncSession, ids: Collection[int]) -> None:
    """The news did not arrive: these subscriptions wait for the next."""
    await tx.execute(update(Subscription).where(Subscription.id.in_(ids)).values(item_id=None))
