"""Customers with orders in the past, some of whom agreed to be known by name."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count

from models.memory.consents import PROFILING, Consent, ConsentEvent, PolicyText
from models.people import Customer
from models.store import Session
from models.trade.orders import DELIVERED, Order
from tests.desk import Shop

NUMBERS = count(1)


async def buyer(
    shop: Shop,
    name: str,
    days_ago: Sequence[float],
    *,
    agreed: bool | None = True,
    total: int = 100_00,
    state: str = DELIVERED,
    tg_id: int | None = None,
) -> int:
    """A customer with an order so many days ago each; their id."""
    now = shop.clock()
    async with shop.app.store.change() as tx:
        one = Customer(
            tg_id=tg_id or 5_000_000 + next(NUMBERS), name=name, created_at=now, seen_at=now
        )
        tx.add(one)
        await tx.flush()
        for days in days_ago:
            tx.add(order(one.id, now - timedelta(days=days), total, state))
        if agreed is not None:
            await consent(tx, one.id, agreed, now)
    return one.id


def order(customer_id: int, at: datetime, total: int, state: str = DELIVERED) -> Order:
    """One order of a moment; minor units."""
    return Order(
        ref=f"night-{next(NUMBERS)}",
        customer_id=customer_id,
        state=state,
        currency="RUB",
        total=total,
        created_at=at,
        changed_at=at,
        placed_at=at,
    )


async def consent(tx: Session, customer_id: int, given: bool, now: datetime) -> None:
    """What holds for remembering purchases."""
    text = PolicyText(
        purpose=PROFILING,
        language="ru",
        version="1",
        sha256=str(next(NUMBERS)),
        text="можно",
        first_at=now,
    )
    tx.add(text)
    await tx.flush()
    event = ConsentEvent(
        customer_id=customer_id,
        purpose=PROFILING,
        action="given" if given else "refused",
        text_id=text.id,
        source="privacy",
        at=now,
    )
    tx.add(event)
    await tx.flush()
    row = Consent(
        customer_id=customer_id, purpose=PROFILING, given=given, event_id=event.id, at=now
    )
    await tx.merge(row)
