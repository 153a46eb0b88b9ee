"""Where one customer stands, for other rooms' cards."""

from models.memory import standing
from models.memory.segments import Segment
from models.store import Session
from services.context import Context
from services.segments.sections import terms_of


async def stage_of(tx: Session, context: Context, customer_id: int) -> Segment | None:
    """A customer's stage with its reason, chance and value (minor units), as of the last night.

    None where it is not known, or may not be for want of consent.
    """
    return await standing.of_customer(tx, terms_of(context.shop.facts).people, customer_id)
