"""What a proposal makes of an order's lines: their sum, their place on the shelf."""

from models.store import Session
from models.trade import placed, restocking
from models.trade.orders import Order, OrderLine
from services.errors import Refusal
from services.trade.amounts import Figures, figures


def wanted_of(order: Order, line: OrderLine) -> int:
    """How many of a line the proposal would leave."""
    return int(order.proposal.get("lines", {}).get(str(line.id), line.quantity))


def is_empty(order: Order, lines: list[OrderLine]) -> bool:
    """Whether the proposal would leave nothing of an order."""
    return not any(wanted_of(order, line) for line in lines)


async def comes_to(tx: Session, order: Order, lines: list[OrderLine]) -> Figures:
    """What an order would cost with its proposal."""
    bought = [(line.price, wanted_of(order, line)) for line in lines]
    percent = await placed.percent_of(tx, order.promo_code)
    delivery = int(order.proposal.get("delivery", order.delivery_price))
    return figures(bought, order.discount, percent, delivery)


async def restock(tx: Session, order: Order, lines: list[OrderLine], language: str) -> None:
    """Take what is more off the shelf, put back what is less; all of it or nothing."""
    for line in lines:
        more = wanted_of(order, line) - line.quantity
        if line.counted and line.variant_id is not None and more:
            if more < 0:
                await restocking.put_back(tx, line.variant_id, -more)
            elif not await restocking.take_more(tx, line.variant_id, more):
                raise Refusal("change-no-stock", title=line.title(language))
        line.quantity += more
