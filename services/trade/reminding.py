"""Summaries whose press never came: reminded once, dropped when nobody wants them any more."""

from datetime import datetime, timedelta

from models.people import Customer
from models.store import Session
from models.trade import ordering
from models.trade.orders import Order
from models.turn import Turn
from services.context import Context
from services.trade import checkout, drafts, reminders
from services.trade.states import SHOP

REMIND_AFTER = timedelta(minutes=15)
PRESS_LIFE = timedelta(seconds=150)  # Telegram forgets a press that nobody fetches
DROP_AFTER = timedelta(hours=48)
PAGE = 200
NOBODY = 0


class Reminding:
    """Ticks: no order hangs on a press that Telegram did not deliver."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def remind(self, now: datetime) -> None:
        """Show summaries once more that were shown a while ago and never answered."""
        await self._each(now, now - REMIND_AFTER)

    async def after_gap(self, now: datetime) -> None:
        """Show what waited all the while once more: presses were lost while nobody listened."""
        await self._each(now, now - PRESS_LIFE, reminded=True)

    async def _each(self, now: datetime, before: datetime, *, reminded: bool = False) -> None:
        while True:
            async with self._context.store.look() as tx:
                if not await ordering.waiting_since(tx, before, 1, reminded=reminded):
                    return
            async with self._context.store.change() as tx:
                waiting = await ordering.waiting_since(tx, before, PAGE, reminded=reminded)
                for order in waiting:
                    await self._remind(tx, now, order)

    async def _remind(self, tx: Session, now: datetime, order: Order) -> None:
        order.asked_at = order.reminded_at = now
        ordering.note(tx, order, now, NOBODY, "remind")
        await reminders.offer(tx, now, order)

    async def drop_old(self, now: datetime) -> None:
        """End checkouts that nobody has touched for days; the carts stay."""
        async with self._context.store.look() as tx:
            if not await ordering.left_alone(tx, now - DROP_AFTER, 1):
                return
        async with self._context.store.change() as tx:
            for order in await ordering.left_alone(tx, now - DROP_AFTER, PAGE):
                customer = await tx.get_one(Customer, order.customer_id)
                await checkout.drop(tx, Turn(bot_id=0, now=now), order, NOBODY, SHOP)
                await drafts.show(tx, now, order, customer, standing=True)
