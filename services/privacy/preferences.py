"""How a person wants to be written to: their row, made when they first say so."""

from datetime import datetime

from models.memory import gating
from models.memory.notices import ContactPreference
from models.store import Session


async def changed(tx: Session, now: datetime, customer_id: int) -> ContactPreference:
    """Within a story: the row to be changed; what was held is asked about anew."""
    found = await tx.get(ContactPreference, customer_id)
    if found is None:
        found = ContactPreference(customer_id=customer_id, muted=[], fewer={}, changed_at=now)
        tx.add(found)
    found.changed_at = now
    await gating.look_again(tx, now, customer_id)
    return found
