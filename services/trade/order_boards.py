"""Where staff see what orders wait: promised wherever an order changes."""

from datetime import datetime

from models.outbox import BOARD
from models.store import Session
from services import promises
from services.context import Context
from services.trade.selling import orders_queue


async def show_orders(tx: Session, context: Context, now: datetime, *, loud: bool) -> None:
    """The orders that wait, where the queue's boards stand; `loud`: posted anew to be heard."""
    queue = orders_queue(context.shop)
    for chat_id in context.boards.places(queue):
        await promises.show(tx, now, chat_id, "orders", queue.id, priority=BOARD, alone=True)
