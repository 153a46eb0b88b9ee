"""What lists show: the board, a staff member's own tickets, what waits for them, a customer."""

from collections.abc import Collection
from datetime import datetime, timedelta

from models import messages, past, people, queues, tickets
from models.messages import CUSTOMER, STAFF
from models.people import Customer
from models.store import Session
from models.tickets import OPEN, PENDING, TAKEN, WAITING, Ticket
from models.trade import own_orders, placed
from models.trade.orders import PLACED
from services import decide
from services.card_views import (
    BoardLine,
    BoardView,
    CustomerView,
    HandLine,
    HandView,
    LinesView,
    PastTicket,
)
from services.context import Context
from services.people import Actor
from services.segments import first
from services.shop import QueueView
from services.tracing import customer_of
from services.trade.order_facts import queue_of

BOARD_LINES = 60
PAST = 8
PAST_ORDERS = 5
PAGE_LASTS = timedelta(minutes=2)


class Listing:
    """Reads lists."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def board(self, queue_id: int, now: datetime, chat_id: int) -> BoardView | None:
        """A queue's board at a moment, as one chat sees it."""
        queue = self._context.shop.queues.get(queue_id)
        if queue is None:
            return None
        async with self._context.store.look() as tx:
            page = await page_of(tx, queue_id, chat_id, now)
            return await self._board(tx, queue, now, chat_id, page)

    async def lines(self, tg_id: int, now: datetime) -> LinesView:
        """What waits in every queue that somebody answers."""
        owner = self._context.directory.find(tg_id)
        async with self._context.store.look() as tx:
            boards = [
                await self._board(tx, queue, now) for queue in queues_of(self._context, owner)
            ]
            to_accept = (await placed.counts(tx)).get(PLACED, 0)
        ours = owner.answers(queue_of(self._context.shop).id)
        return LinesView(owner, tuple(boards), to_accept if ours else 0)

    async def hand(self, tg_id: int, now: datetime) -> HandView:
        """The tickets that somebody has taken."""
        owner = self._context.directory.find(tg_id)
        async with self._context.store.look() as tx:
            mine = await tickets.live_of_agent(tx, owner.staff_id or 0)
            names = await people.customers_by_ids(tx, [one.customer_id for one in mine])
        return HandView(owner, tuple(self._in_hand(one, names, now) for one in mine))

    async def customer(self, ticket_id: int) -> CustomerView | None:
        """The customer of a ticket, with what happened so far."""
        async with self._context.store.look() as tx:
            ticket = await tx.get(Ticket, ticket_id)
            if ticket is None:
                return None
            customer = await customer_of(tx, ticket)
            recent = await tickets.latest_of(tx, customer.id, PAST)
            ratings = await past.ratings_of(tx, [one.id for one in recent])
            said = await messages.of_ticket(tx, recent[0].id, 1, (CUSTOMER, STAFF))
            count = await past.count_of(tx, customer.id)
            orders = await own_orders.page_of(tx, customer.id, PAST_ORDERS)
            bought = (
                await own_orders.count_and_sum(tx, customer.id, orders[0].currency)
                if orders
                else (0, 0)
            )
        listed = tuple(
            PastTicket(
                one.id,
                self._context.shop.topic_by_id(one.topic_id),
                one.opened_at,
                one.state,
                one.spam,
                rating.score if (rating := ratings.get(one.id)) else None,
                rating.solved if rating else None,
                rating.comment if rating else None,
            )
            for one in recent
        )
        last = said[0] if said else None
        return CustomerView(ticket, customer, listed, count, last, tuple(orders), *bought)

    async def _board(
        self,
        tx: Session,
        queue: QueueView,
        now: datetime,
        chat_id: int | None = None,
        page: int = 0,
    ) -> BoardView:
        waiting, vips = await first.waiting(tx, self._context, queue.id, now, BOARD_LINES)
        counts = await tickets.count_by_state(tx, queue.id)
        names = await people.customers_by_ids(tx, [one.customer_id for one in waiting])
        return BoardView(
            queue,
            tuple(self._line(ticket, names, now, vips) for ticket in waiting),
            sum(counts.get(state, 0) for state in WAITING),
            counts.get(TAKEN, 0),
            counts.get(PENDING, 0),
            queue.hours.is_open(now),
            chat_id is not None and chat_id not in self._context.boards.places(queue),
            page,
        )

    def _line(
        self, ticket: Ticket, names: dict[int, Customer], now: datetime, vips: Collection[int]
    ) -> BoardLine:
        since = ticket.waiting_since or ticket.opened_at
        return BoardLine(
            ticket.id,
            ticket.ref,
            self._context.shop.topic_by_id(ticket.topic_id),
            ticket.certainty,
            decide.sla_mark(since, ticket.due_at, now),
            (now - since).total_seconds() / 60,
            ticket.subject,
            ticket.state != OPEN,
            names[ticket.customer_id].name,
            ticket.customer_id in vips,
        )

    def _in_hand(self, ticket: Ticket, names: dict[int, Customer], now: datetime) -> HandLine:
        since = ticket.waiting_since or now
        return HandLine(
            ticket.id,
            ticket.ref,
            self._context.shop.topic_by_id(ticket.topic_id),
            ticket.state,
            decide.sla_mark(since, ticket.due_at, now),
            names[ticket.customer_id].name,
            ticket.waiting_since is not None,
            ticket.place_chat_id,
            ticket.place_thread_id,
        )


def queues_of(context: Context, actor: Actor) -> list[QueueView]:
    """The queues that somebody answers: by membership, or all of them when they have none."""
    all_of_them = list(context.shop.queues.values())
    own = [queue for queue in all_of_them if queue.id in actor.queues]
    return own or [queue for queue in all_of_them if actor.answers(queue.id)]


def page_name(queue_id: int, chat_id: int) -> str:
    """Under which name the page of a board is kept."""
    return f"board_page:{queue_id}:{chat_id}"


async def page_of(tx: Session, queue_id: int, chat_id: int, now: datetime) -> int:
    """The page of buttons that somebody turned a board to, lately."""
    kept = await queues.read_setting(tx, page_name(queue_id, chat_id))
    if kept is None or now - datetime.fromisoformat(kept["at"]) > PAGE_LASTS:
        return 0
    return int(kept["page"])
