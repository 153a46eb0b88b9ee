"""A checkout becomes an order: in one transaction, or not at all."""

from collections.abc import Sequence

from models.outbox import MONEY
from models.people import Customer
from models.store import Session
from models.trade import baskets, charges, ordering
from models.trade.baskets import CartItem
from models.trade.orders import Order, OrderLine
from models.turn import Turn
from services.context import Context
from services.profile.inferring import infer
from services.trade import cart_card, drafts, options, paying, reminders
from services.trade.first_order import host_of, welcome
from services.trade.order_boards import show_orders
from services.trade.order_facts import accept_by
from services.trade.selling import TELEGRAM
from services.trade.states import moved


class GoneMeanwhile(Exception):
    """Stock or a code went to somebody else since it was looked at: look again."""


async def place(
    tx: Session,
    context: Context,
    turn: Turn,
    order: Order,
    customer: Customer,
    items: Sequence[CartItem],
    by_tg_id: int,
    who: str,
) -> None:
    """Confirm an order whose cart was just looked at; raises GoneMeanwhile, then nothing is.

    Stock taken, code used, lines copied, cart emptied, event written, the card turned into the
    confirmation, staff shown the order.
    """
    await reminders.forget(tx, turn.now, order)
    order.state = moved(order.state, "confirm", who)
    for item in sorted(items, key=lambda one: (one.variant.id, one.line.id)):
        if not await ordering.take(tx, item.variant.id, item.line.quantity):
            raise GoneMeanwhile
    tx.add_all(_line(order, item) for item in items)
    await _use_code(tx, turn, order)
    await baskets.empty(tx, customer.id)
    await _remember(tx, turn, order)
    order.step, order.notes, order.placed_at = "", [], turn.now
    order.expected_at, order.changed_at = accept_by(context.shop, turn.now), turn.now
    ordering.note(tx, order, turn.now, by_tg_id, "confirm", total=order.total)
    await drafts.show(tx, turn.now, order, customer, priority=MONEY)
    if order.payment == TELEGRAM and order.total:
        await paying.send_invoice(tx, turn.now, order, customer.tg_id)
    await cart_card.follow(tx, turn, customer)
    await welcome(tx, turn.now, host_of(context.shop.facts), order, customer)
    await infer(tx, turn.now, customer)
    await show_orders(tx, context, turn.now, loud=True)


def _line(order: Order, item: CartItem) -> OrderLine:
    given = (item.product, item.variant, item.line.chosen)
    return OrderLine(
        order_id=order.id,
        product_id=item.product.id,
        variant_id=item.variant.id,
        title_ru=options.title_of(*given, "ru")[:600],
        title_en=options.title_of(*given, "en")[:600],
        chosen=list(item.line.chosen),
        quantity=item.line.quantity,
        price=item.line.price_seen,
        counted=item.variant.stock is not None,
    )


async def _use_code(tx: Session, turn: Turn, order: Order) -> None:
    if not order.promo_code:
        return
    promo = await charges.promo(tx, order.promo_code)
    if promo is None or not await charges.use(tx, promo.id, order.id, order.customer_id, turn.now):
        raise GoneMeanwhile


async def _remember(tx: Session, turn: Turn, order: Order) -> None:
    """Who agreed to be remembered is remembered as they ordered last."""
    kept = await baskets.remembered(tx, order.customer_id)
    if kept is not None:
        kept.name, kept.phone = order.contact_name, order.contact_phone
        kept.delivery, kept.address = order.delivery, order.address or kept.address
