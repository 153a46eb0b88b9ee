"""What a customer's card for staff reads beyond tickets and orders: each a short indexed list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models import inquiries
from models.memory.complaints import OPEN, Complaint
from models.memory.consents import Consent
from models.memory.segments import Segment
from models.memory.surveys import ProductRating, Survey
from models.memory.wishes import Wish
from models.tickets import Ticket
from models.trade.orders import Order, OrderEvent
from models.trade.products import Product
from models.trade.returns import HELD, UNDONE, ReturnCase, Task

FEW = 5


@dataclass(frozen=True, slots=True)
class Glance:
    """A customer at a moment: what is owed to them, what they think, what they agreed to.

    `returns` with the product of each, the newest first; `rated`: things with their scores;
    `said_of_orders`: the last comments about orders as a whole, by the order's number.
    """

    live: Sequence[Ticket]
    tasks: Sequence[Task]
    complaints: Sequence[Complaint]
    returns: Sequence[tuple[ReturnCase, Product | None]]
    answers: Sequence[Survey]
    rated: Sequence[tuple[ProductRating, Product | None]]
    wishes: Sequence[Wish]
    consents: Sequence[Consent]
    segment: Segment | None
    said_of_orders: Mapping[int, str] = field(default_factory=dict)


async def glance(tx: AsyncSession, customer_id: int, lately: datetime) -> Glance:
    """Everything, for one customer; returns since `lately`."""
    return Glance(
        await inquiries.live_of_customer(tx, customer_id),
        await _tasks(tx, customer_id),
        await _complaints(tx, customer_id),
        await _returns(tx, customer_id, lately),
        await _answers(tx, customer_id),
        await _rated(tx, customer_id),
        await _wishes(tx, customer_id),
        await _consents(tx, customer_id),
        await tx.get(Segment, customer_id),
        await _said_of_orders(tx, customer_id),
    )


async def _tasks(tx: AsyncSession, customer_id: int) -> Sequence[Task]:
    statement = select(Task).where(Task.customer_id == customer_id, UNDONE)
    return (await tx.scalars(statement.order_by(Task.due_at).limit(FEW))).all()


async def _complaints(tx: AsyncSession, customer_id: int) -> Sequence[Complaint]:
    statement = select(Complaint).where(
        Complaint.customer_id == customer_id, Complaint.state == OPEN
    )
    return (await tx.scalars(statement.order_by(Complaint.id).limit(FEW))).all()


async def _returns(
    tx: AsyncSession, customer_id: int, lately: datetime
) -> Sequence[tuple[ReturnCase, Product | None]]:
    statement = (
        select(ReturnCase, Product)
        .outerjoin(Product, Product.id == ReturnCase.product_id)
        .where(
            ReturnCase.customer_id == customer_id,
            ReturnCase.state.in_(HELD),
            ReturnCase.asked_at >= lately,
        )
        .order_by(ReturnCase.id.desc())
        .limit(FEW)
    )
    return [(row[0], row[1]) for row in (await tx.execute(statement)).all()]


async def _answers(tx: AsyncSession, customer_id: int) -> Sequence[Survey]:
    statement = select(Survey).where(Survey.customer_id == customer_id, Survey.score.is_not(None))
    return (await tx.scalars(statement.order_by(Survey.asked_at.desc()).limit(FEW))).all()


async def _rated(
    tx: AsyncSession, customer_id: int
) -> Sequence[tuple[ProductRating, Product | None]]:
    statement = (
        select(ProductRating, Product)
        .outerjoin(Product, Product.id == ProductRating.product_id)
        .where(ProductRating.customer_id == customer_id)
        .order_by(ProductRating.line_id.desc())
        .limit(FEW)
    )
    return [(row[0], row[1]) for row in (await tx.execute(statement)).all()]


async def _said_of_orders(tx: AsyncSession, customer_id: int) -> Mapping[int, str]:
    words = OrderEvent.details["words"].as_string()
    statement = (
        select(OrderEvent.order_id, words)
        .join_from(Order, OrderEvent, OrderEvent.order_id == Order.id)
        .where(Order.customer_id == customer_id, OrderEvent.verb == "comment", words != "")
        .order_by(OrderEvent.id.desc())
        .limit(FEW)
    )
    return {row[0]: row[1] for row in (await tx.execute(statement)).all()}


async def _wishes(tx: AsyncSession, customer_id: int) -> Sequence[Wish]:
    statement = select(Wish).where(Wish.customer_id == customer_id, ~Wish.hidden)
    return (await tx.scalars(statement.order_by(Wish.id.desc()).limit(FEW))).all()


async def _consents(tx: AsyncSession, customer_id: int) -> Sequence[Consent]:
    statement = select(Consent).where(Consent.customer_id == customer_id)
    return (await tx.scalars(statement.order_by(Consent.purpose))).all()
