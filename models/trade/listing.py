"""The whole catalogue, page by page, as much of it as the search needs."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.trade.products import Product, Variant

COLUMNS = (
    *(Product.id, Product.category_id, Product.title_ru, Product.title_en, Product.brand),
    *(Product.key, Product.about_ru, Product.about_en, Product.attributes),
)


async def page(tx: AsyncSession, after: int, limit: int) -> Sequence[Any]:
    """Products that may be sold, by id."""
    ids = (select(Product.id).where(Product.active, Product.id > after).order_by(Product.id)).limit(
        limit
    )
    statement = select(*COLUMNS).where(Product.id.in_(ids.scalar_subquery())).order_by(Product.id)
    return (await tx.execute(statement)).all()


async def offers(tx: AsyncSession, first: int, last: int) -> dict[int, tuple[int, bool, str]]:
    """Of products between two ids: the least price, whether any is in stock, variants' words."""
    counted = func.coalesce(Variant.stock, 1)
    statement = (
        select(
            Variant.product_id,
            func.min(Variant.price),
            func.max(counted),
            *(_joined(one) for one in (Variant.title_ru, Variant.title_en, Variant.key)),
        )
        .where(Variant.product_id.between(first, last), Variant.active)
        .group_by(Variant.product_id)
    )
    return {
        product_id: (int(price), int(left) > 0, " ".join(words))
        for product_id, price, left, *words in (await tx.execute(statement)).all()
    }


def _joined(column: Any) -> Any:
    return func.coalesce(func.aggregate_strings(column, " "), "")
