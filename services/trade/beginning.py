"""A checkout begins: whatever the shop knows of a customer is filled in."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from models.memory import knowing
from models.people import Customer
from models.store import Session
from models.trade import baskets, ordering
from models.trade.baskets import CartItem
from models.trade.orders import Order
from services.context import Context
from services.trade.drafts import how_sold


async def begin(
    tx: Session, context: Context, now: datetime, customer: Customer, items: Sequence[CartItem]
) -> Order:
    """The customer's checkout, begun or gone on with, everything filled in that is known."""
    order = await ordering.draft_of(tx, customer.id)
    if order is None:
        currency = items[0].variant.currency
        order = ordering.draft(customer.id, secrets.token_urlsafe(9), currency, now)
        await _fill_in(tx, context, order, customer)
        tx.add(order)
        await tx.flush()
    return order


async def _fill_in(tx: Session, context: Context, order: Order, customer: Customer) -> None:
    selling = how_sold(context)
    kept = await baskets.remembered(tx, customer.id)
    last = await ordering.last_placed(tx, customer.id)
    own = await knowing.declared(tx, customer.id)
    order.contact_name = own.get("called") or (kept.name if kept else "") or customer.name
    order.contact_phone = own.get("phone") or (kept.phone if kept else "") or customer.phone or ""
    order.address = own.get("address") or (kept.address if kept else "")
    order.delivery = _known(kept.delivery if kept else "", tuple(selling.ways))
    order.payment = _known(last.payment if last else "", selling.payments)


def _known(wanted: str, offered: Sequence[str]) -> str:
    if wanted in offered:
        return wanted
    return offered[0] if len(offered) == 1 else ""
