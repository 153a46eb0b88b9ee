"""The question before a payment, the money itself, and staff's word about a lost invoice."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message, PreCheckoutQuery

from handlers.buttons import Press, Sealer
from handlers.presses import verb
from handlers.roles import ANYBODY
from handlers.trade.invoices import SEPARATOR, ref_of
from services.desk import Desk
from services.people import Actor
from services.trade.paying import Charge
from services.turn import Turn

AGENT = "agent"


def questions() -> Router:
    """Before a payment, whoever asks."""
    routes = Router(name="questions before payments")
    routes.pre_checkout_query.register(may_pay, flags={"role": ANYBODY})
    return routes


def money() -> Router:
    """What was paid, by customers and by staff who ordered something."""
    routes = Router(name="payments")
    routes.message.register(paid, F.successful_payment, flags={"role": ANYBODY})
    return routes


def lost_invoices() -> Router:
    """Staff say whether an invoice is there."""
    routes = Router(name="lost invoices")
    routes.callback_query.register(again, verb("invoiceagain"), flags={"role": AGENT})
    routes.callback_query.register(arrived, verb("invoicethere"), flags={"role": AGENT})
    return routes


async def may_pay(
    event: PreCheckoutQuery, actor: Actor, desk: Desk, sealer: Sealer, turn: Turn
) -> None:
    """Yes or no; Telegram waits ten seconds for it."""
    ref = ref_of(sealer, actor.tg_id, event.invoice_payload) or ""
    await desk.trade.paying.may_pay(turn, actor.tg_id, ref, event.total_amount, event.currency)


async def paid(message: Message, actor: Actor, desk: Desk, turn: Turn) -> None:
    """Money has come in."""
    payment = message.successful_payment
    if payment is None:
        raise ValueError("a payment of nothing")
    charge = Charge(
        payment.invoice_payload.partition(SEPARATOR)[0],
        payment.telegram_payment_charge_id,
        payment.provider_payment_charge_id,
        payment.total_amount,
        payment.currency,
    )
    await desk.trade.paying.paid(turn, actor.tg_id, charge)


async def again(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """It did not arrive."""
    await desk.trade.paying.send_again(turn, actor, press.ref)


async def arrived(event: CallbackQuery, press: Press, actor: Actor, desk: Desk, turn: Turn) -> None:
    """It did."""
    await desk.trade.paying.arrived(turn, actor, press.ref)
