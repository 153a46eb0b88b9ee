"""The moment when a catalogue file takes effect: everything that is sold changes in one commit."""

from datetime import datetime
from typing import Any

from sqlalchemy import Update, case, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.sqlite_link import SLOW
from models.trade.feeds import FeedRow
from models.trade.products import Category, Product, Variant


async def flip(tx: AsyncSession, feed_id: int, now: datetime) -> None:
    """What was prepared is seen, what changes has changed, what is gone is hidden."""
    for statement in (
        _shown(feed_id, "category", Category),
        _shown(feed_id, "product", Product).values(
            changed_at=now,
            options=case((FeedRow.chooses, FeedRow.options), else_=Product.options),
            rules=case((FeedRow.chooses, FeedRow.rules), else_=Product.rules),
        ),
        _shown(feed_id, "variant", Variant).values(
            product_id=FeedRow.product_id,
            price=FeedRow.price,
            old_price=FeedRow.old_price,
            currency=FeedRow.currency,
            stock=case((FeedRow.counts, FeedRow.stock), else_=Variant.stock),
            stock_said=case((FeedRow.counts, FeedRow.stock), else_=Variant.stock_said),
        ),
        _hidden(feed_id, "category", Category),
        _hidden(feed_id, "product", Product).values(changed_at=now),
        _hidden(feed_id, "variant", Variant),
    ):
        await tx.execute(statement, execution_options={"synchronize_session": False})


def _shown(feed_id: int, kind: str, table: Any) -> Update:
    mine = (FeedRow.feed_id == feed_id, FeedRow.kind == kind, FeedRow.active)
    return (
        update(table)
        .prefix_with(SLOW)
        .where(*mine, table.id == FeedRow.target_id)
        .values(active=True)
    )


def _hidden(feed_id: int, kind: str, table: Any) -> Update:
    ids = select(FeedRow.target_id).where(
        FeedRow.feed_id == feed_id, FeedRow.kind == kind, FeedRow.active.is_(False)
    )
    return update(table).prefix_with(SLOW).where(table.id.in_(ids)).values(active=False)
