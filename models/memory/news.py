"""What stories of news ask: what has changed in the catalogue, what is still to be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, and_, case, cast, false, func, or_, select, true
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.profiles import (
    BACK_IN_STOCK,
    CATEGORY,
    OF_VARIANT,
    SUBSCRIBED,
    NewsItem,
    ProductSeen,
    Subscription,
)
from models.trade.products import Product, Variant

SEEN = ProductSeen.metadata.tables["product_seen"]


@dataclass(frozen=True, slots=True)
class Change:
    """A product that is not as it was seen; `was_there` None: never seen. Prices minor units."""

    product_id: int
    category_id: int | None
    price: int | None
    there: bool
    price_before: int | None
    was_there: bool | None


def _now(*where: Any) -> Any:
    """Products with their least price now and whether they are there."""
    variants = (
        select(
            Variant.product_id,
            func.min(Variant.price).label("price"),
            func.max(func.coalesce(Variant.stock, 1)).label("left"),
        )
        .join(Product, Product.id == Variant.product_id)
        .where(Variant.active, *where)
        .group_by(Variant.product_id)
        .subquery()
    )
    is_there = and_(Product.active, func.coalesce(variants.c.left, 0) > 0)
    there = case((is_there, true()), else_=false())
    return (
        (
            select(
                Product.id,
                Product.category_id,
                variants.c.price,
                there.label("there"),
                ProductSeen.price.label("price_before"),
                ProductSeen.there.label("was_there"),
            )
            .outerjoin(variants, variants.c.product_id == Product.id)
            .outerjoin(ProductSeen, ProductSeen.product_id == Product.id)
            .where(*where)
        ),
        there,
        variants.c.price,
    )


async def page_end(tx: AsyncSession, after: int, limit: int) -> int | None:
    """The last product of a page; None behind the end."""
    page = select(Product.id).where(Product.id > after).order_by(Product.id).limit(limit)
    found: int | None = await tx.scalar(select(func.max(page.subquery().c.id)))
    return found


async def differing(tx: AsyncSession, after: int, upto: int) -> list[Change]:
    """Products between two ids that are not as they were seen; one never there is none."""
    statement, there, price = _now(Product.id.between(after + 1, upto))
    fresh = and_(ProductSeen.product_id.is_(None), there)
    other = and_(
        ProductSeen.product_id.is_not(None),
        or_(ProductSeen.there != there, ProductSeen.price.is_distinct_from(price)),
    )
    return _changes((await tx.execute(statement.where(or_(fresh, other)))).all())


async def turned(tx: AsyncSession, limit: int) -> list[Change]:
    """Products that somebody waits for, there again, gone again or never seen."""
    waited = select(cast(Subscription.subject, BigInteger)).where(
        Subscription.kind == BACK_IN_STOCK,
        Subscription.subject.not_like(f"{OF_VARIANT}%"),
        SUBSCRIBED,
    )
    statement, there, _ = _now(Product.id.in_(waited))
    other = or_(ProductSeen.product_id.is_(None), ProductSeen.there != there)
    return _changes((await tx.execute(statement.where(other).limit(limit))).all())


def _changes(rows: Sequence[Any]) -> list[Change]:
    return [
        Change(
            row.id,
            row.category_id,
            row.price,
            bool(row.there),
            row.price_before,
            None if row.was_there is None else bool(row.was_there),
        )
        for row in rows
    ]


async def saw(tx: AsyncSession, changes: Sequence[Change], now: datetime) -> None:
    """This is how these products stand."""
    insert = postgresql.insert if tx.get_bind().dialect.name == "postgresql" else sqlite.insert
    statement = insert(SEEN)
    statement = statement.on_conflict_do_update(
        index_elements=["product_id"],
        set_={name: statement.excluded[name] for name in ("price", "there", "seen_at")},
    )
    rows = [
        {"product_id": one.product_id, "price": one.price, "there": one.there, "seen_at": now}
        for one in changes
    ]
    if rows:
        await tx.execute(statement, rows)


async def open_on_shelf(tx: AsyncSession, category_id: int, since: datetime) -> NewsItem | None:
    """The news of a shelf that is being gathered."""
    found: NewsItem | None = await tx.scalar(
        select(NewsItem).where(
            NewsItem.done_at.is_(None),
            NewsItem.kind == CATEGORY,
            NewsItem.category_id == category_id,
            NewsItem.created_at >= since,
        )
    )
    return found


async def first_untold(tx: AsyncSession) -> NewsItem | None:
    """The oldest news that not everybody was told of."""
    statement = select(NewsItem).where(NewsItem.done_at.is_(None)).order_by(NewsItem.id)
    found: NewsItem | None = await tx.scalar(statement.limit(1))
    return found
