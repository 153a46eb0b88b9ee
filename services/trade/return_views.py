"""What the cards of returns show, read when they are about to be sent."""

from dataclasses import dataclass

from models.people import Customer
from models.store import Session
from models.trade import giving_back, placed
from models.trade.orders import DELIVERED, Order, OrderLine
from models.trade.returns import DRAFT, ReturnCase
from services.context import Context
from services.people import Actor
from services.trade.return_rules import Policy, Terms, left_to_return, policy_of, terms_of

__all__ = [
    "CaseView",
    "ReturnCase",
    "ReturnsView",
    "is_returnable",
    "left_of",
    "read_case",
    "read_returns",
]


@dataclass(frozen=True, slots=True)
class ReturnsView:
    """What a customer gives back of one order: the draft being tapped, and the cases so far."""

    order: Order
    customer: Customer
    policy: Policy
    terms: Terms | None
    lines: tuple[OrderLine, ...]
    left: dict[int, int]
    draft: ReturnCase | None
    cases: tuple[ReturnCase, ...]

    def line(self, line_id: int | None) -> OrderLine | None:
        """One line of the order."""
        return next((one for one in self.lines if one.id == line_id), None)


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case for staff."""

    case: ReturnCase
    order: Order
    line: OrderLine | None
    customer: Customer
    terms: Terms | None
    agent: Actor | None


async def read_returns(context: Context, order_id: int) -> ReturnsView | None:
    """The returns of an order; None when it is gone."""
    async with context.store.look() as tx:
        order = await tx.get(Order, order_id)
        customer = await tx.get(Customer, order.customer_id) if order else None
        if order is None or customer is None:
            return None
        lines = await placed.lines_of(tx, order_id)
        cases = await giving_back.cases_of(tx, order_id)
        under_way = await giving_back.on_its_way(tx, order_id)
    policy = policy_of(context.shop.facts)
    return ReturnsView(
        order,
        customer,
        policy,
        terms_of(policy, order.delivered_at) if order.delivered_at else None,
        tuple(lines),
        left_of(lines, under_way),
        next((one for one in cases if one.state == DRAFT), None),
        tuple(one for one in cases if one.state != DRAFT),
    )


def left_of(lines: list[OrderLine], under_way: dict[int, int]) -> dict[int, int]:
    """How many of each line can still be given back."""
    return {
        one.id: left_to_return(one.quantity, one.returned, under_way.get(one.id, 0))
        for one in lines
    }


async def read_case(context: Context, case_id: int) -> CaseView | None:
    """One case for staff; None when it is gone."""
    async with context.store.look() as tx:
        case = await tx.get(ReturnCase, case_id)
        if case is None:
            return None
        return await _case_view(tx, context, case)


async def _case_view(tx: Session, context: Context, case: ReturnCase) -> CaseView | None:
    order = await tx.get(Order, case.order_id)
    customer = await tx.get(Customer, case.customer_id)
    if order is None or customer is None:
        return None
    line = await tx.get(OrderLine, case.line_id) if case.line_id else None
    terms = None
    if order.delivered_at is not None:
        terms = terms_of(policy_of(context.shop.facts), order.delivered_at)
    agent = context.directory.by_staff_id(case.agent_id)
    return CaseView(case, order, line, customer, terms, agent)


def is_returnable(order: Order) -> bool:
    """Whether anything of an order can be given back at all: it has come."""
    return order.state == DELIVERED and order.delivered_at is not None
