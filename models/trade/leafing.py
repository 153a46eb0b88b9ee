"""The whole catalogue that is sold, leafed through a page at a time."""

from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.trade.products import Photo, Product, Variant

PAGE = 200


@dataclass(frozen=True, slots=True)
class Leaf:
    """A product with what belongs to it, in order."""

    product: Product
    variants: Sequence[Variant]
    photos: Sequence[str]


async def leaves(tx: AsyncSession) -> AsyncIterator[list[Leaf]]:
    """Every product that is sold, in the shop's order."""
    place = (-1, 0)
    while True:
        position, after = place
        later = (Product.position > position) | (
            (Product.position == position) & (Product.id > after)
        )
        products = (
            await tx.execute(
                select(Product)
                .where(Product.active, later)
                .order_by(Product.position, Product.id)
                .limit(PAGE)
            )
        ).scalars()
        found = list(products)
        if not found:
            return
        place = (found[-1].position, found[-1].id)
        yield await _with_the_rest(tx, found)
        tx.expunge_all()


async def _with_the_rest(tx: AsyncSession, products: Sequence[Product]) -> list[Leaf]:
    ids = [product.id for product in products]
    variants, photos = defaultdict[int, list[Variant]](list), defaultdict[int, list[str]](list)
    wanted = select(Variant).where(Variant.product_id.in_(ids), Variant.active)
    for row in (await tx.execute(wanted.order_by(Variant.position, Variant.id))).scalars():
        variants[row.product_id].append(row)
    pictures = (
        select(Photo.product_id, Photo.source)
        .where(Photo.product_id.in_(ids))
        .order_by(Photo.position, Photo.id)
    )
    for product_id, source in (await tx.execute(pictures)).all():
        if product_id is not None:
            photos[product_id].append(source)
    return [Leaf(one, variants[one.id], photos[one.id]) for one in products if variants[one.id]]
