"""Staff change what was ordered; whatever costs more needs the customer's yes."""

from typing import Any

from models import cards
from models.people import Customer
from models.store import Session
from models.trade import placed
from models.trade.orders import Order, OrderLine
from models.turn import Toast, Turn
from services import promises, prompts
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.spot import Spot
from services.trade import states
from services.trade.amounts import Figures, amount_of, owed_after
from services.trade.holding import for_customer, for_staff, note
from services.trade.recounting import comes_to, is_empty, restock
from services.trade.said import changes_said
from services.trade.telling import inform, money, show_own, show_staff, show_work

FORM = "change"
CHANGEABLE = (states.PLACED, states.ACCEPTED, states.PACKED)
MOST = 999
ADDRESS = 500


class Changing:
    """A draft of changes on the staff's card, then the change itself."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def quantity(self, turn: Turn, actor: Actor, ref: str, line_id: int, by: int) -> None:
        """One more or one less of a line; nought takes it out."""
        async with self._context.store.change(turn) as tx:
            order = await self._drafting(tx, actor, ref)
            lines = {line.id: line for line in await placed.lines_of(tx, order.id)}
            if line_id not in lines or abs(by) != 1:
                raise Refusal("button-old")
            drafted = dict(order.proposal.get("lines", {}))
            present = int(drafted.get(str(line_id), lines[line_id].quantity))
            drafted[str(line_id)] = min(max(present + by, 0), MOST)
            await self._draft(tx, turn, order, lines=drafted)

    async def delivery(self, turn: Turn, actor: Actor, ref: str, text: str, spot: Spot) -> None:
        """What delivery costs, as typed."""
        async with self._context.store.change(turn) as tx:
            order = await self._drafting(tx, actor, ref)
            await self._draft(tx, turn, order, delivery=amount_of(text))
            await prompts.end(tx, turn, actor.tg_id, spot)

    async def address(self, turn: Turn, actor: Actor, ref: str, text: str, spot: Spot) -> None:
        """Where it goes."""
        async with self._context.store.change(turn) as tx:
            order = await self._drafting(tx, actor, ref)
            await self._draft(tx, turn, order, address=" ".join(text.split())[:ADDRESS])
            await prompts.end(tx, turn, actor.tg_id, spot)

    async def send(self, turn: Turn, actor: Actor, ref: str) -> None:
        """Done: changed at once, or asked of the customer when it costs more."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_staff(tx, self._context, actor, ref)
            self._check(order)
            lines = await placed.lines_of(tx, order.id)
            wanted = {**order.proposal, "language": customer.language}
            what = changes_said(order, lines, wanted)
            if order.step != FORM or not isinstance(what, dict) or not what["lines"]:
                raise Refusal("change-nothing")
            if is_empty(order, lines):
                raise Refusal("change-nothing-left")
            comes = await comes_to(tx, order, lines)
            if comes.total > order.total:
                await self._ask(tx, turn, actor, order, customer, comes, what)
            else:
                await self._apply(tx, turn, actor.tg_id, order, customer, what)
            await show_staff(tx, self._context, turn.now, order)

    async def withdraw(self, turn: Turn, actor: Actor, ref: str) -> None:
        """Never mind: the customer is asked no longer."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_staff(tx, self._context, actor, ref)
            if not order.proposal or order.step == FORM:
                raise Refusal("proposal-gone")
            order.proposal = {}
            note(tx, turn, order, actor.tg_id, "withdraw")
            await show_own(tx, turn.now, order, customer)
            await show_work(tx, turn.now, order)
            turn.toast = Toast("toast-done")

    async def agree(self, turn: Turn, tg_id: int, ref: str, total: str, spot: Spot) -> None:
        """The customer's yes to a total; to that one and to no other."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_customer(tx, tg_id, ref)
            lines = await self._asked(tx, order, total)
            wanted = {**order.proposal, "language": customer.language}
            what = changes_said(order, lines, wanted)
            await self._apply(tx, turn, tg_id, order, customer, what)
            await self._answered(tx, turn, order, spot)
            turn.toast = Toast("toast-done")

    async def decline(self, turn: Turn, tg_id: int, ref: str, total: str, spot: Spot) -> None:
        """The customer's no: the order stays as it was, and staff see it."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_customer(tx, tg_id, ref)
            await self._asked(tx, order, total)
            order.proposal = {}
            note(tx, turn, order, tg_id, "decline")
            await inform(tx, turn.now, order, customer, "order-stays")
            await self._answered(tx, turn, order, spot)

    async def _answered(self, tx: Session, turn: Turn, order: Order, spot: Spot) -> None:
        """The question keeps no buttons; where it stands on the order's card, the card follows."""
        if spot.pressed and not await cards.standing_at(tx, spot.chat_id, spot.pressed):
            await promises.take_buttons(tx, turn.now, spot.chat_id, spot.pressed)
        await show_staff(tx, self._context, turn.now, order)

    async def _drafting(self, tx: Session, actor: Actor, ref: str) -> Order:
        order, _ = await for_staff(tx, self._context, actor, ref)
        self._check(order)
        if order.step != FORM:
            order.step, order.proposal = FORM, {}
        return order

    def _check(self, order: Order) -> None:
        if order.state not in CHANGEABLE:
            raise Refusal(f"order-is-{order.state}")

    async def _draft(self, tx: Session, turn: Turn, order: Order, **wanted: Any) -> None:
        order.proposal = {**order.proposal, **wanted}
        await show_work(tx, turn.now, order)

    async def _asked(self, tx: Session, order: Order, total: str) -> list[OrderLine]:
        lines = await placed.lines_of(tx, order.id)
        self._check(order)
        waits = bool(order.proposal) and order.step != FORM
        if not waits or str((await comes_to(tx, order, lines)).total) != total:
            raise Refusal("proposal-gone")
        return lines

    async def _ask(
        self,
        tx: Session,
        turn: Turn,
        actor: Actor,
        order: Order,
        customer: Customer,
        comes: Figures,
        what: Any,
    ) -> None:
        order.step = ""
        note(tx, turn, order, actor.tg_id, "propose", total=comes.total)
        await inform(
            tx,
            turn.now,
            order,
            customer,
            "order-told-proposal",
            keyboard="order-proposal",
            asked=comes.total,
            changes=what,
            before=money(order, order.total),
            total=money(order, comes.total),
        )
        turn.toast = Toast("toast-order-asked", alert=True)

    async def _apply(
        self, tx: Session, turn: Turn, by: int, order: Order, customer: Customer, what: Any
    ) -> None:
        lines = await placed.lines_of(tx, order.id)
        before, comes = order.total, await comes_to(tx, order, lines)
        await restock(tx, order, lines, customer.language)
        order.goods_total, order.discount = comes.goods, comes.discount
        order.delivery_price, order.total = comes.delivery, comes.total
        order.address = str(order.proposal.get("address", order.address))
        order.owed = owed_after(order.paid == "yes", order.owed, before, order.total)
        order.step, order.proposal, order.wish = "", {}, ""
        note(tx, turn, order, by, "change", before=before, after=order.total)
        comes_out = money(order, order.total)
        key = "order-told-changed"
        await inform(tx, turn.now, order, customer, key, changes=what, total=comes_out)
        turn.toast = Toast("toast-order-changed")
