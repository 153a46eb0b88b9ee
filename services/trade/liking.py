"""After an order was delivered: one to five once, a few words if they wish."""

from models.messages import CUSTOMER
from models.people import Customer
from models.store import Session
from models.trade.orders import DELIVERED, Order
from models.turn import Toast, Turn
from services import promises, prompts
from services.context import Context
from services.conversation import store_message
from services.errors import Refusal
from services.feedback import COMMENT, LATE, SCORES
from services.feedback import POOR as POOR
from services.incoming import Incoming
from services.opening import SUBJECT
from services.relaying import relay_to_staff
from services.trade.asking import live_ticket
from services.trade.holding import for_customer, note
from services.trade.telling import show_work
from services.voice import complaining, dissatisfied

SAID = "said"


class Liking:
    """The first score counts; a low one opens a complaint that staff follow to its end."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def rate(self, turn: Turn, tg_id: int, ref: str, score: str) -> None:
        """One to five."""
        if score not in SCORES:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            order, customer = await self._delivered(tx, turn, tg_id, ref)
            if order.rated is not None:
                raise Refusal("rating-known")
            order.rated = int(score)
            note(tx, turn, order, tg_id, "rate", score=order.rated)
            turn.toast = Toast("toast-rated")
            if order.rated <= POOR and not customer.banned:
                await dissatisfied.about_order(
                    tx, self._context, turn, order, customer, order.rated
                )
            await self._show(tx, turn, order, customer)

    async def ask_comment(self, turn: Turn, tg_id: int, ref: str) -> None:
        """The next words are the comment."""
        async with self._context.store.change(turn) as tx:
            order, customer = await self._delivered(tx, turn, tg_id, ref)
            if order.step == SAID:
                raise Refusal("rating-known")
            await prompts.ask(
                tx,
                turn,
                customer,
                "comment-ask-poor" if (order.rated or POOR + 1) <= POOR else "comment-ask",
                keyboard={"name": "order-words", "ref": ref},
                join_key=f"comment:{ref}",
            )

    async def comment(self, turn: Turn, ref: str, incoming: Incoming) -> None:
        """Keep the words: in the order's story, and in the complaint about it."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_customer(tx, incoming.sender.tg_id, ref)
            if order.rated is None or order.step == SAID:
                raise Refusal("rating-known")
            order.step = SAID
            words = incoming.text[:COMMENT]
            ticket = await live_ticket(tx, order)
            if not words and ticket is None:
                raise Refusal("comment-needs-words")
            note(tx, turn, order, customer.tg_id, "comment", words=words)
            if ticket is not None:
                ticket.subject = ticket.subject or words[:SUBJECT]
                message = await store_message(tx, turn, ticket, incoming, CUSTOMER)
                await relay_to_staff(tx, turn.now, ticket, message)
                await complaining.show_of(tx, turn.now, ticket)
                await self._context.boards.show(tx, turn.now, ticket.queue_id)
            await self._show(tx, turn, order, customer)
            await prompts.end(tx, turn, customer.tg_id)
            await promises.say(
                tx,
                turn.now,
                customer.tg_id,
                customer.language,
                "comment-thanks",
                reply_to=incoming.tg_id,
            )

    async def _delivered(
        self, tx: Session, turn: Turn, tg_id: int, ref: str
    ) -> tuple[Order, Customer]:
        order, customer = await for_customer(tx, tg_id, ref)
        if order.state != DELIVERED or order.delivered_at is None:
            raise Refusal(f"order-is-{order.state}")
        if turn.now - order.delivered_at > LATE:
            raise Refusal("rating-late")
        return order, customer

    async def _show(self, tx: Session, turn: Turn, order: Order, customer: Customer) -> None:
        for card in ("liked", "order"):
            await promises.show(tx, turn.now, customer.tg_id, card, order.id)
        await show_work(tx, turn.now, order)
