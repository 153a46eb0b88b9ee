"""A reminder of a summary that nobody answered: the gate lets it go, or the customer was faster."""

from datetime import datetime

from models.store import Session
from models.trade.orders import Order
from services.privacy import notices


async def offer(tx: Session, now: datetime, order: Order) -> None:
    """Within a story: the summary once more, at the bottom of the chat."""
    card = {"card": "order", "id": order.id, "anew": True, "alone": True, "draft": True}
    dedup = f"remind:{order.id}:{now.isoformat()}"
    await notices.offer(tx, now, order.customer_id, "remind", dedup, card)


async def forget(tx: Session, now: datetime, order: Order) -> None:
    """Within a story: somebody went on with the order, so one that still waits is not shown."""
    if order.reminded_at is not None:
        await notices.withdraw(tx, now, order.customer_id, f"remind:{order.id}:")
