"""A cart looked at again: what is gone, what is left of it, what costs something else now."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Held:
    """A line as the cart has it, and the same thing as the shop has it; prices in minor units.

    `stock` is None for what is not counted; `sold`: whether it can be ordered at all.
    """

    line_id: int
    variant_id: int
    quantity: int
    price_seen: int
    price: int
    stock: int | None
    sold: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """What becomes of a line; `note` says what has changed: {"was"}, {"left"}, {"gone"}."""

    line_id: int
    quantity: int
    price: int
    note: dict[str, Any] = field(default_factory=dict)


def looked_at(held: Sequence[Held]) -> list[Line]:
    """What each line can be now; lines of one variant share its stock, the first ones first."""
    left: dict[int, int | None] = {}
    found = []
    for one in held:
        stock = left.setdefault(one.variant_id, one.stock)
        line = _line(one, stock)
        found.append(line)
        if stock is not None:
            left[one.variant_id] = stock - line.quantity
    return found


def _line(one: Held, stock: int | None) -> Line:
    quantity = one.quantity if stock is None else min(one.quantity, max(stock, 0))
    if not one.sold or quantity < 1:
        return Line(one.line_id, 0, one.price_seen, {"gone": True})
    note: dict[str, Any] = {}
    if quantity < one.quantity:
        note["left"] = quantity
    if one.price != one.price_seen:
        note["was"] = one.price_seen
    return Line(one.line_id, quantity, one.price, note)
