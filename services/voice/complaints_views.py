"""What the cards of complaints show, read when they are about to be sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from models import messages, tickets
from models.journal import Audit
from models.memory import asked, complaining
from models.memory.complaints import CLOSED, OPEN, PRODUCT_SCORE, Complaint
from models.messages import CUSTOMER, DECISION
from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from models.trade.orders import Order, OrderLine
from services.context import Context
from services.people import Actor
from services.shop import Shop
from services.voice.complaint_rules import MISTAKEN

MOST = 5
WORDS_OF = 3
_ANSWERS = {"better": True, "worse": False}
Followed = tuple[Complaint | None, Actor | None]


@dataclass(frozen=True, slots=True)
class Decision:
    """How it was decided once, in which words; `better`: what the customer said of it, if at all.

    `amount` in minor units, 0 without one.
    """

    at: datetime
    outcome: str
    amount: int
    words: str
    better: bool | None


@dataclass(frozen=True, slots=True)
class ComplaintView:
    """A complaint with all that its cards show; `about` is the ticket that was rated.

    `thing`: of an order, what was rated. `earlier`: decisions after which it was opened again, the
    oldest first.
    """

    complaint: Complaint
    ticket: Ticket
    customer: Customer
    shop: Shop
    follower: Actor | None
    agent: Actor | None
    order: Order | None
    about: Ticket | None
    words: tuple[str, ...]
    thing: OrderLine | None = None
    earlier: tuple[Decision, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is still to be decided."""
        return is_open(self.complaint)

    @property
    def currency(self) -> str:
        """What amounts are in."""
        return self.order.currency if self.order else str(self.shop.facts.get("currency", "RUB"))


def is_open(complaint: Complaint) -> bool:
    """Whether a complaint is still to be decided."""
    return complaint.state == OPEN


async def read_complaint(context: Context, complaint_id: int) -> ComplaintView | None:
    """A complaint for the staff's card; None when it is gone."""
    async with context.store.look() as tx:
        complaint = await tx.get(Complaint, complaint_id)
        found = await tickets.with_customer(tx, complaint.ticket_id) if complaint else None
        if complaint is None or found is None:
            return None
        ticket, customer = found
        about = await tx.get(Ticket, complaint.about_ticket_id or 0)
        order = await tx.get(Order, complaint.order_id or 0)
        began = (complaint.order_id or 0, complaint.opened_at)
        thing = await asked.thing_of(tx, *began) if complaint.cause == PRODUCT_SCORE else None
        said = await messages.of_ticket(tx, ticket.id, WORDS_OF, (CUSTOMER,))
        decided = await complaining.decisions(tx, ticket.id)
        told = await messages.of_ticket(tx, ticket.id, sides=(DECISION,))
    agent = about.agent_id if about is not None else ticket.agent_id
    return ComplaintView(
        complaint,
        ticket,
        customer,
        context.shop,
        context.directory.by_staff_id(complaint.supervisor_id),
        context.directory.by_staff_id(agent),
        order,
        about,
        tuple(one.text for one in said if one.text),
        thing,
        _earlier(complaint, decided, {one.said_at: one.text for one in told}),
    )


def _earlier(
    complaint: Complaint, decided: Sequence[Audit], words: Mapping[datetime, str]
) -> tuple[Decision, ...]:
    """What was said of a decision stands with the next one, of the last one with the complaint."""
    answers = [_ANSWERS.get(str(one.details.get("before"))) for one in decided[1:]]
    found = [
        Decision(
            one.at,
            str(one.details.get("outcome", "")),
            int(one.details.get("amount", 0)),
            words.get(one.at, ""),
            better,
        )
        for one, better in zip(decided, (*answers, complaint.better), strict=False)
    ]
    stands = complaint.state == CLOSED and complaint.outcome not in (MISTAKEN, "")
    return tuple(found[:-1] if stands else found)


async def read_better(context: Context, complaint_id: int) -> ComplaintView | None:
    """The question whether it is better; None when it must not be asked now."""
    view = await read_complaint(context, complaint_id)
    if view is None or view.customer.erased_at is not None:
        return None
    one = view.complaint
    return view if one.state == CLOSED or one.better is not None else None


async def of_card(tx: Session, context: Context, ticket: Ticket) -> Followed:
    """The complaint that a ticket carries and who follows it, for the ticket's own cards."""
    found = await complaining.seen(tx, ticket.id)
    if found is None or found.outcome == MISTAKEN:
        return None, None
    return found, context.directory.by_staff_id(found.supervisor_id)


async def open_of(tx: Session, customer_id: int, limit: int = MOST) -> Sequence[Complaint]:
    """What a customer complains of now, the newest first."""
    return await complaining.open_of(tx, customer_id, limit)
