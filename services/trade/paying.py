"""Payments in Telegram: the invoice, the word before a payment, the money, what went wrong."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models import outbox, people
from models.outbox import DEAD, MONEY, SENT, UNDELIVERABLE
from models.people import Customer
from models.store import Session
from models.trade import charges, ordering
from models.trade.charges import DOUBLED, PAID
from models.trade.money import Payment
from models.trade.orders import LIVE, Order
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.outcomes import Outcome
from services.people import Actor
from services.trade.holding import allow
from services.trade.order_facts import queue_of
from services.trade.selling import TELEGRAM
from services.trade.telling import inform, money, show_own, show_staff

UNPAID, ASKED, YES, UNSURE = "no", "asked", "yes", "unsure"


@dataclass(frozen=True, slots=True)
class Charge:
    """Money that Telegram says has been paid, in minor units."""

    order_ref: str
    charge: str
    provider_charge: str
    amount: int
    currency: str


async def send_invoice(tx: Session, now: datetime, order: Order, chat_id: int) -> None:
    """Promise an invoice; whether its first sending arrived may stay unknown."""
    await outbox.promise(
        tx,
        chat_id,
        "invoice",
        {"order": order.id},
        now,
        priority=MONEY,
        join_key=f"invoice:{order.id}",
    )


async def invoice_settled(tx: Session, context: Context, outcome: Outcome) -> None:
    """What became of an invoice: noted on the order, staff told when it may not be there."""
    found = await ordering.with_customer(tx, int(outcome.row.payload.get("order", 0)))
    if found is None or found[0].paid == YES:
        return
    order, customer = found
    order.paid = {SENT: ASKED, DEAD: UNPAID, UNDELIVERABLE: UNPAID}.get(outcome.status, UNSURE)
    ordering.note(tx, order, outcome.at, 0, "invoice", status=outcome.status)
    if order.paid == UNSURE:
        keyboard = {"name": "invoice-unsure", "ref": order.ref}
        await tell_staff(tx, context, outcome.at, order, "invoice-unsure", keyboard)
    elif order.paid == UNPAID:
        keyboard = {"name": "invoice-failed", "ref": order.ref}
        await tell_staff(tx, context, outcome.at, order, "invoice-failed", keyboard)
    await show_own(tx, outcome.at, order, customer)
    await show_staff(tx, context, outcome.at, order)


async def tell_staff(
    tx: Session,
    context: Context,
    now: datetime,
    order: Order,
    key: str,
    keyboard: dict[str, Any] | None = None,
    **args: Any,
) -> None:
    """Say something about an order to those who can put it right."""
    for one in context.directory.to_tell(queue_of(context.shop).id):
        await promises.say(
            tx, now, one.tg_id, one.language, key, keyboard=keyboard, number=str(order.id), **args
        )


class Paying:
    """The stories of money."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def may_pay(self, turn: Turn, tg_id: int, ref: str, amount: int, currency: str) -> None:
        """The question before a payment: yes only for one's own order as it is now, unpaid."""
        async with self._context.store.change(turn) as tx:
            customer = await people.customer_by_tg(tx, tg_id)
            order = await ordering.by_ref(tx, ref)
            if order is None or customer is None or order.customer_id != customer.id:
                turn.toast = Toast("pay-not-yours")
            elif order.state not in LIVE:
                turn.toast = Toast("pay-closed", {"number": str(order.id)})
            elif order.paid == YES:
                turn.toast = Toast("pay-paid", {"number": str(order.id)})
            elif (amount, currency) != (order.total, order.currency):
                turn.toast = Toast("pay-changed", {"number": str(order.id)})
            else:
                turn.agreed = True

    async def paid(self, turn: Turn, tg_id: int, charge: Charge) -> None:
        """Money has come in: stored once a charge; what was paid twice is told to staff."""
        async with self._context.store.change(turn) as tx:
            if await charges.payment(tx, charge.charge) is not None:
                return
            order = await ordering.by_ref(tx, charge.order_ref)
            if order is None:
                raise RuntimeError("money for an order that is not there")
            customer = await tx.get_one(Customer, order.customer_id)
            doubled = order.paid == YES or order.state not in LIVE
            tx.add(_payment(turn, tg_id, order, charge, DOUBLED if doubled else PAID))
            await tx.flush()
            ordering.note(tx, order, turn.now, tg_id, "paid", amount=charge.amount)
            if doubled:
                await self._doubled(tx, turn, order, customer, charge)
                return
            order.paid = YES
            told = money(order, charge.amount)
            await inform(tx, turn.now, order, customer, "order-told-paid", amount=told)
            await show_staff(tx, self._context, turn.now, order)

    async def _doubled(
        self, tx: Session, turn: Turn, order: Order, customer: Customer, charge: Charge
    ) -> None:
        order.owed = max(order.owed, 0) + charge.amount
        await show_staff(tx, self._context, turn.now, order)
        await tell_staff(
            tx,
            self._context,
            turn.now,
            order,
            "pay-doubled-staff",
            charge=charge.provider_charge or charge.charge,
            sum={"money": charge.amount, "currency": charge.currency},
        )
        await inform(tx, turn.now, order, customer, "pay-doubled")

    async def send_again(self, turn: Turn, actor: Actor, ref: str) -> None:
        """Staff: the invoice did not arrive; it is sent once more."""
        async with self._context.store.change(turn) as tx:
            order = await self._unpaid(tx, actor, ref)
            customer = await tx.get_one(Customer, order.customer_id)
            order.paid = UNPAID
            ordering.note(tx, order, turn.now, actor.tg_id, "invoice_again")
            await send_invoice(tx, turn.now, order, customer.tg_id)
            turn.toast = Toast("toast-invoice-again")

    async def arrived(self, turn: Turn, actor: Actor, ref: str) -> None:
        """Staff: the customer has the invoice."""
        async with self._context.store.change(turn) as tx:
            order = await self._unpaid(tx, actor, ref)
            order.paid = ASKED
            ordering.note(tx, order, turn.now, actor.tg_id, "invoice_arrived")
            turn.toast = Toast("toast-invoice-arrived")

    async def _unpaid(self, tx: Session, actor: Actor, ref: str) -> Order:
        allow(self._context, actor)
        order = await ordering.by_ref(tx, ref)
        if order is None:
            raise Refusal("no-such-order")
        if order.state not in LIVE:
            raise Refusal(f"order-is-{order.state}")
        if order.paid not in (UNPAID, UNSURE) or not self._context.telegram_payments:
            raise Refusal("invoice-known")
        return order


def _payment(turn: Turn, tg_id: int, order: Order, charge: Charge, state: str) -> Payment:
    return Payment(
        order_id=order.id,
        way=TELEGRAM,
        charge=charge.charge,
        provider_charge=charge.provider_charge,
        amount=charge.amount,
        currency=charge.currency,
        state=state,
        by_tg_id=tg_id,
        at=turn.now,
    )
