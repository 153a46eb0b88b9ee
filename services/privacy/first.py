"""First contact: who is new is told what is kept, and may choose what else they allow."""

from models.memory import agreeing
from models.memory.consents import SERVICE
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
    if customer.banned or not asks_newcomers(context.shop.facts):
        return False
    return not await agreeing.was_told(tx, customer.id, SERVICE)


async def meet(tx: Session, context: Context, turn: Turn, customer: Customer) -> None:
    """Within a story, after its answer: a quiet message with the choices, once for a person.

    It stands in nobody's way: nothing waits for a press.
    """
    if customer.banned:
        return
    where = consents.Where(FIRST)
    fresh = await consents.meet(tx, context, turn.now, customer, where)
    if fresh and asks_newcomers(context.shop.facts):
        given = (tx, turn.now, customer.tg_id, CHOICES, customer.id)
        await promises.show(*given, priority=CARD, silent=True)
