"""Single variants that somebody waits for: whether each is there, and how it was last seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, and_, case, cast, false, func, or_, select, true
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.profiles import (
    BACK_IN_STOCK,
    OF_VARIANT,
    SUBSCRIBED,
    Subscription,
    VariantSeen,
)
from models.trade.products import Product, Variant

SEEN = VariantSeen.metadata.tables["variant_seen"]


@dataclass(frozen=True, slots=True)
class Turned:
    """A variant that is there again, or gone again; its price in minor units."""

    variant_id: int
    product_id: int
    category_id: int | None
    price: int
    there: bool


async def turned(tx: AsyncSession, limit: int) -> list[Turned]:
    """Variants that somebody waits for and that are not as they were seen."""
    number = func.nullif(func.substr(Subscription.subject, len(OF_VARIANT) + 1), "")
    waited = select(cast(number, BigInteger)).where(
        Subscription.kind == BACK_IN_STOCK, Subscription.subject.startswith(OF_VARIANT), SUBSCRIBED
    )
    is_there = and_(Product.active, Variant.active, func.coalesce(Variant.stock, 1) > 0)
    there = case((is_there, true()), else_=false())
    statement = (
        select(Variant.id, Variant.product_id, Product.category_id, Variant.price, there)
        .join(Product, Product.id == Variant.product_id)
        .outerjoin(VariantSeen, VariantSeen.variant_id == Variant.id)
        .where(Variant.id.in_(waited))
        .where(or_(VariantSeen.variant_id.is_(None), VariantSeen.there != there))
        .limit(limit)
    )
    rows = (await tx.execute(statement)).all()
    return [Turned(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows]


async def saw(tx: AsyncSession, found: Sequence[tuple[int, bool]], now: datetime) -> None:
    """This is how these variants stand."""
    insert = postgresql.insert if tx.get_bind().dialect.name == "postgresql" else sqlite.insert
    statement = insert(SEEN)
    statement = statement.on_conflict_do_update(
        index_elements=["variant_id"],
        set_={name: statement.excluded[name] for name in ("there", "seen_at")},
    )
    rows = [{"variant_id": one, "there": there, "seen_at": now} for one, there in found]
    if rows:
        await tx.execute(statement, rows)
