"""What the report of service reads: when tickets were opened, first answered and resolved."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Integer, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from models.memory.figures import week_of, within
from models.sqlite_link import SLOW
from models.tickets import UNRESOLVED, Ticket

STRETCH = timedelta(hours=12)
Columns = tuple[tuple[int, ...], ...]


class Seconds(FunctionElement[int]):
    """A moment as whole seconds since 1970; 0 for none."""

    type = Integer()
    inherit_cache = True


@compiles(Seconds, "sqlite")
def _on_sqlite(element: Any, compiler: Any, **given: Any) -> str:
    said = compiler.process(element.clauses, **given)
    return f"coalesce(CAST(strftime('%s', {said}) AS INTEGER), 0)"


@compiles(Seconds, "postgresql")
def _on_postgresql(element: Any, compiler: Any, **given: Any) -> str:
    said = compiler.process(element.clauses, **given)
    return f"coalesce(CAST(floor(extract(epoch FROM {said})) AS BIGINT), 0)"


async def pages(tx: AsyncSession, since: datetime, until: datetime) -> AsyncIterator[Columns]:
    """Columns of whole numbers, a page for each stretch of time that has tickets, in time order.

    Opened, first answered, resolved (seconds, 0 for never), queue, topic, agent (0 for none).
    Pages keep the loop free: what a row costs is paid for a part of them at a time.
    """
    columns = (
        *(Seconds(Ticket.opened_at), Seconds(Ticket.first_response_at)),
        *(Seconds(Ticket.resolved_at), Ticket.queue_id),
        *(func.coalesce(Ticket.topic_id, 0), func.coalesce(Ticket.agent_id, 0)),
    )
    page = select(*columns).prefix_with(SLOW).where(Ticket.spam.is_(False))
    while since < until:
        end = min(since + STRETCH, until)
        here = page.where(Ticket.opened_at >= since, Ticket.opened_at < end)
        rows = (await tx.execute(here)).all()
        if rows:
            yield tuple(zip(*rows, strict=True))
        since = end


async def unresolved(tx: AsyncSession) -> int:
    """How many tickets are not resolved."""
    statement = select(func.count()).select_from(Ticket).prefix_with(SLOW).where(UNRESOLVED)
    return int(await tx.scalar(statement) or 0)


async def resolved_by_week(tx: AsyncSession, bounds: Sequence[datetime]) -> dict[int, int]:
    """How many tickets were resolved in each week, whenever they were opened."""
    week = week_of(Ticket.resolved_at, bounds).label("week")
    statement = (
        select(week, func.count())
        .prefix_with(SLOW)
        .where(
            Ticket.resolved_at.is_not(None),
            within(Ticket.resolved_at, bounds),
            Ticket.spam.is_(False),
        )
        .group_by(week)
    )
    return {int(week): int(many) for week, many in (await tx.execute(statement)).all()}
