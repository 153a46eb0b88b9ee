"""Pieces that leave the shelf or come back to it because an order changed."""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from models.trade.products import Variant


async def put_back(tx: AsyncSession, variant_id: int, quantity: int) -> None:
    """Pieces are on the shelf again; what is not counted stays so."""
    await tx.execute(
        update(Variant)
        .where(Variant.id == variant_id, Variant.stock.is_not(None))
        .values(stock=Variant.stock + quantity)
        .execution_options(synchronize_session=False)
    )


async def take_more(tx: AsyncSession, variant_id: int, quantity: int) -> bool:
    """Take pieces off the shelf; False when there are not that many."""
    statement = (
        update(Variant)
        .where(Variant.id == variant_id, Variant.stock.is_(None) | (Variant.stock >= quantity))
        .values(stock=Variant.stock - quantity)
        .returning(Variant.id)
        .execution_options(synchronize_session=False)
    )
    return (await tx.execute(statement)).first() is not None
