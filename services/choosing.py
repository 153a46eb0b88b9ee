"""The buttons of the customer's card: another topic, a person please."""

from models import inquiries, labels, tickets
from models.labels import PICK
from models.messages import CUSTOMER
from models.people import Customer
from models.store import Session
from models.tickets import ASKING, OPEN, RESOLVED, WAITING, Ticket
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.conversation import store_message
from services.customers import known_customer
from services.decide import Route
from services.errors import Refusal
from services.expectation import Line, who_answers
from services.guessing import guess
from services.incoming import Incoming, Sender
from services.opening import announce, open_ticket
from services.reopening import language_at
from services.routing import label, send_to
from services.shop import TopicView
from services.tracing import customer_of
from services.voice import complaining


class Choosing:
    """What customers press on the card of their ticket; every press may be old, or a repeat."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def pick(self, turn: Turn, tg_id: int, ref: str, key: str) -> None:
        """Say what a ticket is about: a label, and an untaken ticket goes there."""
        async with self._context.store.change(turn) as tx:
            ticket, customer = await own_ticket(tx, tg_id, ref)
            shop = self._context.shop
            topic = shop.topics.get(shop.present(key))
            if topic is None or topic.queue_id is None:
                raise Refusal("button-old")
            if ticket.state == RESOLVED:
                raise Refusal("button-resolved", number=str(ticket.id))
            turn.toast = Toast("toast-picked", {"topic": topic.titles[customer.language]})
            await self._pick(tx, turn, ticket, customer, topic)

    async def _pick(
        self, tx: Session, turn: Turn, ticket: Ticket, customer: Customer, topic: TopicView
    ) -> None:
        known = await labels.last_label(tx, ticket.id, PICK)
        said_before = known is not None and known.topic_key == topic.key
        if not said_before:
            label(tx, ticket, topic.key, PICK, customer.tg_id, turn.now)
        if ticket.state in WAITING:
            await self._route(tx, turn, ticket, customer, topic)
        elif not said_before:
            ticket.choosing = False
            language = language_at(self._context, ticket)
            await promises.tell_place(
                tx, turn.now, ticket, language, "customer-picked", topic=topic.titles[language]
            )

    async def _route(
        self, tx: Session, turn: Turn, ticket: Ticket, customer: Customer, topic: TopicView
    ) -> None:
        same = ticket.topic_id == topic.id and ticket.state == OPEN
        if same and not ticket.choosing and ticket.certainty == "picked":
            return
        ticket.choosing = False
        ticket.topic_id = topic.id
        ticket.certainty = "picked"
        queue = self._context.shop.queues[topic.queue_id or 0]
        await send_to(tx, self._context, turn.now, ticket, queue)
        await complaining.follow(tx, self._context, turn.now, ticket, customer)
        await promises.show_mine(tx, turn.now, ticket, customer.tg_id)

    async def show_all(self, turn: Turn, tg_id: int, ref: str, choosing: bool) -> None:
        """Show every topic on the card, or go back to what it showed."""
        async with self._context.store.change(turn) as tx:
            ticket, customer = await own_ticket(tx, tg_id, ref)
            if ticket.state == RESOLVED:
                raise Refusal("button-resolved", number=str(ticket.id))
            if ticket.state not in WAITING:
                raise Refusal("button-taken", number=str(ticket.id))
            if ticket.choosing == choosing:
                return
            ticket.choosing = choosing
            await promises.show_mine(tx, turn.now, ticket, customer.tg_id)

    async def person(self, turn: Turn, tg_id: int, ref: str) -> None:
        """A person, please: an open question is routed at once; then who answers and when."""
        async with self._context.store.change(turn) as tx:
            ticket, customer = await own_ticket(tx, tg_id, ref)
            if ticket.state == RESOLVED:
                raise Refusal("button-resolved", number=str(ticket.id))
            await self._call(tx, turn, ticket, customer)
            turn.toast = Toast("toast-person", {"who": self._who(turn, ticket, customer)}, True)

    async def operator(self, turn: Turn, sender: Sender, asked: Incoming | None = None) -> None:
        """A person, please, by command or by a button of the greeting.

        Of a live ticket: who answers and when; without one a new ticket waits for its words.
        """
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            if customer.banned:
                raise Refusal("not-now")
            live = await inquiries.live_of_customer(tx, customer.id)
            if not live:
                await self._open(tx, turn, customer, asked)
                return
            await self._call(tx, turn, live[0], customer)
            await promises.say(
                tx,
                turn.now,
                customer.tg_id,
                customer.language,
                "person-coming",
                ticket=live[0],
                join_key=f"person:{customer.tg_id}",
                number=str(live[0].id),
                who=self._who(turn, live[0], customer),
            )

    async def _call(self, tx: Session, turn: Turn, ticket: Ticket, customer: Customer) -> None:
        if ticket.state == ASKING:
            ticket.choosing = False
            await guess(tx, self._context, turn.now, ticket, customer.tg_id)
        elif ticket.choosing:
            ticket.choosing = False
            await promises.show_mine(tx, turn.now, ticket, customer.tg_id)

    async def _open(
        self, tx: Session, turn: Turn, customer: Customer, asked: Incoming | None
    ) -> None:
        context = self._context
        route = Route(context.shop.triage, None, OPEN, "unclear", "person", None)
        ticket = await open_ticket(tx, context, turn, customer, route, None, "")
        if asked is not None:
            await store_message(tx, turn, ticket, asked, CUSTOMER)
        await announce(tx, context, turn, ticket, customer)

    def _who(self, turn: Turn, ticket: Ticket, customer: Customer) -> Line:
        agent = self._context.directory.by_staff_id(ticket.agent_id)
        queue = self._context.shop.queues[ticket.queue_id]
        return who_answers(ticket, queue, agent, customer.language, turn.now)


async def own_ticket(tx: Session, tg_id: int, ref: str) -> tuple[Ticket, Customer]:
    """The ticket that a customer's button means; refused when it is not theirs."""
    ticket = await tickets.by_ref(tx, ref)
    if ticket is None:
        raise Refusal("button-old")
    customer = await customer_of(tx, ticket)
    if customer.tg_id != tg_id:
        raise Refusal("button-old")
    return ticket, customer
