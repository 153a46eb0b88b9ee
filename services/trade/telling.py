"""Who hears of a change of an order: the customer once, the staff on card and board."""

from datetime import datetime
from typing import Any

from models import sending
from models.outbox import MONEY
from models.people import Customer
from models.store import Session
from models.trade import placed
from models.trade.orders import Order
from services import promises
from services.context import Context
from services.shop import Shop
from services.trade.order_boards import show_orders
from services.trade.said import status_said

OPEN = "order-open"


async def show_own(tx: Session, now: datetime, order: Order, customer: Customer) -> None:
    """The customer's card of an order follows."""
    await promises.show(tx, now, customer.tg_id, "order", order.id, priority=MONEY)


async def inform(
    tx: Session,
    now: datetime,
    order: Order,
    customer: Customer,
    key: str,
    *,
    keyboard: str = OPEN,
    asked: int = 0,
    **args: Any,
) -> None:
    """The card follows, and one short message says what has changed."""
    await show_own(tx, now, order, customer)
    await promises.say(
        tx,
        now,
        customer.tg_id,
        customer.language,
        key,
        keyboard={"name": keyboard, "ref": order.ref, "total": str(asked)},
        number=str(order.id),
        **args,
    )


async def tell_where(
    tx: Session, shop: Shop, now: datetime, order: Order, customer: Customer
) -> None:
    """How an order stands and how to follow it, at once; a person is a tap away."""
    await promises.say(
        tx,
        now,
        customer.tg_id,
        customer.language,
        "order-where",
        keyboard={"name": "order-where", "ref": order.ref},
        join_key=f"where:{order.ref}",
        number=str(order.id),
        status=status_said(shop, order, customer.language, now),
    )


async def show_work(tx: Session, now: datetime, order: Order) -> None:
    """The staff's cards of an order and of its tickets follow, wherever they stand."""
    for chat_id, thread_id in sorted(await sending.places_of(tx, "work", order.id), key=str):
        await promises.show(tx, now, chat_id, "work", order.id, thread=thread_id)
    for ticket in await placed.live_tickets(tx, order.id):
        await promises.show_ticket(tx, now, ticket)


async def show_staff(tx: Session, context: Context, now: datetime, order: Order) -> None:
    """Cards and board of the staff follow."""
    await show_work(tx, now, order)
    await show_orders(tx, context, now)


def money(order: Order, amount: int) -> dict[str, Any]:
    """An amount of an order as an argument of a sentence."""
    return {"money": amount, "currency": order.currency}
