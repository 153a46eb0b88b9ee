"""What is inferred of a person, with where it comes from; never again what they took out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from models.memory import knowing
from models.memory.consents import MEMORY, PROFILING
from models.memory.profiles import INFERRED, ProfileEntry
from models.people import Customer
from models.store import Session
from models.trade import baskets, ordering
from services.profile.fields import ADDRESS, INTEREST, MOST, PHONE, SHELF

ENOUGH = 2


async def infer(tx: Session, now: datetime, customer: Customer) -> None:
    """Within a story: know what orders say of a person, as far as they agreed to it.

    Contacts need the consent to remembering, interests that to profiling as well.
    """
    agreed = await knowing.agreed(tx, customer.id)
    if MEMORY not in agreed:
        return
    known = await knowing.entries(tx, customer.id, removed=True)
    await _contacts(tx, now, customer, known)
    if PROFILING in agreed:
        await _interests(tx, now, customer.id, known)


async def _contacts(
    tx: Session, now: datetime, customer: Customer, known: Sequence[ProfileEntry]
) -> None:
    kept = await baskets.remembered(tx, customer.id)
    last = await ordering.last_placed(tx, customer.id) if kept else None
    why = _why("order", number=str(last.id)) if last else _why("checkout")
    if kept is not None and kept.address:
        await _unless_known(tx, now, customer.id, ADDRESS, kept.address, why, known)
    phone = kept.phone if kept is not None else ""
    if not phone and customer.phone:
        phone, why = customer.phone, _why("contact")
    if phone and all(one.field != PHONE or one.removed_at is not None for one in known):
        await _unless_known(tx, now, customer.id, PHONE, phone, why, known)


async def _interests(
    tx: Session, now: datetime, customer_id: int, known: Sequence[ProfileEntry]
) -> None:
    room = MOST[INTEREST] - sum(one.field == INTEREST and not one.removed_at for one in known)
    for category_id, count, newest in await knowing.bought_in(tx, customer_id):
        if count >= ENOUGH and room > 0:
            why = _why("bought", count=count, number=str(newest))
            shelf = f"{SHELF}{category_id}"
            room -= await _unless_known(tx, now, customer_id, INTEREST, shelf, why, known)


async def _unless_known(
    tx: Session,
    now: datetime,
    customer_id: int,
    field: str,
    value: str,
    why: dict[str, Any],
    known: Sequence[ProfileEntry],
) -> bool:
    if any(one.field == field and one.value == value for one in known):
        return False
    await knowing.keep(tx, customer_id, field, value, INFERRED, now, why)
    return True


def _why(how: str, **args: Any) -> dict[str, Any]:
    return {"key": f"profile-why-{how}", "args": args}


async def called(tx: Session, customer: Customer) -> str:
    """How to address a person: as they said, else by the first of their names in Telegram."""
    return await knowing.said_name(tx, customer.id) or first_name(customer.name)


def first_name(name: str) -> str:
    """The first of somebody's names."""
    return (name.split() or [""])[0]
