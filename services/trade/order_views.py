"""What the cards of orders show, read when they are about to be sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from models import people
from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from models.trade import own_orders, placed
from models.trade.orders import Order, OrderEvent, OrderLine
from services import decide
from services.context import Context
from services.people import Actor
from services.shop import QueueView, Shop
from services.trade.amounts import Figures
from services.trade.order_facts import accept_by, is_pickup, queue_of
from services.trade.recounting import comes_to
from services.trade.states import ACCEPTED, PACKED, PLACED, SHIPPED

STAGES = (PLACED, ACCEPTED, PACKED, SHIPPED)
OWED = "owed"
IN_A_STAGE = 12
PAGE = 6


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order with all that its cards show."""

    order: Order
    customer: Customer
    lines: tuple[OrderLine, ...]
    events: tuple[OrderEvent, ...]
    shop: Shop
    queue: QueueView
    agent: Actor | None
    names: Mapping[int, str]
    comes: Figures
    tickets: tuple[Ticket, ...] = ()

    @property
    def pickup(self) -> bool:
        """Whether the customer comes for it."""
        return is_pickup(self.shop, self.order)

    @property
    def waits_for_yes(self) -> bool:
        """Whether the customer is asked about a change."""
        return bool(self.order.proposal) and self.order.step != "change"

    def at(self, verb: str) -> datetime | None:
        """When somebody did something to the order last."""
        return next((one.at for one in reversed(self.events) if one.verb == verb), None)


@dataclass(frozen=True, slots=True)
class OrderEntry:
    """One order on the staff's board."""

    number: int
    ref: str
    name: str
    amount: int
    currency: str
    minutes: float
    mark: str


@dataclass(frozen=True, slots=True)
class Stage:
    """The orders of one stage, the oldest first, and how many there are in all."""

    name: str
    count: int
    entries: tuple[OrderEntry, ...]


@dataclass(frozen=True, slots=True)
class OrdersView:
    """The staff's board of orders."""

    queue: QueueView
    stages: tuple[Stage, ...]
    page: int
    is_open: bool
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class OwnOrders:
    """A page of a customer's orders, the newest first."""

    customer: Customer
    orders: tuple[Order, ...]
    titles: Mapping[int, tuple[OrderLine, ...]]
    count: int
    page: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.count // PAGE))


async def read_order(context: Context, order_id: int) -> OrderView | None:
    """An order by its number."""
    async with context.store.look() as tx:
        found = await placed.seen(tx, order_id)
        if found is None:
            return None
        order, customer = found
        lines = await placed.lines_of(tx, order.id)
        comes = await comes_to(tx, order, lines)
        events = await placed.events_of(tx, order.id)
        tickets = await placed.live_tickets(tx, order.id)
    shop, staff = context.shop, context.directory
    names = {one.by_tg_id: staff.find(one.by_tg_id).name for one in events if one.by_tg_id}
    names[customer.tg_id] = ""
    return OrderView(
        order,
        customer,
        tuple(lines),
        tuple(events),
        shop,
        queue_of(shop),
        staff.by_staff_id(order.agent_id),
        names,
        comes,
        tuple(tickets),
    )


async def read_board(
    context: Context, queue_id: int, chat_id: int, page: str, now: datetime
) -> OrdersView | None:
    """The board as one chat sees it; None when the queue is gone."""
    queue = context.shop.queues.get(queue_id)
    if queue is None:
        return None
    async with context.store.look() as tx:
        counts = await placed.counts(tx)
        stages = [
            Stage(state, counts.get(state, 0), await _entries(tx, context.shop, state, now))
            for state in STAGES
        ]
        owed = await placed.owed(tx, IN_A_STAGE)
        count = await placed.count_owed(tx) if owed else 0
    back = tuple(_entry(context.shop, OWED, order, name, now) for order, name in owed)
    stages.insert(0, Stage(OWED, count, back))
    return OrdersView(
        queue,
        tuple(one for one in stages if one.entries),
        int(page) if page.isdigit() else 0,
        queue.hours.is_open(now),
        chat_id not in context.boards.places(queue) and chat_id < 0,
    )


async def read_own(context: Context, customer_id: int, page: str) -> OwnOrders | None:
    """A page of a customer's orders with the first lines of each."""
    async with context.store.look() as tx:
        customer = (await people.customers_by_ids(tx, [customer_id])).get(customer_id)
        if customer is None:
            return None
        count = await own_orders.count_of(tx, customer_id)
        number = min(int(page) if page.isdigit() else 0, max(0, -(-count // PAGE) - 1))
        orders = await own_orders.page_of(tx, customer_id, PAGE, number * PAGE)
        lines = await own_orders.lines_of_many(tx, [order.id for order in orders])
    return OwnOrders(customer, tuple(orders), lines, count, number)


async def _entries(tx: Session, shop: Shop, state: str, now: datetime) -> tuple[OrderEntry, ...]:
    found = await placed.stage(tx, state, IN_A_STAGE)
    return tuple(_entry(shop, state, order, name, now) for order, name in found)


def _entry(shop: Shop, stage: str, order: Order, name: str, now: datetime) -> OrderEntry:
    since = (order.placed_at if stage == PLACED else None) or order.changed_at
    due = accept_by(shop, since) if stage == PLACED else None
    return OrderEntry(
        order.id,
        order.ref,
        name,
        order.owed if stage == OWED else order.total,
        order.currency,
        (now - since).total_seconds() / 60,
        decide.sla_mark(since, due, now) if stage == PLACED else "",
    )
