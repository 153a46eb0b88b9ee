"""What a customer's tickets so far came to."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.opinions import Rating
from models.tickets import Ticket


async def ratings_of(tx: AsyncSession, ticket_ids: Sequence[int]) -> dict[int, Rating]:
    """The ratings of several tickets, by ticket."""
    rows = (await tx.execute(select(Rating).where(Rating.ticket_id.in_(ticket_ids)))).scalars()
    return {rating.ticket_id: rating for rating in rows}


async def count_of(tx: AsyncSession, customer_id: int) -> int:
    """How many tickets a customer has had."""
    counted = select(func.count()).where(Ticket.customer_id == customer_id)
    return int(await tx.scalar(counted) or 0)
