"""A question about a thing: a ticket that carries it, for those who know the goods."""

from models import inquiries
from models.messages import CUSTOMER
from models.people import Customer
from models.store import Session
from models.tickets import OPEN, Ticket
from models.trade import browsing
from models.turn import Turn
from services import promises
from services.context import Context
from services.conversation import store_message
from services.customers import known_customer, note_phone
from services.decide import Route
from services.errors import Refusal
from services.incoming import Incoming, Sender
from services.joining import Reading, join
from services.opening import announce, open_ticket
from services.shop import QueueView, Shop

TOPIC = "product_question"
QUEUE = "sales"


class ProductQuestions:
    """Asks for the words, then opens or joins the ticket about the thing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def begin(self, turn: Turn, sender: Sender, product_id: int) -> None:
        """What would you like to know?"""
        async with self._context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, sender)
            if customer.banned:
                raise Refusal("not-now")
            thing = await browsing.thing(tx, product_id)
            if thing is None:
                raise Refusal("shelf-thing-gone")
            await promises.say(
                tx,
                turn.now,
                customer.tg_id,
                customer.language,
                "about-ask",
                keyboard={"name": "never-mind"},
                product=thing.product.title(customer.language),
            )

    async def ask(self, turn: Turn, product_id: int, incoming: Incoming) -> None:
        """The customer's words, of any kind, in the live ticket about the thing or a new one."""
        context = self._context
        verdict = await context.understanding.read(incoming.text)
        async with context.store.change(turn) as tx:
            customer = await known_customer(tx, turn, incoming.sender)
            if customer.banned:
                raise Refusal("not-now")
            note_phone(customer, incoming)
            live = await inquiries.live_of_customer(tx, customer.id)
            known = next((one for one in live if one.product_id == product_id), None)
            if known is not None:
                await join(tx, context, turn, customer, known, incoming, Reading(None))
                return
            route = self._route()
            ticket = await open_ticket(tx, context, turn, customer, route, verdict, incoming.text)
            await self._tie(tx, turn, ticket, customer, product_id, incoming)

    async def _tie(
        self,
        tx: Session,
        turn: Turn,
        ticket: Ticket,
        customer: Customer,
        product_id: int,
        incoming: Incoming,
    ) -> None:
        ticket.product_id = product_id
        await store_message(tx, turn, ticket, incoming, CUSTOMER)
        await announce(tx, self._context, turn, ticket, customer)

    def _route(self) -> Route:
        shop = self._context.shop
        key = shop.present(TOPIC)
        topic = shop.topics.get(key)
        return Route(
            questions_queue(shop, key), topic.key if topic else None, OPEN, "picked", "route", None
        )


def questions_queue(shop: Shop, topic_key: str) -> QueueView:
    """Who answers questions about goods: as `[orders] questions` says, else as the topic leads."""
    named = str(shop.facts.get("orders", {}).get("questions", ""))
    found = shop.queue_by_key(named) or shop.queue_of(topic_key) or shop.queue_by_key(QUEUE)
    return found or shop.triage
