"""A customer asks the staff about an order: the ticket is tied to it, the staff see the wish."""

from models import tickets
from models.messages import CUSTOMER
from models.people import Customer
from models.store import Session
from models.tickets import OPEN, Ticket
from models.trade import placed
from models.trade.orders import Order
from models.turn import Turn
from services import promises, prompts
from services.context import Context
from services.conversation import store_message
from services.decide import Route
from services.errors import Refusal
from services.expectation import who_answers
from services.incoming import Incoming
from services.joining import Reading, join, wait_again
from services.opening import announce, open_ticket
from services.reopening import language_at
from services.trade.holding import for_customer, note
from services.trade.order_facts import queue_of
from services.trade.telling import show_staff

TOPICS = {"cancel": "order_change", "change": "order_change", "person": "order_status"}


class Asking:
    """Wishes that only people can grant."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def ask(self, turn: Turn, tg_id: int, ref: str, wish: str) -> None:
        """By a button alone: cancel it please, or a person please."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_customer(tx, tg_id, ref)
            await self.wish(tx, turn, order, customer, wish)

    async def say(self, turn: Turn, ref: str, wish: str, incoming: Incoming) -> None:
        """The same in words, which go to the staff."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_customer(tx, incoming.sender.tg_id, ref)
            await self.wish(tx, turn, order, customer, wish, incoming)
            await prompts.end(tx, turn, customer.tg_id)

    async def wish(
        self,
        tx: Session,
        turn: Turn,
        order: Order,
        customer: Customer,
        wish: str,
        incoming: Incoming | None = None,
    ) -> None:
        """Within somebody's story: join the ticket about the order, or open one."""
        if customer.banned:
            raise Refusal("not-now")
        known = await live_ticket(tx, order)
        order.wish = wish
        note(tx, turn, order, customer.tg_id, "ask", wish=wish)
        if known is None:
            topic_key = TOPICS[wish]
            known = await open_about(tx, self._context, turn, order, customer, topic_key, incoming)
        elif incoming is not None:
            await join(tx, self._context, turn, customer, known, incoming, Reading(None))
        else:
            await self._again(tx, turn, order, customer, known, wish)
        await show_staff(tx, self._context, turn.now, order)

    async def _again(
        self,
        tx: Session,
        turn: Turn,
        order: Order,
        customer: Customer,
        ticket: Ticket,
        wish: str,
    ) -> None:
        context = self._context
        wait_again(context, turn, ticket)
        await promises.tell_place(
            tx,
            turn.now,
            ticket,
            language_at(context, ticket),
            "customer-wishes",
            order=str(order.id),
            wish={"key": f"wish-{wish}"},
        )
        await promises.show_ticket(tx, turn.now, ticket)
        await context.boards.show(tx, turn.now, ticket.queue_id)
        agent = context.directory.by_staff_id(ticket.agent_id)
        queue = context.shop.queues[ticket.queue_id]
        await promises.say(
            tx,
            turn.now,
            customer.tg_id,
            customer.language,
            "person-coming",
            ticket=ticket,
            join_key=f"person:{customer.tg_id}",
            number=str(ticket.id),
            who=who_answers(ticket, queue, agent, customer.language, turn.now),
        )


async def live_ticket(tx: Session, order: Order) -> Ticket | None:
    """The latest unsettled ticket about an order, held."""
    found = await placed.live_tickets(tx, order.id)
    return await tickets.by_id(tx, found[0].id) if found else None


async def open_about(
    tx: Session,
    context: Context,
    turn: Turn,
    order: Order,
    customer: Customer,
    topic_key: str,
    incoming: Incoming | None = None,
) -> Ticket:
    """A new ticket tied to an order; the customer has its card, its queue hears of it."""
    shop = context.shop
    key = shop.present(topic_key)
    topic = shop.topics.get(key)
    queue = shop.queue_of(key) or queue_of(shop)
    route = Route(queue, topic.key if topic else None, OPEN, "picked", "person", None)
    words = incoming.text if incoming is not None else ""
    ticket = await open_ticket(tx, context, turn, customer, route, None, words)
    ticket.order_id = order.id
    if incoming is not None:
        await store_message(tx, turn, ticket, incoming, CUSTOMER)
    await announce(tx, context, turn, ticket, customer)
    return ticket
