"""A parcel leaves: who carries it, under which number, when it is expected."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.people import Customer
from models.store import Session
from models.trade.orders import Order
from models.turn import Toast, Turn
from services import prompts
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.spot import Spot
from services.trade import parcels, states
from services.trade.holding import for_staff, note
from services.trade.order_facts import carriers
from services.trade.said import expected_said, parcel_said
from services.trade.telling import inform, show_staff, show_work

FORM = "ship"
CARRIER = 60
NOON = time(12)
SOON = (1, 2, 3, 5, 7, 14)


class Shipping:
    """The form on the staff's card; nobody else hears of it before it is sent.

    `spot`: where the person was asked for it, if they were: that question ends.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    async def carrier(
        self, turn: Turn, actor: Actor, ref: str, name: str, spot: Spot | None = None
    ) -> None:
        """One of the shop's carriers by its key, or another by its name."""
        async with self._context.store.change(turn) as tx:
            order = await self._shipping(tx, actor, ref)
            order.carrier = " ".join(name.split())[:CARRIER]
            await self._filled(tx, turn, actor, order, spot)

    async def number(
        self, turn: Turn, actor: Actor, ref: str, text: str, spot: Spot | None = None
    ) -> None:
        """The number that the parcel is followed by."""
        async with self._context.store.change(turn) as tx:
            order = await self._shipping(tx, actor, ref)
            order.tracking = parcels.number_of(text)
            await self._filled(tx, turn, actor, order, spot)

    async def day(
        self, turn: Turn, actor: Actor, ref: str, text: str, spot: Spot | None = None
    ) -> None:
        """The day it is expected, in words."""
        async with self._context.store.change(turn) as tx:
            order = await self._shipping(tx, actor, ref)
            zone = self._context.shop.zone
            day = parcels.day_of(text, turn.now.astimezone(zone).date())
            order.expected_at = datetime.combine(day, NOON, zone)
            await self._filled(tx, turn, actor, order, spot)

    async def in_days(
        self, turn: Turn, actor: Actor, ref: str, days: str, spot: Spot | None = None
    ) -> None:
        """The same by a button: in so many days."""
        if not days.isdigit() or int(days) not in SOON:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            order = await self._shipping(tx, actor, ref)
            order.expected_at = _noon(turn.now + timedelta(days=int(days)), self._context.shop.zone)
            await self._filled(tx, turn, actor, order, spot)

    async def ship(self, turn: Turn, actor: Actor, ref: str) -> None:
        """It is on its way: the customer gets carrier, number, link and day."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_staff(tx, self._context, actor, ref)
            order.state = states.moved(order.state, "ship", states.STAFF)
            if not order.carrier:
                raise Refusal("ship-needs-carrier")
            order.step, order.proposal, order.wish = "", {}, ""
            order.changed_at = turn.now
            order.agent_id = order.agent_id or actor.staff_id
            parcel = {"carrier": order.carrier, "tracking": order.tracking}
            note(tx, turn, order, actor.tg_id, "ship", **parcel)
            await self._tell(tx, turn, order, customer)
            await show_staff(tx, self._context, turn.now, order)
            turn.toast = Toast("toast-order-shipped")

    async def _tell(self, tx: Session, turn: Turn, order: Order, customer: Customer) -> None:
        await inform(
            tx,
            turn.now,
            order,
            customer,
            "order-told-shipped",
            parcel=parcel_said(self._context.shop, order, customer.language),
            expected=expected_said(order),
        )

    async def _shipping(self, tx: Session, actor: Actor, ref: str) -> Order:
        order, _ = await for_staff(tx, self._context, actor, ref)
        states.moved(order.state, "ship", states.STAFF)
        order.step = FORM
        return order

    async def _filled(
        self, tx: Session, turn: Turn, actor: Actor, order: Order, spot: Spot | None
    ) -> None:
        if spot is not None:
            await prompts.end(tx, turn, actor.tg_id, spot)
        known = carriers(self._context.shop).get(order.carrier)
        order.tracking_url = parcels.link_of(known.url if known else "", order.tracking)
        await show_work(tx, turn.now, order)


def _noon(moment: datetime, zone: ZoneInfo) -> datetime:
    return datetime.combine(moment.astimezone(zone).date(), NOON, zone)
