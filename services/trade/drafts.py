"""A checkout that is not confirmed: what it comes to, what it asks for next, where it is shown."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from models import people
from models.outbox import REPLY
from models.people import Customer
from models.store import Session
from models.trade import baskets, ordering
from models.trade.baskets import CartItem
from models.trade.orders import DRAFT, Order
from services import promises
from services.context import Context
from services.errors import Refusal
from services.trade import promos, reminders
from services.trade.amounts import Figures
from services.trade.selling import Selling, selling_of

DELIVERY, ADDRESS, PHONE, PAYMENT = "delivery", "address", "phone", "payment"
COMMENT, PROMO, SUMMARY = "comment", "promo", ordering.SUMMARY
STEPS = (DELIVERY, ADDRESS, PHONE, PAYMENT, COMMENT, PROMO, SUMMARY)
TYPED = (ADDRESS, PHONE, COMMENT, PROMO)


def how_sold(context: Context) -> Selling:
    """How the shop sells now."""
    return selling_of(context.shop, context.telegram_payments)


def there(items: Sequence[CartItem]) -> list[CartItem]:
    """The lines of a cart that can be ordered."""
    return [item for item in items if not item.line.note.get("gone")]


def goods_of(items: Sequence[CartItem]) -> int:
    """What these lines cost together."""
    return sum(item.line.price_seen * item.line.quantity for item in items)


def next_step(order: Order, selling: Selling) -> str:
    """What is still to be asked; the summary when nothing is."""
    way = selling.ways.get(order.delivery)
    if way is None:
        return DELIVERY
    if way.address and not order.address:
        return ADDRESS
    if not order.contact_phone:
        return PHONE
    return SUMMARY if order.payment in selling.payments else PAYMENT


def token_of(order: Order, items: Sequence[CartItem]) -> str:
    """What a customer agrees to when they press: contents, prices and all that was chosen."""
    lines = [
        (one.line.variant_id, one.line.choice, one.line.quantity, one.line.price_seen)
        for one in items
    ]
    chosen = (order.delivery, order.address, order.contact_phone, order.payment)
    agreed = (lines, chosen, order.discount, order.delivery_price, order.total)
    return hashlib.sha256(repr(agreed).encode()).hexdigest()[:10]


async def own_order(tx: Session, tg_id: int, ref: str) -> tuple[Order, Customer]:
    """A customer's own order, held until the change is stored; Refusal for anything else."""
    customer = await people.customer_by_tg(tx, tg_id)
    order = await ordering.by_ref(tx, ref)
    if customer is None or order is None or order.customer_id != customer.id:
        raise Refusal("button-old")
    return order, customer


async def own_draft(tx: Session, tg_id: int, ref: str) -> tuple[Order, Customer]:
    """A customer's own checkout; Refusal says how the order stands when it is none any more."""
    order, customer = await own_order(tx, tg_id, ref)
    if order.state != DRAFT:
        raise Refusal(f"order-is-{order.state}")
    return order, customer


async def reckon(
    tx: Session, context: Context, now: datetime, order: Order, items: Sequence[CartItem]
) -> bool:
    """Bring a checkout's sums up to date; True when a code or a way had to be taken out.

    What had to be is noted on the order and said when it is shown.
    """
    selling, goods = how_sold(context), goods_of(items)
    order.notes = []
    if order.delivery and order.delivery not in selling.ways:
        order.delivery = ""
        order.notes = [*order.notes, {"key": "note-delivery-gone"}]
    if order.payment and order.payment not in selling.payments:
        order.payment = ""
        order.notes = [*order.notes, {"key": "note-payment-gone"}]
    discount = await _discount(tx, now, order, goods)
    way = selling.ways.get(order.delivery)
    delivery = way.price_for(goods - discount) if way else 0
    sums = Figures(goods, discount, delivery)
    order.goods_total, order.discount = sums.goods, sums.discount
    order.delivery_price, order.total = sums.delivery, sums.total
    return bool(order.notes)


async def _discount(tx: Session, now: datetime, order: Order, goods: int) -> int:
    if not order.promo_code:
        return 0
    code, given = order.promo_code, (order.customer_id, order.currency, now)
    try:
        promo = await promos.fitting(tx, code, goods, *given)
    except Refusal as refusal:
        why = {"key": refusal.key, "args": refusal.args_}
        taken = {"key": "note-promo-gone", "args": {"code": code, "why": why}}
        order.promo_code, order.notes = None, [*order.notes, taken]
        return 0
    return promos.discount_of(promo, goods)


async def follow(tx: Session, context: Context, now: datetime, customer_id: int) -> None:
    """The cart has changed: a checkout that stands somewhere shows it as well."""
    order = await ordering.draft_of(tx, customer_id)
    if order is None:
        return
    items = there(await baskets.items(tx, customer_id))
    await reckon(tx, context, now, order, items)
    customer = await tx.get(Customer, customer_id)
    if customer is not None:
        await show(tx, now, order, customer)


async def ask(
    tx: Session,
    context: Context,
    now: datetime,
    order: Order,
    customer: Customer,
    *,
    step: str | None = None,
    anew: bool = False,
) -> None:
    """Ask for what comes next, or for a step that the customer chose; the card shows it."""
    await reminders.forget(tx, now, order)
    before, order.step = order.step, step or next_step(order, how_sold(context))
    order.asked_at, order.reminded_at, order.changed_at = now, None, now
    await _phone_keyboard(tx, now, customer, before, order.step)
    await show(tx, now, order, customer, anew=anew or PHONE in (before, order.step))


async def _phone_keyboard(
    tx: Session, now: datetime, customer: Customer, before: str, step: str
) -> None:
    """Telegram's contact button comes with the question and goes when it is answered."""
    if before == step:
        return
    for key, name, wanted in (("phone-ask", "contact", step), ("phone-done", "bare", before)):
        if wanted == PHONE:
            await promises.say(
                tx, now, customer.tg_id, customer.language, key, keyboard={"name": name}
            )


async def show(
    tx: Session,
    now: datetime,
    order: Order,
    customer: Customer,
    *,
    anew: bool = False,
    priority: int = REPLY,
    **more: Any,
) -> None:
    """The order's one card in the customer's chat; `anew`: at the bottom, the old one goes."""
    await promises.show(
        tx,
        now,
        customer.tg_id,
        "order",
        order.id,
        priority=priority,
        anew=anew,
        alone=True,
        draft=True,
        **more,
    )
