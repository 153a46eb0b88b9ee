"""Orders that nobody accepts: supervisors hear of them once, together; boards grow older."""

from datetime import datetime
from typing import Any

from models import journal
from models.store import Session
from models.trade import placed
from models.trade.orders import Order
from services import promises
from services.context import Context
from services.people import Actor
from services.trade.order_boards import show_orders
from services.trade.order_facts import accept_by, queue_of

MOST = 10
Late = list[tuple[Order, str]]


class LateOrders:
    """Looks at what has come due; safe to call at any time, by several workers at once."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def overdue(self, now: datetime) -> None:
        """Orders past the time to accept them: told of once, the board is heard."""
        async with self._context.store.look() as tx:
            found = [one for one in await placed.late(tx) if self._is_late(one[0], now)]
        if not found:
            return
        queue = queue_of(self._context.shop)
        heard = self._context.directory.to_tell(queue.id)
        if not heard:
            return
        async with self._context.store.change() as tx:
            ours = set(await placed.told(tx, [order.id for order, _ in found], now))
            late = [one for one in found if one[0].id in ours]
            if not late:
                return
            for who in heard:
                await self._tell(tx, now, who, late)
            await show_orders(tx, self._context, now, late=True)

    async def boards(self, now: datetime) -> None:
        """While an order waits, the board shows how long."""
        async with self._context.store.look() as tx:
            if not await placed.any_to_show(tx):
                return
        async with self._context.store.change() as tx:
            if await journal.claim(tx, "order-boards", f"{now:%Y-%m-%dT%H:%M}", now):
                await show_orders(tx, self._context, now)

    def _is_late(self, order: Order, now: datetime) -> bool:
        due = accept_by(self._context.shop, order.placed_at or order.created_at)
        return due is not None and due <= now

    async def _tell(self, tx: Session, now: datetime, who: Actor, late: Late) -> None:
        shown = late[:MOST]
        lines = [self._line(now, order, name) for order, name in shown]
        if len(late) > MOST:
            lines.append({"key": "late-more", "args": {"count": len(late) - MOST}})
        await promises.say(
            tx,
            now,
            who.tg_id,
            who.language,
            "orders-late",
            keyboard={"name": "orders", "orders": [[str(one.id), one.ref] for one, _ in shown]},
            count=len(late),
            lines={"lines": lines},
        )

    def _line(self, now: datetime, order: Order, name: str) -> dict[str, Any]:
        since = order.placed_at or order.created_at
        args = {
            "number": str(order.id),
            "name": name,
            "amount": {"money": order.total, "currency": order.currency},
            "waits": {"minutes": (now - since).total_seconds() / 60},
        }
        return {"key": "order-late-line", "args": args}
