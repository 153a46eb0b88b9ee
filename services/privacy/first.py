"""First contact: who is new is told what is kept, and may choose what else they allow."""

from models.memory.consents import SERVICE, Consent
from models.outbox import CARD
from models.people import Customer
from models.store import Session
from models.turn import Turn
from services import promises
from services.context import Context
from services.privacy import consents
from services.privacy.sections import asks_newcomers

CHOICES, FIRST = "choices", "first"


async def will_ask(tx: Session, context: Context, customer: Customer) -> bool:
    """Whether a person is about to see the choices, which say what is kept."""
    return asks_newcomers(context.shop.facts) and await _is_new(tx, customer)


async def meet(tx: Session, context: Context, turn: Turn, customer: Customer) -> None:
    """Within a story, after its answer: a quiet message with the choices, once for a person.

    It stands in nobody's way: nothing waits for a press.
    """
    if not await _is_new(tx, customer):
        return
    await consents.tell(tx, context, turn.now, customer, consents.Where(FIRST))
    if asks_newcomers(context.shop.facts):
        given = (tx, turn.now, customer.tg_id, CHOICES, customer.id)
        await promises.show(*given, priority=CARD, silent=True)


async def _is_new(tx: Session, customer: Customer) -> bool:
    return not customer.banned and await tx.get(Consent, (customer.id, SERVICE)) is None
