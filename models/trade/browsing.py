"""What customers see of the catalogue: shelves, pages of goods, one thing with all its parts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.trade.carts import Browse
from models.trade.products import Category, Photo, Product, Variant

MOST_VARIANTS = 200
MOST_PHOTOS = 20


@dataclass(frozen=True, slots=True)
class Thing:
    """A product that is sold, with its variants and the photos that can be shown."""

    product: Product
    variants: Sequence[Variant]
    photos: Sequence[Photo]


def _sold() -> tuple[Any, ...]:
    variant = select(Variant.id).where(Variant.product_id == Product.id, Variant.active)
    return Product.active, variant.exists()


async def categories(tx: AsyncSession) -> Sequence[Category]:
    """Every shelf that is shown, in the shop's order."""
    statement = select(Category).where(Category.active).order_by(Category.position, Category.id)
    return (await tx.execute(statement)).scalars().all()


async def counts(tx: AsyncSession) -> Mapping[int | None, int]:
    """How many things each shelf holds by itself."""
    statement = select(Product.category_id, func.count()).where(*_sold())
    found = await tx.execute(statement.group_by(Product.category_id))
    return {category_id: int(count) for category_id, count in found.all()}


async def shelf(
    tx: AsyncSession, category_id: int | None, offset: int, limit: int
) -> Sequence[Product]:
    """A page of the things on one shelf; None: what stands on no shelf."""
    statement = (
        select(Product)
        .where(Product.category_id == category_id, *_sold())
        .order_by(Product.position, Product.id)
        .offset(offset)
        .limit(limit)
    )
    return (await tx.execute(statement)).scalars().all()


async def products(tx: AsyncSession, ids: Collection[int]) -> Mapping[int, Product]:
    """Things by their ids; what is sold no more is left out."""
    statement = select(Product).where(Product.id.in_(ids), *_sold())
    return {one.id: one for one in (await tx.execute(statement)).scalars()}


async def variants_of(tx: AsyncSession, ids: Collection[int]) -> Mapping[int, Sequence[Variant]]:
    """The variants of things that are sold, in the shop's order."""
    statement = (
        select(Variant)
        .where(Variant.product_id.in_(ids), Variant.active)
        .order_by(Variant.product_id, Variant.position, Variant.id)
    )
    found: dict[int, list[Variant]] = {}
    for one in (await tx.execute(statement)).scalars():
        found.setdefault(one.product_id, []).append(one)
    return found


async def sizes(tx: AsyncSession, ids: Collection[int]) -> Mapping[int, tuple[Product, Variant]]:
    """Variants by their ids, each with its product; what is sold no more is left out."""
    statement = select(Product, Variant).join(Variant, Variant.product_id == Product.id)
    statement = statement.where(Variant.id.in_(ids), Variant.active, Product.active)
    return {row[1].id: (row[0], row[1]) for row in (await tx.execute(statement)).all()}


async def thing(tx: AsyncSession, product_id: int) -> Thing | None:
    """A thing that is sold, as it is at this moment."""
    statement = select(Product).where(Product.id == product_id, *_sold())
    product = (
        await tx.execute(statement.execution_options(populate_existing=True))
    ).scalar_one_or_none()
    if product is None:
        return None
    ordered = select(Variant).where(Variant.product_id == product_id, Variant.active)
    ordered = ordered.order_by(Variant.position, Variant.id).limit(MOST_VARIANTS)
    variants = await tx.execute(ordered.execution_options(populate_existing=True))
    photos = await tx.execute(
        select(Photo)
        .where(Photo.product_id == product_id, ~Photo.broken)
        .order_by(Photo.position, Photo.id)
        .limit(MOST_PHOTOS)
    )
    return Thing(product, variants.scalars().all(), photos.scalars().all())


async def owner_of(tx: AsyncSession, variant_id: int) -> int | None:
    """The product of a variant."""
    found: int | None = await tx.scalar(select(Variant.product_id).where(Variant.id == variant_id))
    return found


async def any_photo(tx: AsyncSession) -> bool:
    """Whether the shop has pictures at all."""
    shown = select(Photo.id).where(~Photo.broken).limit(1)
    return await tx.scalar(shown) is not None


async def first_photo(tx: AsyncSession, product_id: int) -> int | None:
    """The picture that stands for a thing."""
    statement = select(Photo.id).where(Photo.product_id == product_id, ~Photo.broken)
    found: int | None = await tx.scalar(statement.order_by(Photo.position, Photo.id).limit(1))
    return found


async def photo(tx: AsyncSession, photo_id: int) -> Photo | None:
    """One photo, as stored."""
    return await tx.get(Photo, photo_id)


async def own_photos(tx: AsyncSession, sources: Collection[str]) -> Mapping[str, int]:
    """Photos that belong to no product, by where they come from; made when they are missing."""
    statement = select(Photo.source, Photo.id, Photo.broken).where(
        Photo.product_id.is_(None), Photo.source.in_(sources)
    )
    known = (await tx.execute(statement)).all()
    fresh = sorted(set(sources) - {source for source, _, _ in known})
    if fresh:
        rows = [{"source": source, "broken": False, "position": 0} for source in fresh]
        await tx.execute(insert(Photo), rows)
        known = (await tx.execute(statement)).all()
    return {source: photo_id for source, photo_id, broken in known if not broken}


async def own_photo(tx: AsyncSession, source: str) -> Photo | None:
    """A photo that belongs to no product, by where it comes from; None for a broken one."""
    found: Photo | None = await tx.scalar(
        select(Photo).where(Photo.product_id.is_(None), Photo.source == source).limit(1)
    )
    return None if found is None or found.broken else found


async def photo_shown(tx: AsyncSession, photo_id: int, file_id: str) -> None:
    """Telegram has a copy of a photo now."""
    await tx.execute(
        update(Photo)
        .where(Photo.id == photo_id, Photo.tg_file_id.is_(None))
        .values(tg_file_id=file_id)
    )


async def photo_refused(tx: AsyncSession, photo_id: int) -> None:
    """Telegram can't show a photo: its own copy is forgotten first, then the photo is broken."""
    await tx.execute(
        update(Photo)
        .where(Photo.id == photo_id)
        .values(broken=Photo.tg_file_id.is_(None), tg_file_id=None)
    )


async def browse(tx: AsyncSession, customer_id: int) -> Browse | None:
    """Where a customer stands in the catalogue."""
    return await tx.get(Browse, customer_id)
