"""What the gate asks: who has a message waiting, how each of them wants it, what they were sent."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.memory.consents import Consent
from models.memory.notices import DROPPED, SENT, WAITS, ContactPreference, Notice
from models.people import Customer

MOST_WAITING = 2000


@dataclass(frozen=True, slots=True)
class Standing:
    """A person, how they want to be written to, the purposes they said yes to."""

    customer: Customer
    preference: ContactPreference | None
    agreed: frozenset[str]


async def due(tx: AsyncSession, now: datetime) -> bool:
    """Whether a notice's time has come."""
    found = select(Notice.id).where(WAITS, Notice.not_before <= now).limit(1)
    return await tx.scalar(found) is not None


async def people_due(tx: AsyncSession, now: datetime, limit: int) -> list[int]:
    """Some of the customers for whom a notice's time has come, who waited longest first."""
    first = (
        select(Notice.customer_id, Notice.not_before)
        .where(WAITS, Notice.not_before <= now)
        .order_by(Notice.not_before)
        .limit(limit)
    )
    return list(dict.fromkeys(one for one, _ in (await tx.execute(first)).all()))


async def due_of(tx: AsyncSession, now: datetime, ids: Collection[int]) -> list[Notice]:
    """What waits for these customers and has come due."""
    statement = (
        select(Notice)
        .where(
            Notice.customer_id.in_(ids),
            Notice.settled_at.is_(None),
            WAITS,
            Notice.not_before <= now,
        )
        .order_by(Notice.not_before)
        .limit(MOST_WAITING)
    )
    return list(await tx.scalars(statement))


async def sent_to(
    tx: AsyncSession, ids: Collection[int], since: datetime
) -> dict[int, list[tuple[str, datetime]]]:
    """What these customers were sent since a moment: kinds and times, by customer."""
    statement = select(Notice.customer_id, Notice.kind, Notice.settled_at).where(
        Notice.customer_id.in_(ids), Notice.settled_at > since, Notice.state == SENT
    )
    found: dict[int, list[tuple[str, datetime]]] = {}
    for customer_id, kind, at in (await tx.execute(statement)).all():
        if at is not None:
            found.setdefault(customer_id, []).append((kind, at))
    return found


async def standings(tx: AsyncSession, ids: Collection[int]) -> dict[int, Standing]:
    """How these customers stand to what the shop starts, by id."""
    given = select(Consent.customer_id, Consent.purpose).where(
        Consent.customer_id.in_(ids), Consent.given
    )
    agreed: dict[int, set[str]] = {}
    for customer_id, purpose in (await tx.execute(given)).all():
        agreed.setdefault(customer_id, set()).add(purpose)
    rows = select(Customer, ContactPreference).outerjoin(
        ContactPreference, ContactPreference.customer_id == Customer.id
    )
    found = (await tx.execute(rows.where(Customer.id.in_(ids)))).all()
    return {
        customer.id: Standing(customer, wishes, frozenset(agreed.get(customer.id, ())))
        for customer, wishes in found
    }


async def by_ref(tx: AsyncSession, ref: str) -> Notice | None:
    """The notice that a button means."""
    found: Notice | None = await tx.scalar(select(Notice).where(Notice.ref == ref))
    return found


async def withdraw(tx: AsyncSession, now: datetime, customer_id: int, dedup: str) -> None:
    """What begins with `dedup` and was not shown yet is of no use any more."""
    await tx.execute(
        update(Notice)
        .where(
            Notice.customer_id == customer_id,
            Notice.dedup.startswith(dedup, autoescape=True),
            Notice.tg_id.is_(None),
            Notice.state != DROPPED,
        )
        .values(state=DROPPED, reason="gone", settled_at=now)
    )


async def look_again(tx: AsyncSession, now: datetime, customer_id: int) -> None:
    """A person changed how they want it: what was held is asked about anew."""
    await tx.execute(
        update(Notice)
        .where(Notice.customer_id == customer_id, WAITS, Notice.reason != "")
        .values(not_before=now)
    )


async def came(
    tx: AsyncSession, ref: str, tg_id: int | None, now: datetime, failed: str = ""
) -> None:
    """A promised notice stands in the chat as a message, or `failed` says why it never will."""
    values = {"state": DROPPED, "reason": failed, "settled_at": now} if failed else {"tg_id": tg_id}
    open_one = (Notice.ref == ref, Notice.state == SENT)
    await tx.execute(update(Notice).where(*open_one).values(**values))
