"""The catalogue as it is, for a file to be held against: by keys, a handful at a time."""

from collections import defaultdict
from collections.abc import AsyncIterator, Collection, Mapping
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.trade.products import Category, Photo, Product, Variant

PAGE = 2000
Known = Mapping[str, Any]


async def categories(tx: AsyncSession) -> list[Known]:
    """Every category, its parent's key with it, in the shop's order."""
    rows = (
        await tx.execute(
            select(
                Category.id,
                Category.key,
                Category.parent_id,
                Category.title_ru,
                Category.title_en,
                Category.active,
                Category.position,
            ).order_by(Category.position, Category.id)
        )
    ).mappings()
    return [dict(row) for row in rows]


async def products(tx: AsyncSession, keys: Collection[str]) -> dict[str, Known]:
    """Products by key."""
    return await _by_key(tx, Product, Product.key.in_(keys))


async def variants(
    tx: AsyncSession, keys: Collection[str], product_ids: Collection[int]
) -> dict[str, Known]:
    """Variants by key: those asked for, and all of these products."""
    wanted = or_(Variant.key.in_(keys), Variant.product_id.in_(product_ids))
    return await _by_key(tx, Variant, wanted)


async def _by_key(tx: AsyncSession, kind: Any, wanted: Any) -> dict[str, Known]:
    rows = (await tx.execute(select(*kind.__table__.columns).where(wanted))).mappings()
    return {row["key"]: dict(row) for row in rows}


async def photos(tx: AsyncSession, product_ids: Collection[int]) -> dict[int, list[str]]:
    """The pictures of products, in order."""
    found: dict[int, list[str]] = defaultdict(list)
    statement = (
        select(Photo.product_id, Photo.source)
        .where(Photo.product_id.in_(product_ids))
        .order_by(Photo.product_id, Photo.position, Photo.id)
    )
    for product_id, source in (await tx.execute(statement)).all():
        if product_id is not None:
            found[product_id].append(source)
    return found


async def keys_of_products(tx: AsyncSession, ids: Collection[int]) -> dict[int, str]:
    """The keys of products."""
    rows = await tx.execute(select(Product.id, Product.key).where(Product.id.in_(ids)))
    return {row[0]: row[1] for row in rows.all()}


async def sold_now(tx: AsyncSession) -> AsyncIterator[list[tuple[int, str, str]]]:
    """Every product that is sold, a page at a time: id, key, title."""
    after = 0
    while True:
        statement = (
            select(Product.id, Product.key, Product.title_ru)
            .where(Product.id > after, Product.active)
            .order_by(Product.id)
            .limit(PAGE)
        )
        rows = [(row[0], row[1], row[2]) for row in (await tx.execute(statement)).all()]
        if not rows:
            return
        after = rows[-1][0]
        yield rows


async def count_sold(tx: AsyncSession) -> int:
    """How many products are sold."""
    return int(await tx.scalar(select(func.count()).where(Product.active)) or 0)
