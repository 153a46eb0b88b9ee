"""VIPs first, where the shop wants it: who is taken next, and nobody waits for ever."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from models import tickets
from models.memory import standing
from models.store import Session
from models.tickets import Ticket
from services.context import Context
from services.segments.sections import terms_of

LOOKED_AT = 60
Found = tuple[list[Ticket], frozenset[int]]


async def waiting(
    tx: Session, context: Context, queue_id: int, now: datetime, limit: int = LOOKED_AT
) -> Found:
    """Tickets nobody has taken in the order to take them, and whose customers are VIPs.

    As long as the shop does not ask for it, that is the oldest first and one question.
    """
    terms = terms_of(context.shop.facts)
    oldest = await tickets.waiting_in(tx, queue_id, limit)
    if not terms.vip_first or not oldest:
        return oldest, frozenset()
    special = await standing.vips_waiting(tx, terms.people, queue_id, limit)
    vips = frozenset(one.customer_id for one in special)
    every = {one.id: one for one in (*oldest, *special)}
    queue = context.shop.queues[queue_id]
    target = timedelta(minutes=queue.target_minutes or 0)
    return in_turn(list(every.values()), vips, target, now)[:limit], vips


def in_turn(
    found: Sequence[Ticket], vips: Collection[int], target: timedelta, now: datetime
) -> list[Ticket]:
    """Whose half of the target time is over, the oldest first; then VIPs; then the others.

    So a VIP passes only those who have not waited long.
    """

    def key(one: Ticket) -> tuple[bool, bool, datetime, int]:
        late = is_pressing(one, target, now)
        return (not late, not late and one.customer_id not in vips, one.opened_at, one.id)

    return sorted(found, key=key)


def is_pressing(ticket: Ticket, target: timedelta, now: datetime) -> bool:
    """Whether half of the time to answer is over; by the target where no time is set."""
    since = ticket.waiting_since or ticket.opened_at
    due = ticket.due_at or since + target
    return now >= since + (due - since) / 2
