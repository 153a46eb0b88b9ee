"""What may be given back, until when, for what: pure decisions on plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from models.trade.returns import (
    APPROVED,
    ASKED,
    DONE,
    DRAFT,
    RECEIVED,
    REFUSED,
    WITHDRAWN,
)
from services.errors import Refusal

REASONS = ("size", "unlike", "defect", "wrong", "late", "mind", "other")
OUR_FAULT = ("defect", "wrong")
MONEY, EXCHANGE, REPAIR = "money", "exchange", "repair"
WANTS = (MONEY, EXCHANGE, REPAIR)
REFUSALS = ("term", "used", "unsold", "talk")
DAYS, WARRANTY_DAYS = 14, 365
CUSTOMER, STAFF = "customer", "staff"

# verb → states before, state after, who
MOVES: Mapping[str, tuple[tuple[str, ...], str, str]] = {
    "ask": ((DRAFT,), ASKED, CUSTOMER),
    "withdraw": ((DRAFT, ASKED, APPROVED), WITHDRAWN, CUSTOMER),
    "approve": ((ASKED,), APPROVED, STAFF),
    "refuse": ((ASKED, APPROVED, RECEIVED), REFUSED, STAFF),
    "receive": ((APPROVED,), RECEIVED, STAFF),
    "finish": ((ASKED, APPROVED, RECEIVED), DONE, STAFF),
}


@dataclass(frozen=True, slots=True)
class Policy:
    """The shop's promise: days without a reason, days for faults, which queue looks after it."""

    days: int = DAYS
    warranty_days: int = WARRANTY_DAYS
    queue: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """Until when one order can be given back."""

    plain_until: datetime
    fault_until: datetime


def policy_of(facts: Mapping[str, Any]) -> Policy:
    """The policy that the shop's file states, or the usual one."""
    given = facts.get("returns") or {}
    return Policy(
        int(given.get("days", DAYS)),
        int(given.get("warranty_days", WARRANTY_DAYS)),
        str(given.get("queue", "")),
    )


def terms_of(policy: Policy, delivered_at: datetime) -> Terms:
    """Both limits, counted from when the order came."""
    return Terms(
        delivered_at + timedelta(days=policy.days),
        delivered_at + timedelta(days=max(policy.warranty_days, policy.days)),
    )


def reasons_now(terms: Terms, now: datetime) -> tuple[str, ...]:
    """The reasons that can still be given; empty when every limit is over."""
    if now <= terms.plain_until:
        return REASONS
    return OUR_FAULT if now <= terms.fault_until else ()


def wants_for(reason: str) -> tuple[str, ...]:
    """What can be asked for: only what is broken is repaired."""
    return WANTS if reason == "defect" else (MONEY, EXCHANGE)


def moved(state: str, verb: str, who: str) -> str:
    """The state after a verb; raises Refusal that says how the case stands."""
    before, after, by = MOVES[verb]
    if by != who or state not in before:
        raise Refusal(f"giveback-is-{state}")
    return after


def left_to_return(quantity: int, returned: int, on_its_way: int) -> int:
    """How many of a line can still be given back; never below zero."""
    return max(quantity - max(returned, on_its_way), 0)


def worth(price: int, quantity: int, goods_total: int, discount: int) -> int:
    """What is given back for a line: its price less its share of the discount, in minor units.

    The share is rounded up for the customer: never less than what was paid, by a unit at most.
    """
    full = price * quantity
    if not discount or goods_total <= 0:
        return full
    return full - discount * full // goods_total


def goes_back_on_shelf(reason: str, want: str) -> bool:
    """What is whole can be sold again; what is broken or gets repaired can't."""
    return reason != "defect" and want != REPAIR
