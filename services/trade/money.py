"""What staff know about an order's money: invoiced, paid, given back; each once."""

from models.store import Session
from models.trade.money import Payment
from models.trade.orders import CANCELLED, Order
from models.turn import Toast, Turn
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.trade.holding import for_staff, note
from services.trade.telling import inform, money, show_staff

AT_THE_DOOR, INVOICE = "on_delivery", "invoice"
UNPAID = ("no", "asked", "unsure")


class OrderMoney:
    """Money as staff see it on the account or in the till."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def invoiced(self, turn: Turn, actor: Actor, ref: str) -> None:
        """An invoice was sent: the customer hears of how much."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_staff(tx, self._context, actor, ref)
            if order.state == CANCELLED:
                raise Refusal("order-is-cancelled")
            if order.paid != "no":
                raise Refusal(f"order-paid-{order.paid}")
            order.paid = "asked"
            note(tx, turn, order, actor.tg_id, "invoice", amount=order.total)
            told = money(order, order.total)
            await inform(tx, turn.now, order, customer, "order-told-invoice", amount=told)
            await show_staff(tx, self._context, turn.now, order)
            turn.toast = Toast("toast-done")

    async def paid(self, turn: Turn, actor: Actor, ref: str) -> None:
        """Money came: for the whole order, or what was missing after a change."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_staff(tx, self._context, actor, ref)
            amount = _missing(order)
            if order.state == CANCELLED:
                raise Refusal("order-is-cancelled")
            if not amount:
                raise Refusal(f"order-paid-{order.paid}")
            received(tx, turn, order, actor.tg_id, amount)
            told = money(order, amount)
            await inform(tx, turn.now, order, customer, "order-told-paid", amount=told)
            await show_staff(tx, self._context, turn.now, order)
            turn.toast = Toast("toast-done")

    async def refunded(self, turn: Turn, actor: Actor, ref: str) -> None:
        """What was owed is given back: off the board, and the customer hears of it."""
        async with self._context.store.change(turn) as tx:
            order, customer = await for_staff(tx, self._context, actor, ref)
            if order.owed <= 0:
                raise Refusal("order-owes-nothing")
            amount, order.owed = order.owed, 0
            if order.state == CANCELLED:
                order.paid = "refunded"
            note(tx, turn, order, actor.tg_id, "refund", amount=amount)
            told = money(order, amount)
            await inform(tx, turn.now, order, customer, "order-told-refunded", amount=told)
            await show_staff(tx, self._context, turn.now, order)
            turn.toast = Toast("toast-done")


def received(tx: Session, turn: Turn, order: Order, by_tg_id: int, amount: int) -> None:
    """Write money down that came past Telegram."""
    charge = f"staff:{order.id}" if order.paid in UNPAID else f"staff:{order.id}:{turn.inbox_id}"
    tx.add(
        Payment(
            order_id=order.id,
            way=order.payment or INVOICE,
            charge=charge,
            amount=amount,
            currency=order.currency,
            state="paid",
            by_tg_id=by_tg_id,
            at=turn.now,
        )
    )
    order.paid, order.owed = "yes", max(order.owed, 0)
    note(tx, turn, order, by_tg_id, "paid", amount=amount)


def paid_at_the_door(tx: Session, turn: Turn, order: Order, by_tg_id: int) -> None:
    """What is paid on delivery was paid when it was handed over."""
    if order.payment == AT_THE_DOOR and _missing(order):
        received(tx, turn, order, by_tg_id, _missing(order))


def _missing(order: Order) -> int:
    """What the customer still has to pay."""
    if order.paid in UNPAID:
        return order.total
    return -order.owed if order.paid == "yes" and order.owed < 0 else 0
