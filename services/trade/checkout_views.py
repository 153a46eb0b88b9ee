"""What the cards of cart and order show, read when they are about to be sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.memory import knowing
from models.people import Customer
from models.store import Session
from models.trade import baskets, ordering
from models.trade.baskets import CartItem
from models.trade.orders import DRAFT, LIVE, Order
from services.context import Context
from services.shop import Shop
from services.trade import drafts, options
from services.trade.paying import YES
from services.trade.selling import Selling, Way

MOST_SAVED = 5


@dataclass(frozen=True, slots=True)
class ThingLine:
    """One thing in a cart or an order; prices in minor units, `note` says what has changed."""

    line_id: int
    title: str
    quantity: int
    price: int
    note: Mapping[str, Any] = field(default_factory=dict)

    @property
    def gone(self) -> bool:
        """Whether it can't be ordered any more."""
        return bool(self.note.get("gone"))


@dataclass(frozen=True, slots=True)
class CartView:
    """A cart at one moment."""

    customer: Customer
    lines: Sequence[ThingLine]
    total: int
    currency: str


@dataclass(frozen=True, slots=True)
class DraftView:
    """A checkout at one moment; `token` is what its customer agrees to by pressing."""

    order: Order
    customer: Customer
    lines: Sequence[ThingLine]
    selling: Selling
    shop: Shop
    token: str
    remembers: bool
    saved: Sequence[str]

    @property
    def way(self) -> Way | None:
        """How it is delivered, when that is known."""
        return self.selling.ways.get(self.order.delivery)


class CheckoutViews:
    """Reads carts and orders."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def cart(self, customer_id: int) -> CartView | None:
        """A customer's cart."""
        async with self._context.store.look() as tx:
            customer = await tx.get(Customer, customer_id)
            items = await baskets.items(tx, customer_id)
        if customer is None:
            return None
        lines = [_of_cart(item, customer.language) for item in items]
        total = drafts.goods_of(drafts.there(items))
        return CartView(customer, lines, total, drafts.how_sold(self._context).currency)

    async def draft(self, order_id: int) -> DraftView | None:
        """A checkout: what it would order is the cart."""
        async with self._context.store.look() as tx:
            found = await ordering.with_customer(tx, order_id)
            if found is None:
                return None
            order, customer = found
            kept = await baskets.remembered(tx, customer.id)
            items = await baskets.items(tx, customer.id) if order.state == DRAFT else []
            saved = await saved_addresses(tx, customer.id) if order.step == drafts.ADDRESS else []
        language = customer.language
        return DraftView(
            order,
            customer,
            [_of_cart(item, language) for item in items],
            drafts.how_sold(self._context),
            self._context.shop,
            drafts.token_of(order, drafts.there(items)),
            kept is not None,
            saved,
        )

    async def invoice(self, order_id: int) -> tuple[Order, Customer] | None:
        """An order that is still to be paid, with who pays."""
        async with self._context.store.look() as tx:
            found = await ordering.with_customer(tx, order_id)
        return found if found and found[0].state in LIVE and found[0].paid != YES else None


async def saved_addresses(tx: Session, customer_id: int) -> list[str]:
    """What a checkout offers to deliver to: the profile's addresses, and that of last time."""
    kept = await baskets.remembered(tx, customer_id)
    last = [kept.address] if kept is not None and kept.address else []
    return list(dict.fromkeys([*await knowing.addresses(tx, customer_id), *last]))[:MOST_SAVED]


def _of_cart(item: CartItem, language: str) -> ThingLine:
    line = item.line
    title = options.title_of(item.product, item.variant, line.chosen, language)
    return ThingLine(line.id, title, line.quantity, line.price_seen, line.note)
