"""Stars for the things of an order, after the order's own: one tap each, or none."""

import secrets

from models.memory import asked
from models.memory.surveys import THING, ProductRating
from models.people import Customer
from models.store import Session
from models.trade import placed
from models.trade.orders import DELIVERED, Order, OrderLine
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.feedback import LATE, POOR, SCORES
from services.trade.holding import for_customer
from services.trade.liked_view import thing_slot, thing_to_ask
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
                cause = dissatisfied.PRODUCT_SCORE
                await dissatisfied.about_order(
                    tx, self._context, turn, order, customer, int(score), cause
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
