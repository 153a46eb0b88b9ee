"""What people asked of their data before: lines of the audit log, found by verb."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.journal import Audit


async def last_line(tx: AsyncSession, verb: str, tg_id: int, since: datetime) -> datetime | None:
    """When somebody last did something since a moment; verbs of this room are few."""
    statement = select(Audit.at).where(
        Audit.verb == verb, Audit.actor_tg_id == tg_id, Audit.at > since
    )
    found: datetime | None = await tx.scalar(statement.order_by(Audit.id.desc()).limit(1))
    return found
