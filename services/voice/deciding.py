"""A decision on its way to the customer: read from what staff wrote, told, asked about later."""

from datetime import timedelta

from models.journal import record
from models.memory.complaining import DECIDED
from models.memory.complaints import Complaint
from models.messages import DECISION, Message
from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from models.trade.orders import Order
from models.turn import Turn
from services import promises
from services.context import Context
from services.people import Actor
from services.privacy import notices
from services.voice import complaining
from services.voice.asking import history_of
from services.voice.complaint_rules import WITH_MONEY, rules_of, sum_in
from services.voice.outcomes import decided
from services.voice.spacing import rules_of as spacing_of

WORDS = 1000
ASK_FOR = timedelta(days=14)


def read(outcome: str, words: str) -> tuple[int, str]:
    """What staff wrote with an outcome: the sum, where money goes back, and the words."""
    amount, said = sum_in(words) if outcome in WITH_MONEY else (0, words.strip())
    return amount, said[:WORDS]


async def currency_of(tx: Session, context: Context, complaint: Complaint) -> str:
    """What the amounts of a complaint are in."""
    order = await tx.get(Order, complaint.order_id) if complaint.order_id else None
    return order.currency if order else str(context.shop.facts.get("currency", "RUB"))


def write_down(tx: Session, turn: Turn, actor: Actor, complaint: Complaint) -> None:
    """Within the story that closes it: what was decided outlives the complaint's next decision.

    The log has the outcome and the sum. Words to the customer stand with the conversation, and go
    with it; the same moment ties both together.
    """
    said_before = {None: "", True: "better", False: "worse"}[complaint.better]
    decision = {"outcome": complaint.outcome, "amount": complaint.amount, "before": said_before}
    record(tx, turn.now, actor.tg_id, DECIDED, complaint.ticket_id, **decision)
    if complaint.words:
        said = Message(
            ticket_id=complaint.ticket_id,
            side=DECISION,
            staff_id=actor.staff_id,
            kind="text",
            text=complaint.words,
            said_at=turn.now,
        )
        tx.add(said)


async def tell(
    tx: Session,
    context: Context,
    turn: Turn,
    complaint: Complaint,
    ticket: Ticket,
    customer: Customer,
) -> None:
    """The customer reads the decision; some days later they are asked about it, once."""
    currency = await currency_of(tx, context, complaint)
    how = decided(complaint.outcome, complaint.amount, complaint.words, currency)
    await promises.say(
        tx,
        turn.now,
        customer.tg_id,
        customer.language,
        "complaint-decided",
        ticket=ticket,
        number=str(ticket.id),
        outcome=how,
    )
    facts = context.shop.facts
    spacing = spacing_of(facts)
    history = await history_of(tx, customer.id, turn.now, spacing)
    when = turn.now + timedelta(days=rules_of(facts).ask_days)
    when = max((when, *(one.at + spacing.spacing for one in history)))
    payload = {"card": "better", "id": complaint.id, "anew": True}
    dedup = f"{complaining.asking_again(complaint)}{ticket.reopened}"
    until = when + ASK_FOR
    await notices.offer(
        tx,
        turn.now,
        customer.id,
        "followup",
        dedup,
        payload,
        not_before=when,
        expires_at=until,
    )
    complaint.asked_at = None  # what was asked before says nothing of this decision
