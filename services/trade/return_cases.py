"""Cases of returns as stories find them: whose they are, what is left, who is told."""

import secrets

from models import people, sending
from models.outbox import REPLY
from models.people import Customer
from models.store import Session
from models.tickets import OPEN
from models.trade import giving_back, placed
from models.trade.orders import Order, OrderLine
from models.trade.returns import DRAFT, ReturnCase
from models.turn import Turn
from services import promises
from services.context import Context
from services.decide import Route
from services.errors import Refusal
from services.opening import announce, open_ticket
from services.shop import QueueView, Shop
from services.trade import holding
from services.trade.return_rules import REPAIR, policy_of, reasons_now, terms_of
from services.trade.return_views import left_of

TOPICS = {REPAIR: "warranty_repair"}
TOPIC = "return_exchange"


async def own_case(
    tx: Session, tg_id: int, ref: str, *states: str
) -> tuple[ReturnCase, Order, Customer]:
    """A customer's own case in one of these states (a draft when none are named)."""
    case = await giving_back.case_by_ref(tx, ref)
    customer = await people.customer_by_tg(tx, tg_id)
    if case is None or customer is None or case.customer_id != customer.id:
        raise Refusal("button-old")
    if case.state not in (states or (DRAFT,)):
        raise Refusal(f"giveback-is-{case.state}")
    return case, await order_of(tx, case), customer


async def order_of(tx: Session, case: ReturnCase) -> Order:
    """The order of a case."""
    order = await tx.get(Order, case.order_id)
    if order is None:
        raise LookupError(f"case {case.id} has no order")
    return order


async def draft_of(tx: Session, order: Order) -> ReturnCase | None:
    """What a customer is tapping together."""
    cases = await giving_back.cases_of(tx, order.id)
    return next((one for one in cases if one.state == DRAFT), None)


async def left_in(tx: Session, order: Order) -> dict[int, int]:
    """How many of each line can still be given back."""
    lines = await placed.lines_of(tx, order.id)
    return left_of(lines, await giving_back.on_its_way(tx, order.id))


def new_draft(tx: Session, turn: Turn, order: Order) -> ReturnCase:
    """An empty case."""
    case = ReturnCase(
        ref=secrets.token_urlsafe(9),
        order_id=order.id,
        customer_id=order.customer_id,
        state=DRAFT,
        changed_at=turn.now,
    )
    tx.add(case)
    return case


async def take_line(tx: Session, case: ReturnCase, line_id: int, left: dict[int, int]) -> None:
    """This thing; one piece of it needs no question how many."""
    line = await tx.get(OrderLine, line_id)
    case.line_id, case.product_id = line_id, line.product_id if line else None
    case.quantity = 1 if left[line_id] == 1 else 0


def reasons_for(shop: Shop, order: Order, turn: Turn) -> tuple[str, ...]:
    """The reasons that an order can still be given back for."""
    if order.delivered_at is None:
        return ()
    return reasons_now(terms_of(policy_of(shop.facts), order.delivered_at), turn.now)


async def to_staff(
    tx: Session,
    context: Context,
    turn: Turn,
    case: ReturnCase,
    order: Order,
    line: OrderLine,
    customer: Customer,
) -> None:
    """A ticket carries the case to the people who look after returns."""
    key = TOPICS.get(case.want, TOPIC)
    route = Route(_queue(context.shop, key), key, OPEN, "sure", "return", None)
    subject = f"№{order.id}: {line.title(context.shop.language)} × {case.quantity}"
    ticket = await open_ticket(tx, context, turn, customer, route, None, subject)
    ticket.order_id = order.id
    await tx.flush()
    case.ticket_id = ticket.id
    await announce(tx, context, turn, ticket, customer)


def _queue(shop: Shop, topic: str) -> QueueView:
    own = shop.queue_by_key(policy_of(shop.facts).queue)
    return own or shop.queue_of(topic) or shop.triage


def note(tx: Session, turn: Turn, case: ReturnCase, order: Order, verb: str, by: int) -> None:
    """Write down in the order's history what happened to a case."""
    details = {"case": case.id, "why": case.reason, "want": case.want, "refund": case.refund}
    holding.note(tx, turn, order, by, verb, **details)


async def show_own(
    tx: Session, turn: Turn, order: Order, tg_id: int, *, anew: bool = False
) -> None:
    """The customer's one message about this order's returns shows the present."""
    await promises.show(tx, turn.now, tg_id, "giveback", order.id, priority=REPLY, anew=anew)


async def show_case(tx: Session, turn: Turn, case: ReturnCase) -> None:
    """Staff's message about a case shows the present wherever it stands."""
    for chat_id, thread_id in sorted(await sending.places_of(tx, "backing", case.id), key=str):
        await promises.show(tx, turn.now, chat_id, "backing", case.id, thread=thread_id)
