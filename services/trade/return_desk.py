"""Staff decide about what comes back: agreed or not, received, refunded, exchanged, mended."""

from typing import Any

from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from models.trade import giving_back, restocking
from models.trade.money import Payment
from models.trade.orders import Order, OrderLine
from models.trade.returns import ReturnCase
from models.turn import Toast, Turn
from services import promises, prompts
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.spot import Spot, nod
from services.tracing import allow
from services.trade import return_cases as cases
from services.trade.amounts import amount_of
from services.trade.return_rules import (
    MONEY,
    REFUSALS,
    REPAIR,
    STAFF,
    goes_back_on_shelf,
    moved,
)
from services.trade.telling import money


class ReturnDesk:
    """Every story is checked against the ticket that carries the case: who may work on it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def show(self, turn: Turn, actor: Actor, ref: str, spot: Spot) -> None:
        """The case, where somebody pressed for it."""
        async with self._context.store.change(turn) as tx:
            case = await self._case(tx, actor, ref)
            await promises.show(
                tx, turn.now, spot.chat_id, "backing", case.id, thread=spot.thread_id, anew=True
            )

    async def page(self, turn: Turn, actor: Actor, ref: str, page: str, spot: Spot) -> None:
        """Another page of the case in the same message."""
        async with self._context.store.change(turn) as tx:
            case = await self._case(tx, actor, ref)
            name = f"backing/{page}" if page else "backing"
            await promises.show(tx, turn.now, spot.chat_id, name, case.id, thread=spot.thread_id)

    async def ask_amount(self, turn: Turn, actor: Actor, ref: str, spot: Spot) -> None:
        """How much is paid back, when not all of it."""
        async with self._context.store.change(turn) as tx:
            case = await self._case(tx, actor, ref)
            order = await cases.order_of(tx, case)
            amount = money(order, case.refund)
            await prompts.ask_staff(tx, turn, spot, actor, "giveback-amount-ask", amount=amount)

    async def refund(self, turn: Turn, actor: Actor, ref: str, words: str, spot: Spot) -> None:
        """This much is paid back; raises Refusal for what is no amount."""
        await self._move(turn, actor, ref, "finish", refund=amount_of(words), spot=spot)

    async def approve(self, turn: Turn, actor: Actor, ref: str) -> None:
        """The shop takes it back."""
        await self._move(turn, actor, ref, "approve")

    async def receive(self, turn: Turn, actor: Actor, ref: str) -> None:
        """It has arrived; what is whole lies on the shelf again."""
        await self._move(turn, actor, ref, "receive")

    async def refuse(self, turn: Turn, actor: Actor, ref: str, because: str) -> None:
        """The shop does not take it back, for a reason that the customer reads."""
        if because not in REFUSALS:
            raise Refusal("button-old")
        await self._move(turn, actor, ref, "refuse", reply=because)

    async def finish(self, turn: Turn, actor: Actor, ref: str) -> None:
        """All the money back, exchanged, or mended."""
        await self._move(turn, actor, ref, "finish")

    async def _move(
        self,
        turn: Turn,
        actor: Actor,
        ref: str,
        verb: str,
        *,
        reply: str = "",
        refund: int | None = None,
        spot: Spot | None = None,
    ) -> None:
        async with self._context.store.change(turn) as tx:
            case = await self._case(tx, actor, ref)
            order = await cases.order_of(tx, case)
            case.state = moved(case.state, verb, STAFF)
            case.answer, case.agent_id, case.changed_at = reply, actor.staff_id, turn.now
            if verb == "finish":
                await self._finish(tx, turn, actor, case, order, refund)
            if verb in ("receive", "finish"):
                await self._restock(tx, case)
            cases.note(tx, turn, case, order, f"giveback_{verb}", actor.tg_id)
            await self._tell(tx, turn, case, order)
            turn.toast = Toast("toast-done")
            if spot is not None:
                await prompts.end(tx, turn, actor.tg_id, spot)
                await nod(tx, turn, spot)

    async def _finish(
        self,
        tx: Session,
        turn: Turn,
        actor: Actor,
        case: ReturnCase,
        order: Order,
        refund: int | None,
    ) -> None:
        case.done_at = turn.now
        line = await tx.get(OrderLine, case.line_id)
        if line is not None and case.want != REPAIR:
            line.returned += case.quantity
        if case.want != MONEY:
            return
        amount = case.refund if refund is None else refund
        if not 0 < amount <= order.total:
            raise Refusal("giveback-amount-wrong", most=money(order, order.total))
        case.refund = amount
        tx.add(
            Payment(
                order_id=order.id,
                way=order.payment or "on_delivery",
                charge=f"giveback:{case.ref}",
                amount=-amount,
                currency=order.currency,
                state="refunded",
                by_tg_id=actor.tg_id,
                at=turn.now,
            )
        )

    async def _restock(self, tx: Session, case: ReturnCase) -> None:
        if case.restocked or not goes_back_on_shelf(case.reason, case.want):
            return
        line = await tx.get(OrderLine, case.line_id)
        if line is not None and line.counted and line.variant_id is not None:
            await restocking.put_back(tx, line.variant_id, case.quantity)
            case.restocked = True

    async def _case(self, tx: Session, actor: Actor, ref: str) -> ReturnCase:
        case = await giving_back.case_by_ref(tx, ref)
        ticket = await tx.get(Ticket, case.ticket_id) if case and case.ticket_id else None
        if case is None or ticket is None:
            raise Refusal("button-old")
        allow(actor, ticket)
        return case

    async def _tell(self, tx: Session, turn: Turn, case: ReturnCase, order: Order) -> None:
        """The customer reads the change once: their message about it, and one line."""
        customer = await tx.get(Customer, case.customer_id)
        line = await tx.get(OrderLine, case.line_id)
        if customer is None or line is None:
            return
        await cases.show_own(tx, turn, order, customer.tg_id)
        await cases.show_case(tx, turn, case)
        key = f"giveback-told-{case.state}"
        if case.state == "done":
            key = f"giveback-told-{case.want}"
        args: dict[str, Any] = {"number": str(case.id), "thing": line.title(customer.language)}
        if key == "giveback-told-money":
            args["amount"] = money(order, case.refund)
        await promises.say(
            tx,
            turn.now,
            customer.tg_id,
            customer.language,
            key,
            **args,
        )
