"""Staff write to an order's customer: the usual conversation, tied to the order."""

from models.people import Customer
from models.store import Session
from models.tickets import OPEN, TAKEN, WAITING, Ticket
from models.trade.orders import Order
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.decide import Route
from services.errors import Refusal
from services.opening import open_ticket
from services.people import Actor
from services.spot import Spot
from services.trade.asking import live_ticket
from services.trade.holding import for_staff
from services.trade.order_facts import queue_of
from services.trade.telling import show_work
from services.work import Work

TOPIC = "order_status"
BY_STAFF = "staff"


class Writing:
    """One conversation about an order at a time; whoever holds it is named to others."""

    def __init__(self, context: Context, work: Work) -> None:
        self._context = context
        self._work = work

    async def write(self, turn: Turn, actor: Actor, ref: str, spot: Spot) -> None:
        """Join the conversation about the order, or open one that this person holds."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_staff(tx, self._context, actor, ref)
            if customer.banned or not customer.reachable:
                raise Refusal("customer-banned" if customer.banned else "customer-unreachable")
            known = await live_ticket(tx, order)
            if known is not None and known.agent_id == actor.staff_id and known.state == TAKEN:
                await self._again(tx, turn, known, spot)
                return
            if known is not None and known.state not in WAITING:
                self._refuse(known)
            ticket = known or await self._open(tx, turn, order, customer)
            in_topic = await self._work.take_in(tx, turn, actor, ticket)
            if known is None:
                ticket.waiting_since = ticket.due_at = None
            await show_work(tx, turn.now, order)
            turn.toast = Toast("toast-taken-topic" if in_topic else "toast-taken-private")

    async def _again(self, tx: Session, turn: Turn, ticket: Ticket, spot: Spot) -> None:
        await promises.show(
            tx, turn.now, spot.chat_id, "ticket", ticket.id, anew=True, thread=spot.thread_id
        )
        turn.toast = Toast("write-here", {"number": str(ticket.id)}, alert=True)

    def _refuse(self, ticket: Ticket) -> None:
        holder = self._context.directory.by_staff_id(ticket.agent_id)
        name = holder.name if holder else "—"
        raise Refusal("already-taken", number=str(ticket.id), name=name)

    async def _open(self, tx: Session, turn: Turn, order: Order, customer: Customer) -> Ticket:
        shop = self._context.shop
        topic = shop.topics.get(shop.present(TOPIC))
        key = topic.key if topic else None
        route = Route(queue_of(shop), key, OPEN, "picked", BY_STAFF, None)
        ticket = await open_ticket(tx, self._context, turn, customer, route, None, "")
        ticket.order_id = order.id
        return ticket
