"""The staff's board of orders: shown where the queue of orders has its own."""

from datetime import datetime

from models.store import Session
from models.trade import placed
from services.context import Context
from services.trade.order_facts import queue_of

ORDERS = "orders"


async def show_orders(
    tx: Session, context: Context, now: datetime, *, loud: bool = False, late: bool = False
) -> None:
    """Promise that the board shows the present.

    A `loud` one, for a new order, is posted anew to be heard when no other waits to be accepted;
    for `late` ones always.
    """
    heard = late or (loud and await placed.is_alone(tx))
    queue = queue_of(context.shop)
    await context.boards.show(tx, now, queue.id, loud=heard, card=ORDERS)
