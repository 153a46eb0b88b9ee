"""Stars for the things of an order, after the order's own: one tap each, or none; some words."""

import secrets

from models.memory import asked
from models.memory.surveys import THING, ProductRating
from models.people import Customer
from models.store import Session
from models.trade import placed
from models.trade.orders import DELIVERED, Order, OrderLine
from models.turn import Toast, Turn
from services import promises, prompts
from services.context import Context
from services.errors import Refusal
from services.feedback import COMMENT, LATE, POOR, SCORES
from services.incoming import Incoming
from services.trade.asking import live_ticket
from services.trade.holding import for_customer
from services.trade.liked_view import inside, thing_slot, thing_to_ask
from services.voice import dissatisfied


class LikingThings:
    """The first score counts; a low one is a complaint about the order, once."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def rate(self, turn: Turn, tg_id: int, ref: str, arg: str) -> None:
        """`arg` is "line.score", a score of one to five."""
        number, _, score = arg.partition(".")
        if score not in SCORES:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            order, customer, line = await self._asked(tx, turn, tg_id, ref, number)
            tx.add(
                ProductRating(
                    line_id=line.id,
                    product_id=line.product_id,
                    customer_id=customer.id,
                    score=int(score),
                    rated_at=turn.now,
                )
            )
            await tx.flush()
            if int(score) <= POOR and not customer.banned:
                await dissatisfied.about_order(
                    tx, self._context, turn, order, customer, int(score), line
                )
            turn.toast = Toast("toast-rated")
            await promises.show(tx, turn.now, customer.tg_id, "liked", order.id)

    async def skip(self, turn: Turn, tg_id: int, ref: str, number: str) -> None:
        """No stars for this thing."""
        async with self._context.store.change(turn) as tx:
            order, customer, line = await self._asked(tx, turn, tg_id, ref, number)
            await asked.put(
                tx,
                ref=secrets.token_urlsafe(9),
                customer_id=customer.id,
                kind=THING,
                slot=thing_slot(line.id),
                ticket_id=None,
                due_at=None,
                asked_at=turn.now,
            )
            turn.toast = Toast("toast-thing-skipped")
            await promises.show(tx, turn.now, customer.tg_id, "liked", order.id)

    async def ask_words(self, turn: Turn, tg_id: int, ref: str, number: str) -> None:
        """The next words are about this thing."""
        async with self._context.store.change(turn) as tx:
            _, customer, line, rating = await self._rated(tx, turn, tg_id, ref, number)
            poor = "-poor" if rating.score <= POOR else ""
            await prompts.ask(
                tx,
                turn,
                customer,
                f"thing-words-ask{poor}",
                keyboard={"name": "order-words", "ref": ref},
                join_key=f"comment:{ref}:{line.id}",
                thing=inside(line.title(customer.language), customer.language),
            )

    async def comment(self, turn: Turn, ref: str, number: str, incoming: Incoming) -> None:
        """Keep the words with the stars; of a low score they go to its complaint as well."""
        async with self._context.store.change(turn) as tx:
            found = await self._rated(tx, turn, incoming.sender.tg_id, ref, number)
            order, customer, _, rating = found
            poor = rating.score <= POOR
            ticket = await live_ticket(tx, order) if poor else None
            if not incoming.text and ticket is None:
                raise Refusal("comment-needs-words")
            rating.comment = incoming.text[:COMMENT]
            if ticket is not None:
                await dissatisfied.carry(tx, self._context, turn, ticket, incoming)
            await promises.show(tx, turn.now, customer.tg_id, "liked", order.id)
            await prompts.end(tx, turn, customer.tg_id)
            where = (turn.now, customer.tg_id, customer.language, "comment-thanks")
            await promises.say(tx, *where, reply_to=incoming.tg_id)

    async def _rated(
        self, tx: Session, turn: Turn, tg_id: int, ref: str, number: str
    ) -> tuple[Order, Customer, OrderLine, ProductRating]:
        """A thing with its stars, about which nothing was said yet."""
        order, customer = await for_customer(tx, tg_id, ref)
        lines = {str(line.id): line for line in await placed.lines_of(tx, order.id)}
        line = lines.get(number)
        rating = await tx.get(ProductRating, line.id, with_for_update=True) if line else None
        if line is None or rating is None:
            raise Refusal("button-old")
        if turn.now - rating.rated_at > LATE:
            raise Refusal("rating-late")
        if rating.comment:
            raise Refusal("rating-known")
        return order, customer, line, rating

    async def _asked(
        self, tx: Session, turn: Turn, tg_id: int, ref: str, number: str
    ) -> tuple[Order, Customer, OrderLine]:
        """The thing that is asked about now; an older button is refused."""
        order, customer = await for_customer(tx, tg_id, ref)
        if order.state != DELIVERED or order.delivered_at is None:
            raise Refusal(f"order-is-{order.state}")
        if turn.now - order.delivered_at > LATE:
            raise Refusal("rating-late")
        line = await thing_to_ask(tx, order, await placed.lines_of(tx, order.id))
        if line is None or str(line.id) != number:
            raise Refusal("rating-known")
        return order, customer, line
