"""The first order of a customer: thanks from a person by name, and a call to ask how it went."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from models.people import Customer
from models.store import Session
from models.trade import browsing, tasks
from models.trade.orders import Order
from models.trade.returns import Task
from services.context import Context
from services.privacy import notices
from services.profile.inferring import called
from services.trade.order_facts import queue_of
from services.trade.photos import FILE, Picture, picture_of

CHECKUP = "checkup"
DAYS = 2


@dataclass(frozen=True, slots=True)
class Host:
    """Who thanks for a first order: `photo` is a file below DATA_DIR/photos; empty: the shop."""

    names: Mapping[str, str]
    roles: Mapping[str, str]
    photo: str
    checkup_days: int


@dataclass(frozen=True, slots=True)
class FirstView:
    """Who thanks whom; the picture of the person, where there is one."""

    host: Host
    customer: Customer
    called: str
    picture: Picture | None


def host_of(facts: Mapping[str, Any]) -> Host:
    """The person that the shop's file names under [welcome]."""
    given = facts.get("welcome") or {}
    return Host(
        {one: str(given.get(f"name_{one}") or given.get("name_ru", "")) for one in ("ru", "en")},
        {one: str(given.get(f"role_{one}") or given.get("role_ru", "")) for one in ("ru", "en")},
        str(given.get("photo", "")),
        int(given.get("checkup_days", DAYS)),
    )


async def is_first(tx: Session, order: Order) -> bool:
    """Whether a customer never ordered before this."""
    return await tasks.orders_before(tx, order.customer_id, order.id) == 0


async def welcome(tx: Session, now: datetime, host: Host, order: Order, customer: Customer) -> None:
    """Within the story that confirms an order: thank for the first one, once.

    The shop says this of its own accord: the gate decides when.
    """
    if await is_first(tx, order):
        if host.photo:
            await browsing.own_photos(tx, {f"{FILE}{host.photo}"})
        thanks = {"card": "welcome", "id": order.id}
        await notices.offer(tx, now, customer.id, "welcome", f"welcome:{order.id}", thanks)


async def plan_checkup(tx: Session, context: Context, now: datetime, order: Order) -> None:
    """Within the story that delivers an order: staff will ask how the first one went.

    0 days in the shop's file: nobody calls.
    """
    days = host_of(context.shop.facts).checkup_days
    if not days or not await is_first(tx, order):
        return
    if await tasks.has_task(tx, CHECKUP, order.id):
        return
    queue = queue_of(context.shop)
    tx.add(
        Task(
            ref=secrets.token_urlsafe(9),
            kind=CHECKUP,
            customer_id=order.customer_id,
            order_id=order.id,
            queue_id=queue.id,
            due_at=queue.hours.opens_at(now + timedelta(days=days)) or now + timedelta(days=days),
        )
    )


async def read_first(context: Context, order_id: int) -> FirstView | None:
    """What the thanks show; None when the order is gone."""
    host = host_of(context.shop.facts)
    async with context.store.look() as tx:
        order = await tx.get(Order, order_id)
        customer = await tx.get(Customer, order.customer_id) if order else None
        name = await called(tx, customer) if customer else ""
        photo = await browsing.own_photo(tx, f"{FILE}{host.photo}") if host.photo else None
    if customer is None:
        return None
    picture = picture_of(photo, context.shelf.folder) if photo is not None else None
    return FirstView(host, customer, name, picture)
