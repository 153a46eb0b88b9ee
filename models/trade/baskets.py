"""What carts hold, read with what is sold; and what a customer agreed to have filled in."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.trade.carts import CartLine, Remembered
from models.trade.products import Product, Variant


@dataclass(frozen=True, slots=True)
class CartItem:
    """A line of a cart with the thing as the shop has it now."""

    line: CartLine
    variant: Variant
    product: Product


async def items(tx: AsyncSession, customer_id: int) -> list[CartItem]:
    """A cart's lines in the order in which they were put there."""
    statement = (
        select(CartLine, Variant, Product)
        .join(Variant, Variant.id == CartLine.variant_id)
        .join(Product, Product.id == Variant.product_id)
        .where(CartLine.customer_id == customer_id)
        .order_by(CartLine.id)
        .execution_options(populate_existing=True)
    )
    return [CartItem(*row) for row in (await tx.execute(statement)).all()]


async def thing(tx: AsyncSession, variant_id: int) -> tuple[Variant, Product] | None:
    """A variant with its product."""
    statement = (
        select(Variant, Product)
        .join(Product, Product.id == Variant.product_id)
        .where(Variant.id == variant_id)
        .execution_options(populate_existing=True)
    )
    row = (await tx.execute(statement)).first()
    return (row[0], row[1]) if row is not None else None


async def of_variant(tx: AsyncSession, customer_id: int, variant_id: int) -> Sequence[CartLine]:
    """The lines of a cart that hold a variant, with whatever options."""
    statement = select(CartLine).where(
        CartLine.customer_id == customer_id, CartLine.variant_id == variant_id
    )
    return (await tx.execute(statement)).scalars().all()


async def count(tx: AsyncSession, customer_id: int) -> int:
    """How many lines a cart has."""
    statement = select(func.count()).where(CartLine.customer_id == customer_id)
    return int(await tx.scalar(statement) or 0)


async def empty(tx: AsyncSession, customer_id: int) -> None:
    """Nothing is left in a cart."""
    await tx.execute(delete(CartLine).where(CartLine.customer_id == customer_id))


async def remembered(tx: AsyncSession, customer_id: int) -> Remembered | None:
    """What a customer agreed to have filled in."""
    return await tx.get(Remembered, customer_id)
