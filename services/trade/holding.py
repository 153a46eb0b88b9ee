"""Getting hold of an order inside a story: whose it is, and who may do something with it."""

from typing import Any

from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from models.trade import ordering, placed
from models.trade.orders import DRAFT, DROPPED, Order
from models.turn import Turn
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.trade.order_facts import queue_of

UNPLACED = (DRAFT, DROPPED)


def allow(context: Context, actor: Actor) -> None:
    """Let those work on orders who answer their queue; raises Refusal for others."""
    if actor.staff_id is None or not actor.answers(queue_of(context.shop).id):
        raise Refusal("order-not-yours")


async def for_staff(
    tx: Session, context: Context, actor: Actor, which: str | int
) -> tuple[Order, Customer]:
    """A placed order by its button or number, held, for somebody who may work on it."""
    allow(context, actor)
    by_number = isinstance(which, int)
    found = await (placed.by_id(tx, int(which)) if by_number else placed.by_ref(tx, str(which)))
    if found is None or found[0].state == DROPPED:
        raise Refusal("no-such-order")
    if found[0].state == DRAFT:
        raise Refusal("order-is-draft")
    return found


async def for_customer(tx: Session, tg_id: int, ref: str) -> tuple[Order, Customer]:
    """A customer's own placed order, held; raises Refusal for anybody else's."""
    found = await placed.by_ref(tx, ref)
    if found is None or found[1].tg_id != tg_id or found[0].state in UNPLACED:
        raise Refusal("button-old")
    return found


def note(tx: Session, turn: Turn, order: Order, by_tg_id: int, verb: str, **details: Any) -> None:
    """Write down what happened to an order."""
    ordering.note(tx, order, turn.now, by_tg_id, verb, **details)


async def order_of(tx: Session, ticket: Ticket) -> Order | None:
    """The order that a ticket is about."""
    return await tx.get(Order, ticket.order_id) if ticket.order_id is not None else None
