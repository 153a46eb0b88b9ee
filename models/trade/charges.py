"""Promo codes that are asked about and used; money that came in."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.trade.money import Payment, Promo, PromoUse

PAID, DOUBLED = "paid", "doubled"


async def promo(tx: AsyncSession, code: str) -> Promo | None:
    """A code as it is now; codes are stored in capitals."""
    found: Promo | None = await tx.scalar(
        select(Promo).where(Promo.code == code).execution_options(populate_existing=True)
    )
    return found


async def has_used(tx: AsyncSession, promo_id: int, customer_id: int) -> bool:
    """Whether a customer has ordered with a code."""
    statement = select(PromoUse.id).where(
        PromoUse.customer_id == customer_id, PromoUse.promo_id == promo_id
    )
    return await tx.scalar(statement.limit(1)) is not None


async def use(
    tx: AsyncSession, promo_id: int, order_id: int, customer_id: int, now: datetime
) -> bool:
    """Count one use of a code; False when none is left."""
    result = await tx.execute(
        update(Promo)
        .where(Promo.id == promo_id, Promo.active, or_(Promo.left.is_(None), Promo.left > 0))
        .values(left=Promo.left - 1)
        .execution_options(synchronize_session=False)
    )
    if int(getattr(result, "rowcount", 0)) != 1:
        return False
    tx.add(PromoUse(promo_id=promo_id, order_id=order_id, customer_id=customer_id, at=now))
    return True


async def uses(tx: AsyncSession, promo_id: int) -> int:
    """How often a code was used."""
    statement = select(func.count()).where(PromoUse.promo_id == promo_id)
    return int(await tx.scalar(statement) or 0)


async def stop_others(tx: AsyncSession, codes: Collection[str]) -> None:
    """Codes that the shop's file no longer names are not accepted any more."""
    await tx.execute(
        update(Promo).where(Promo.from_file, Promo.code.not_in(codes)).values(active=False)
    )


async def payment(tx: AsyncSession, charge: str) -> Payment | None:
    """The payment of a charge."""
    found: Payment | None = await tx.scalar(select(Payment).where(Payment.charge == charge))
    return found
