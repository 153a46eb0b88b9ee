"""How an order moves: which verb leads from where to where, and who may say it."""

from dataclasses import dataclass

from models.trade.orders import (
    ACCEPTED,
    CANCELLED,
    DELIVERED,
    DRAFT,
    DROPPED,
    LIVE,
    PACKED,
    PLACED,
    SHIPPED,
    Order,
    OrderEvent,
    OrderLine,
)
from services.errors import Refusal

CUSTOMER, STAFF, SHOP = "customer", "staff", "shop"

__all__ = [
    "ACCEPTED",
    "CANCELLED",
    "CUSTOMER",
    "DELIVERED",
    "DRAFT",
    "DROPPED",
    "LIVE",
    "PACKED",
    "PLACED",
    "SHIPPED",
    "SHOP",
    "STAFF",
    "Order",
    "OrderEvent",
    "OrderLine",
    "may",
    "moved",
]


@dataclass(frozen=True, slots=True)
class Move:
    """From these states to that one, by these people."""

    before: frozenset[str]
    after: str
    by: frozenset[str]


def _move(before: tuple[str, ...], after: str, *by: str) -> Move:
    return Move(frozenset(before), after, frozenset(by))


MOVES: dict[tuple[str, str], Move] = {
    (verb, who): move
    for verb, move in (
        ("confirm", _move((DRAFT,), PLACED, CUSTOMER, STAFF)),
        ("drop", _move((DRAFT,), DROPPED, CUSTOMER, STAFF, SHOP)),
        ("accept", _move((PLACED,), ACCEPTED, STAFF)),
        ("pack", _move((ACCEPTED,), PACKED, STAFF)),
        ("ship", _move((ACCEPTED, PACKED), SHIPPED, STAFF)),
        ("deliver", _move((ACCEPTED, PACKED, SHIPPED), DELIVERED, STAFF)),
        ("cancel", _move((PLACED,), CANCELLED, CUSTOMER)),
        ("cancel", _move((PLACED, ACCEPTED, PACKED, SHIPPED), CANCELLED, STAFF)),
    )
    for who in move.by
}


def may(state: str, verb: str, who: str) -> bool:
    """Whether somebody may say a verb to an order in a state."""
    move = MOVES.get((verb, who))
    return move is not None and state in move.before


def moved(state: str, verb: str, who: str) -> str:
    """The state after a verb; raises Refusal that says how the order stands instead."""
    if not may(state, verb, who):
        raise Refusal(f"order-is-{state}")
    return MOVES[verb, who].after
