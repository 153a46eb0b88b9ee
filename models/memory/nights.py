"""What the nightly figures read and write: orders, who may be known by name, where they stand."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    and_,
    cast,
    delete,
    exists,
    extract,
    func,
    insert,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.consents import PROFILING, Consent
from models.memory.purposes import UNLESS_REFUSED
from models.memory.segments import Segment, SegmentMove, SegmentNight
from models.people import Customer
from models.sqlite_link import SLOW
from models.trade.orders import DELIVERED, LIVE, Order
from models.trade.returns import DONE, ReturnCase

PLACED = (*LIVE, DELIVERED)
Row = tuple[Any, ...]


def known_by_name(people: str, customer_id: Any = Segment.customer_id) -> ColumnElement[bool]:
    """Whether figures of a person may be kept: they agreed; or, unless refused, did not refuse."""
    asked = and_(Consent.customer_id == customer_id, Consent.purpose == PROFILING)
    if people == UNLESS_REFUSED:
        return ~exists().where(asked, Consent.given.is_(False))
    return exists().where(asked, Consent.given.is_(True))


def _seconds(tx: AsyncSession, moment: Any) -> ColumnElement[int]:
    """A moment as whole seconds since 1970."""
    if tx.get_bind().dialect.name == "postgresql":
        return cast(func.floor(extract("epoch", moment)), BigInteger)
    return cast(func.strftime("%s", moment), Integer)


async def orders_page(
    tx: AsyncSession, after: int, limit: int, currency: str, before: datetime
) -> Sequence[Row]:
    """(order's id, customer's id, seconds since 1970, money for goods), placed and not cancelled.

    `before`: what was placed later is left to the next night. Delivery is nobody's income here.
    """
    statement = (
        select(
            Order.id,
            Order.customer_id,
            _seconds(tx, Order.placed_at),
            Order.total - Order.delivery_price,
        )
        .where(
            Order.id > after,
            Order.state.in_(PLACED),
            Order.currency == currency,
            Order.placed_at < before,
        )
        .order_by(Order.id)
        .limit(limit)
    )
    return (await tx.execute(statement)).all()


async def any_before(tx: AsyncSession, moment: datetime) -> bool:
    """Whether anything was ordered before a moment."""
    statement = select(Order.id).where(Order.placed_at < moment).limit(1)
    return await tx.scalar(statement) is not None


async def refunds(tx: AsyncSession) -> Sequence[Row]:
    """(order's id, money given back) of returns that are done."""
    statement = (
        select(ReturnCase.order_id, func.sum(ReturnCase.refund))
        .where(ReturnCase.state == DONE, ReturnCase.refund > 0)
        .group_by(ReturnCase.order_id)
    )
    return (await tx.execute(statement)).all()


async def named_page(tx: AsyncSession, people: str, after: int, limit: int) -> list[int]:
    """Customers whose own figures may be kept, by id."""
    statement = (
        select(Customer.id)
        .where(
            Customer.id > after, Customer.erased_at.is_(None), known_by_name(people, Customer.id)
        )
        .order_by(Customer.id)
        .limit(limit)
    )
    return [int(one) for one in (await tx.execute(statement)).scalars()]


async def still_named(tx: AsyncSession, people: str, ids: Collection[int]) -> set[int]:
    """Those of the customers whose own figures may be kept now."""
    statement = select(Customer.id).where(
        Customer.id.in_(ids), Customer.erased_at.is_(None), known_by_name(people, Customer.id)
    )
    return {int(one) for one in (await tx.execute(statement)).scalars()}


async def standing_page(tx: AsyncSession, after: int, limit: int) -> Sequence[Row]:
    """Where customers stand, as stored, by id."""
    told = Segment.__table__.c
    statement = (
        select(
            told.customer_id,
            told.stage,
            told.wanted,
            told.nights,
            told.vip,
            told.orders,
            told.spent,
            told.recency_score,
            told.frequency_score,
            told.money_score,
            told.again,
            told.worth,
            _seconds(tx, told.computed_at),
            _seconds(tx, told.last_at),
        )
        .where(told.customer_id > after)
        .order_by(told.customer_id)
        .limit(limit)
    )
    return (await tx.execute(statement)).all()


async def put(tx: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Segments as they are now, one a customer."""
    on_postgres = tx.get_bind().dialect.name == "postgresql"
    statement = (postgresql.insert if on_postgres else sqlite.insert)(Segment)
    fresh = {
        column.name: statement.excluded[column.name]
        for column in Segment.__table__.c
        if column.name != "customer_id"
    }
    if rows:
        await tx.execute(
            statement.on_conflict_do_update(index_elements=["customer_id"], set_=fresh), rows
        )


async def move(tx: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Customers went from one stage to another."""
    if rows:
        await tx.execute(insert(SegmentMove), rows)


async def since_of(tx: AsyncSession, ids: Collection[int]) -> dict[int, datetime]:
    """Since when customers stand where they stand."""
    statement = select(Segment.customer_id, Segment.since).where(Segment.customer_id.in_(ids))
    return {int(one): moment for one, moment in (await tx.execute(statement)).all()}


async def any_unnamed(tx: AsyncSession, people: str) -> bool:
    """Whether figures are kept of people who may not be known by name."""
    held = select(Segment.customer_id).where(~known_by_name(people)).limit(1)
    return await tx.scalar(held.prefix_with(SLOW)) is not None


async def forget_unnamed(tx: AsyncSession, people: str, limit: int) -> int:
    """Take away the figures of people who may not be known by name; how many, `limit` at most."""
    held = select(Segment.customer_id).where(~known_by_name(people)).limit(limit)
    ids = [int(one) for one in (await tx.execute(held.prefix_with(SLOW))).scalars()]
    for row in (Segment, SegmentMove):
        await tx.execute(delete(row).where(row.customer_id.in_(ids)))
    return len(ids)


async def finish(
    tx: AsyncSession,
    night: date,
    fitted: dict[str, Any],
    totals: dict[str, Any],
    seconds: float,
    at: datetime,
) -> None:
    """One night's figures; the same night again takes their place."""
    row = SegmentNight(night=night, fitted=fitted, totals=totals, seconds=seconds, at=at)
    await tx.merge(row)
