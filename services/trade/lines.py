"""A thing as lists show it: one line of a page, of a ticket's card."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.trade.products import Product, Variant


@dataclass(frozen=True, slots=True)
class Line:
    """A thing in a list; `varied`: its variants differ in price; `left` None is not counted."""

    id: int
    product: Product
    price: int
    old_price: int | None
    currency: str
    varied: bool
    left: int | None


def line_of(product: Product, variants: Sequence[Variant]) -> Line:
    """A thing as lists show it: its least price, whether there is any."""
    cheapest = min(variants, key=lambda one: one.price)
    counted = [one.stock for one in variants if one.stock is not None]
    left = sum(counted) if len(counted) == len(variants) else None
    varied = any(one.price != cheapest.price for one in variants)
    return Line(
        product.id,
        product,
        cheapest.price,
        cheapest.old_price,
        cheapest.currency,
        varied,
        left,
    )
