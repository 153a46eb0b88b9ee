"""The cart: what a customer has put aside."""

from models.store import Session
from models.trade.carts import CartLine
from models.trade.products import Product, Variant
from models.turn import Turn
from services.context import Context
from services.errors import Refusal
from services.trade import options


class Cart:
    """What a customer has put aside."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def put(
        self,
        tx: Session,
        turn: Turn,
        customer_id: int,
        variant_id: int,
        chosen: list[str],
        quantity: int = 1,
    ) -> CartLine:
        """Put a thing into a cart, within somebody's story; refuses what is not in stock."""
        variant = await tx.get(Variant, variant_id)
        product = await tx.get(Product, variant.product_id) if variant else None
        if variant is None or product is None:
            raise Refusal("shelf-thing-gone")
        if variant.stock is not None and variant.stock < quantity:
            raise Refusal("stock-only", count=variant.stock)
        line = CartLine(
            customer_id=customer_id,
            variant_id=variant_id,
            chosen=list(chosen),
            choice=options.choice_of(chosen),
            quantity=quantity,
            price_seen=options.price_of(product, variant, chosen),
            added_at=turn.now,
        )
        tx.add(line)
        return line
