"""What stories of the profile ask: what is known of a person, how they want to be written to."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.consents import Consent
from models.memory.notices import ContactPreference
from models.memory.profiles import DECLARED, INFERRED, ProfileEntry
from models.people import Customer
from models.prepared import Prepared
from models.trade.orders import CANCELLED, DRAFT, DROPPED, Order, OrderLine
from models.trade.products import Product

NOT_BOUGHT = (DRAFT, DROPPED, CANCELLED)
RECENT = 100
# Asked for whatever a customer is sent, so it is prepared.
OWN_ZONE = Prepared(
    select(ContactPreference.time_zone)
    .join(Customer, Customer.id == ContactPreference.customer_id)
    .where(Customer.tg_id == bindparam("tg_id")),
    (ContactPreference.__table__.c.time_zone,),
)


async def agreed(tx: AsyncSession, customer_id: int) -> frozenset[str]:
    """The purposes that a person agreed to, as it stands now."""
    statement = select(Consent.purpose).where(Consent.customer_id == customer_id, Consent.given)
    return frozenset((await tx.execute(statement)).scalars())


async def entries(
    tx: AsyncSession, customer_id: int, *fields: str, removed: bool = False
) -> Sequence[ProfileEntry]:
    """What is known of a person, the latest first; `removed`: what was taken out as well."""
    statement = select(ProfileEntry).where(ProfileEntry.customer_id == customer_id)
    if fields:
        statement = statement.where(ProfileEntry.field.in_(fields))
    if not removed:
        statement = statement.where(ProfileEntry.removed_at.is_(None))
    ordered = statement.order_by(ProfileEntry.at.desc(), ProfileEntry.id.desc())
    return (await tx.execute(ordered)).scalars().all()


async def said_name(tx: AsyncSession, customer_id: int) -> str:
    """How a person wants to be called; "" when they did not say."""
    known = await entries(tx, customer_id, "called")
    return known[0].value if known else ""


async def declared(tx: AsyncSession, customer_id: int) -> dict[str, str]:
    """What a person said of themself, by field: of several, the one that goes first."""
    known = [one for one in await entries(tx, customer_id) if one.source == DECLARED]
    return {one.field: one.value for one in reversed(known)}


async def addresses(tx: AsyncSession, customer_id: int) -> list[str]:
    """A person's addresses: those they gave first, then those that orders say."""
    known = await entries(tx, customer_id, "address")
    return [one.value for one in sorted(known, key=lambda one: one.source != DECLARED)]


async def entry(tx: AsyncSession, customer_id: int, ref: str) -> ProfileEntry | None:
    """One entry of a person, by its reference; None for another's, or one taken out."""
    found: ProfileEntry | None = await tx.scalar(
        select(ProfileEntry)
        .where(
            ProfileEntry.ref == ref,
            ProfileEntry.customer_id == customer_id,
            ProfileEntry.removed_at.is_(None),
        )
        .with_for_update()
    )
    return found


async def keep(
    tx: AsyncSession,
    customer_id: int,
    field: str,
    value: str,
    source: str,
    now: datetime,
    why: dict[str, Any] | None = None,
) -> ProfileEntry:
    """Know this from now on; what was there with the same value becomes it."""
    known = await tx.scalar(
        select(ProfileEntry).where(
            ProfileEntry.customer_id == customer_id,
            ProfileEntry.field == field,
            ProfileEntry.value == value,
        )
    )
    if known is None:
        known = ProfileEntry(
            ref=secrets.token_urlsafe(9), customer_id=customer_id, field=field, value=value
        )
        tx.add(known)
    known.source, known.why, known.at, known.removed_at = source, why or {}, now, None
    await tx.flush()
    return known


async def take_out(
    tx: AsyncSession, customer_id: int, field: str, now: datetime, *, but: int = 0
) -> None:
    """Nothing is known of a field any more but one entry; what was inferred is never so again."""
    ours = (
        ProfileEntry.customer_id == customer_id,
        ProfileEntry.field == field,
        ProfileEntry.id != but,
    )
    await tx.execute(delete(ProfileEntry).where(*ours, ProfileEntry.source == DECLARED))
    await tx.execute(
        update(ProfileEntry)
        .where(*ours, ProfileEntry.source != DECLARED, ProfileEntry.removed_at.is_(None))
        .values(removed_at=now)
    )


async def forget_inferred(tx: AsyncSession, customer_id: int, now: datetime, *fields: str) -> None:
    """What was inferred of some fields is taken out; it may be inferred again after a new yes."""
    await tx.execute(
        delete(ProfileEntry).where(
            ProfileEntry.customer_id == customer_id,
            ProfileEntry.source == INFERRED,
            ProfileEntry.removed_at.is_(None),
            ProfileEntry.field.in_(fields),
        )
    )


async def preference(tx: AsyncSession, customer_id: int) -> ContactPreference | None:
    """How a person wants to be written to; None: as the shop has it."""
    return await tx.get(ContactPreference, customer_id)


async def own_zone(tx: AsyncSession, tg_id: int) -> str | None:
    """The time zone that the customer behind an account set; None: as the shop has it."""
    found = await OWN_ZONE.rows(tx, tg_id=tg_id)
    return found[0][0] if found else None


async def bought_in(tx: AsyncSession, customer_id: int) -> Sequence[tuple[int, int, int]]:
    """Categories of a person's last orders: the category, how many orders, the newest of them."""
    last = (
        select(Order.id)
        .where(Order.customer_id == customer_id, Order.state.not_in(NOT_BOUGHT))
        .order_by(Order.id.desc())
        .limit(RECENT)
    )
    statement = (
        select(
            Product.category_id,
            func.count(OrderLine.order_id.distinct()),
            func.max(OrderLine.order_id),
        )
        .join(Product, Product.id == OrderLine.product_id)
        .where(OrderLine.order_id.in_(last.scalar_subquery()), Product.category_id.is_not(None))
        .group_by(Product.category_id)
    )
    rows = (await tx.execute(statement)).all()
    return [(int(one or 0), int(count), int(newest)) for one, count, newest in rows]
