"""Within somebody's story: may this person be asked now, and what shall be asked later."""

import secrets
import zlib
from datetime import datetime, timedelta

from models.memory import asked
from models.memory.surveys import CES, CSAT, NPS, ORDER
from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from models.trade.orders import Order
from services.context import Context
from services.voice.spacing import Asked, Rules, earliest, may_ask, quarter_of, rules_of

ONLY_ONCE = timedelta(0)


async def history_of(
    tx: Session, customer_id: int, now: datetime, rules: Rules, but: str = ""
) -> list[Asked]:
    """The last of each kind that a person was asked; `but`: not counting one subject.

    "Is it better now?" after a complaint is a question as well.
    """
    back = max(rules.spacing, rules.nps or ONLY_ONCE)
    found = await asked.history(tx, customer_id, now - back, but)
    better = await asked.followed_up(tx, customer_id, now - rules.spacing, now)
    return [Asked(kind, at) for kind, at in (*found, *((asked.BETTER, at) for at in better))]


async def ask_score(
    tx: Session,
    context: Context,
    now: datetime,
    customer: Customer,
    ticket: Ticket,
    *,
    again: bool,
) -> bool:
    """Whether the stars stand under a resolved ticket's question; True is written down.

    `again`: the customer said that it was not solved, so the score was never asked for.
    """
    return await _asks(tx, context, now, customer, CSAT, slot_of(ticket), ticket.id, again=again)


async def ask_order(
    tx: Session, context: Context, now: datetime, customer: Customer, order: Order
) -> bool:
    """Whether the stars stand under the news that an order was delivered; True is written down."""
    return await _asks(tx, context, now, customer, ORDER, order_slot(order.id), None)


async def score_asked(tx: Session, ticket: Ticket, since: datetime) -> bool:
    """Whether the stars stand under a ticket's question."""
    return await asked.was_asked(tx, ticket.customer_id, CSAT, slot_of(ticket), since)


async def plan(
    tx: Session, context: Context, now: datetime, customer: Customer, ticket: Ticket | None = None
) -> None:
    """A ticket was resolved or an order delivered: NPS may follow, and of some tickets CES.

    Each waits for its time; whether it is asked then is decided then.
    """
    rules = rules_of(context.shop.facts)
    if customer.banned:
        return
    if ticket is not None and is_sampled(ticket.ref, rules.ces_percent):
        due = now + rules.spacing
        await _put(tx, customer.id, CES, slot_of(ticket), due=due, ticket_id=ticket.id)
    if rules.nps is None:
        return
    history = await history_of(tx, customer.id, now, rules)
    at = earliest(NPS, history, now + rules.spacing, rules)
    if at is not None:
        await _put(tx, customer.id, NPS, quarter_of(at), due=at)


def is_sampled(ref: str, percent: int) -> bool:
    """Whether a ticket is among those whose effort is asked: always the same answer for it."""
    return zlib.crc32(ref.encode()) % 100 < percent


def slot_of(ticket: Ticket) -> str:
    """What a question about a ticket is asked about once."""
    return f"ticket:{ticket.id}"


def order_slot(order_id: int) -> str:
    """What a question about an order is asked about once."""
    return f"order:{order_id}"


async def _asks(
    tx: Session,
    context: Context,
    now: datetime,
    customer: Customer,
    kind: str,
    slot: str,
    ticket_id: int | None,
    *,
    again: bool = False,
) -> bool:
    if await asked.resting(tx, customer.id, now):
        return False
    rules = rules_of(context.shop.facts)
    history = await history_of(tx, customer.id, now, rules, but=slot if again else "")
    if not may_ask(kind, history, now, rules, await asked.muted(tx, customer.id)):
        return False
    fresh = await _put(tx, customer.id, kind, slot, at=now, ticket_id=ticket_id)
    if again and not fresh:
        await asked.ask_anew(tx, customer.id, kind, slot, now)
    if fresh or again:
        await asked.follow_up_later(tx, customer.id, now + rules.spacing)
    return fresh or again


async def _put(
    tx: Session,
    customer_id: int,
    kind: str,
    slot: str,
    *,
    due: datetime | None = None,
    at: datetime | None = None,
    ticket_id: int | None = None,
) -> bool:
    return await asked.put(
        tx,
        ref=secrets.token_urlsafe(9),
        customer_id=customer_id,
        kind=kind,
        slot=slot,
        ticket_id=ticket_id,
        due_at=due,
        asked_at=at,
    )
