"""Staff move an order on: accept it, pack it, hand it over, cancel it."""

from models.people import Customer
from models.store import Session
from models.trade import placed, restocking
from models.trade.orders import Order
from models.turn import Toast, Turn
from services import promises, prompts
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.spot import Spot, answer
from services.trade import states
from services.trade.first_order import plan_checkup
from services.trade.holding import allow, for_staff, note
from services.trade.money import paid_at_the_door
from services.trade.order_facts import is_pickup, queue_of
from services.trade.said import OWN, REASONS, reason_said
from services.trade.telling import inform, money, show_staff, show_work
from services.voice import asking

FORMS = ("ship", "cancel", "change")
SETTLES = ("ship", "deliver")
WORDS = 300
FEWEST_LETTERS = 6


class Handling:
    """Every step is checked where it is stored: of two people one makes it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def open(self, turn: Turn, actor: Actor, which: str | int, spot: Spot) -> None:
        """An order's card where it was asked for."""
        async with self._context.store.change(turn) as tx:
            order, _ = await for_staff(tx, self._context, actor, which)
            await promises.show(
                tx,
                turn.now,
                spot.chat_id,
                "work",
                order.id,
                anew=True,
                alone=True,
                thread=spot.thread_id,
            )

    async def board(self, turn: Turn, actor: Actor, spot: Spot, page: str = "") -> None:
        """The board of orders where it was asked for; a page of it turns in place."""
        allow(self._context, actor)
        name = f"orders/{page}" if page else "orders"
        async with self._context.store.change(turn) as tx:
            queue = queue_of(self._context.shop)
            await promises.show(tx, turn.now, spot.chat_id, name, queue.id, anew=not page)

    async def step(self, turn: Turn, actor: Actor, ref: str, verb: str) -> None:
        """Accept, pack or hand over; the customer hears of it."""
        if verb not in ("accept", "pack", "deliver"):
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            order, customer = await for_staff(tx, self._context, actor, ref)
            await self._move(tx, turn, actor, order, verb)
            if verb == "deliver":
                await self._delivered(tx, turn, actor, order, customer)
            else:
                await self._tell(tx, turn, order, customer)
            await show_staff(tx, self._context, turn.now, order)
            turn.toast = Toast(f"toast-order-{order.state}")

    async def form(self, turn: Turn, actor: Actor, ref: str, name: str, spot: Spot) -> None:
        """Open one of the card's forms, or close it: what was being changed is forgotten."""
        async with self._context.store.change(turn) as tx:
            order, _ = await for_staff(tx, self._context, actor, ref)
            if name == "":
                order.proposal = {} if order.step == "change" else order.proposal
            elif name not in FORMS:
                raise Refusal("button-old")
            elif name != "change":
                states.moved(order.state, name, states.STAFF)
            elif order.state not in (states.PLACED, states.ACCEPTED, states.PACKED):
                raise Refusal(f"order-is-{order.state}")
            else:
                order.proposal = {}
            order.step = name
            await prompts.end(tx, turn, actor.tg_id, spot)
            await show_work(tx, turn.now, order)

    async def ask(self, turn: Turn, actor: Actor, ref: str, what: str, spot: Spot) -> None:
        """Ask somebody for words where they pressed."""
        async with self._context.store.change(turn) as tx:
            order, _ = await for_staff(tx, self._context, actor, ref)
            to, number = (tx, turn, spot, actor), str(order.id)
            keyboard = {"name": "order-never", "who": actor.tg_id}
            await prompts.ask_staff(*to, f"deal-{what}", keyboard=keyboard, number=number)

    async def cancel_for(
        self, turn: Turn, actor: Actor, ref: str, reason: str, spot: Spot | None = None
    ) -> None:
        """Cancel for a reason of the list."""
        if reason not in REASONS:
            raise Refusal("button-old")
        await self.cancel(turn, actor, ref, f"#{reason}", spot)

    async def ask_sure(self, turn: Turn, actor: Actor, ref: str, words: str, spot: Spot) -> None:
        """Show the words that the customer would read, before they do."""
        if sum(map(str.isalpha, words)) < FEWEST_LETTERS:
            raise Refusal("deal-reason-short")
        async with self._context.store.change(turn) as tx:
            order, customer = await for_staff(tx, self._context, actor, ref)
            states.moved(order.state, "cancel", states.STAFF)
            keyboard = {"name": "order-off", "ref": ref, "who": actor.tg_id}
            said = {"number": str(order.id), "name": customer.name, "words": words[:WORDS]}
            await prompts.wait(tx, turn, actor.tg_id, spot)
            more = {"keyboard": keyboard, "prompt": actor.tg_id}
            await answer(tx, turn, spot, actor, "deal-sure", **more, **said)

    async def cancel(
        self, turn: Turn, actor: Actor, ref: str, reason: str, spot: Spot | None = None
    ) -> None:
        """Cancel for a reason: words, or a key of the list after a hash sign.

        `spot`: where the person was asked about it, if they were.
        """
        async with self._context.store.change(turn) as tx:
            order, customer = await for_staff(tx, self._context, actor, ref)
            await cancelled(tx, self._context, turn, order, customer, actor.tg_id, reason)
            if spot is not None:
                await prompts.end(tx, turn, actor.tg_id, spot)
            turn.toast = Toast("toast-order-cancelled")

    async def _move(self, tx: Session, turn: Turn, actor: Actor, order: Order, verb: str) -> None:
        if order.state == states.PLACED:
            order.expected_at = None  # until now it said by when the order would be accepted
        order.state = states.moved(order.state, verb, states.STAFF)
        order.step = ""
        if verb in SETTLES:  # neither accepting nor packing is an answer to a wish
            order.wish = ""
        order.changed_at = turn.now
        order.agent_id = order.agent_id or actor.staff_id
        note(tx, turn, order, actor.tg_id, verb)

    async def _tell(self, tx: Session, turn: Turn, order: Order, customer: Customer) -> None:
        ready = order.state == states.PACKED and is_pickup(self._context.shop, order)
        if ready:
            await inform(tx, turn.now, order, customer, "order-told-ready")
            return
        key = f"order-told-{order.state}"
        await inform(tx, turn.now, order, customer, key)

    async def _delivered(
        self, tx: Session, turn: Turn, actor: Actor, order: Order, customer: Customer
    ) -> None:
        order.delivered_at = turn.now
        order.proposal = {}
        paid_at_the_door(tx, turn, order, actor.tg_id)
        await plan_checkup(tx, self._context, turn.now, order)
        await asking.ask_order(tx, self._context, turn.now, customer, order)
        await asking.plan(tx, self._context, turn.now, customer)
        await promises.show(tx, turn.now, customer.tg_id, "order", order.id)
        await promises.show(tx, turn.now, customer.tg_id, "liked", order.id)


async def cancelled(
    tx: Session,
    context: Context,
    turn: Turn,
    order: Order,
    customer: Customer,
    by_tg_id: int,
    reason: str,
) -> None:
    """End an order: stock goes back once, what was paid is owed, everybody sees it."""
    who = states.CUSTOMER if reason == f"#{OWN}" else states.STAFF
    order.state = states.moved(order.state, "cancel", who)
    order.step, order.proposal, order.wish = "", {}, ""
    order.reason = reason[:WORDS]
    order.changed_at = turn.now
    note(tx, turn, order, by_tg_id, "cancel", reason=order.reason)
    for line in await placed.lines_of(tx, order.id):
        if line.counted and line.variant_id is not None:
            await restocking.put_back(tx, line.variant_id, line.quantity)
        line.counted = False
    if order.paid == "yes":
        order.owed += order.total
    why = reason_said(order.reason)
    if order.owed > 0:
        back = money(order, order.owed)
        key = "order-told-money-back"
        await inform(tx, turn.now, order, customer, key, reason=why, amount=back)
    else:
        order.owed = 0
        await inform(tx, turn.now, order, customer, "order-told-cancelled", reason=why)
    await show_staff(tx, context, turn.now, order)
