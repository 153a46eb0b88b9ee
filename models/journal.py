"""The audit log, and the slots that make scheduled work run once."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, String, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Row, RowId, key_text


class Audit(Row):
    """Who did what to which thing."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    at: Mapped[datetime]
    actor_tg_id: Mapped[int] = mapped_column(BigInteger, index=True)
    verb: Mapped[str] = mapped_column(String(40), index=True)
    ticket_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


class JobRun(Row):
    """A scheduled job has run for a slot of time."""

    __tablename__ = "job_run"
    job: Mapped[str] = mapped_column(String(60), primary_key=True)
    slot: Mapped[str] = mapped_column(key_text(60), primary_key=True)
    at: Mapped[datetime]


def record(
    tx: AsyncSession,
    at: datetime,
    actor_tg_id: int,
    verb: str,
    ticket_id: int | None = None,
    **details: Any,
) -> None:
    """Write one line of the audit log."""
    tx.add(Audit(at=at, actor_tg_id=actor_tg_id, verb=verb, ticket_id=ticket_id, details=details))


async def claim(tx: AsyncSession, job: str, slot: str, now: datetime) -> bool:
    """True for the one who runs a job in a slot, False for everybody after."""
    insert = postgresql.insert if tx.get_bind().dialect.name == "postgresql" else sqlite.insert
    statement = (
        insert(JobRun)
        .values(job=job, slot=slot, at=now)
        .on_conflict_do_nothing()
        .returning(JobRun.job)
    )
    return (await tx.execute(statement)).first() is not None


async def has_run(tx: AsyncSession, job: str, slot: str) -> bool:
    """Whether somebody has claimed a slot already."""
    return await tx.get(JobRun, (job, slot)) is not None


async def last_run(tx: AsyncSession, job: str, prefix: str) -> str | None:
    """The latest claimed slot that begins so; what follows the prefix sorts by time."""
    found: str | None = await tx.scalar(
        select(func.max(JobRun.slot)).where(
            JobRun.job == job, JobRun.slot.startswith(prefix, autoescape=True)
        )
    )
    return found


async def forget_runs(tx: AsyncSession, before: datetime) -> None:
    """Slots long past can't come again."""
    await tx.execute(delete(JobRun).where(JobRun.at < before))
