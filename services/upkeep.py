"""Slow work on the hour: silent tickets, typical answer times, old bodies and payloads."""

from datetime import datetime, timedelta
from statistics import median

from models import inbox, journal, queues, watching
from models.journal import record
from models.outbox import REPLY
from models.queues import Queue
from models.store import Session
from models.tickets import RESOLVED, Ticket
from services import promises
from services.context import Context
from services.privacy import notices
from services.privacy.own_data import terms
from services.reopening import unanswered
from services.shop import QueueView
from services.tracing import customer_of

NOBODY = 0
PAGE = 500
PAGES = 20
BODIES_DAYS = 7
PAYLOADS_DAYS = 30
RUNS_KEPT = timedelta(days=8)
TYPICAL_OF = timedelta(days=30)
FEW = 5
EMPTIED = "outbox_emptied"


class Upkeep:
    """Keeps the desk tidy; each method is safe to call at any time."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def renew(self, now: datetime) -> None:
        """See what other workers have changed about shop and staff."""
        await self._context.book.renew()
        await self._context.directory.renew()

    async def close_silent(self, now: datetime) -> None:
        """Close what has waited for its customer too long; only when the shop wants it."""
        hours = self._context.shop.facts.get("close_pending_hours")
        if not isinstance(hours, int | float) or hours <= 0:
            return
        before = now - timedelta(hours=float(hours))
        async with self._context.store.look() as tx:
            if not await watching.silent_pending(tx, before, 1):
                return
        async with self._context.store.change() as tx:
            for ticket in await watching.silent_pending(tx, before):
                await self._close(tx, now, ticket)

    async def _close(self, tx: Session, now: datetime, ticket: Ticket) -> None:
        ticket.state = RESOLVED
        ticket.resolved_at = ticket.changed_at = now
        ticket.waiting_since = ticket.due_at = ticket.ask_until = None
        record(tx, now, NOBODY, "close_silent", ticket.id)
        customer = await customer_of(tx, ticket)
        card, number = "mine", ticket.id
        await promises.show(
            tx, now, customer.tg_id, card, number, priority=REPLY, ticket=ticket, standing=True
        )
        said = {"key": "pending-closed", "args": {"number": str(ticket.id)}}
        dedup = f"{unanswered(ticket)}{now.isoformat()}"
        await notices.offer(tx, now, customer.id, "closed", dedup, said)
        await promises.show_ticket(tx, now, ticket)
        await promises.place_topic(tx, now, ticket, "close")
        await self._context.boards.show(tx, now, ticket.queue_id)

    async def typical(self, now: datetime) -> None:
        """How fast each queue usually answers: the median of its last answers, in open minutes."""
        found: dict[int, int] = {}
        async with self._context.store.look() as tx:
            for queue in self._context.shop.queues.values():
                spans = await watching.first_responses(tx, queue.id, now - TYPICAL_OF)
                minutes = _typical(queue, spans)
                if minutes is not None and minutes != queue.typical_minutes:
                    found[queue.id] = minutes
        if not found:
            return
        async with self._context.store.change() as tx:
            for queue_id, minutes in found.items():
                row = await tx.get(Queue, queue_id)
                if row is not None:
                    row.typical_minutes = minutes
        await self._context.book.renew()

    async def empty_bodies(self, now: datetime) -> None:
        """Forget what finished updates said, after the days that the shop keeps them."""
        before = now - self._days("bodies_days", BODIES_DAYS)
        for _ in range(PAGES):
            async with self._context.store.look() as tx:
                if not await watching.full_body_exists(tx, before):
                    return
            async with self._context.store.change() as tx:
                await inbox.empty_bodies(tx, before, PAGE)

    async def empty_payloads(self, now: datetime) -> None:
        """Forget what settled rows of the outbox said; a mark tells how far that has come."""
        before = now - self._days("sent_days", PAYLOADS_DAYS)
        for _ in range(PAGES):
            async with self._context.store.look() as tx:
                mark = await queues.read_setting(tx, EMPTIED) or {}
                after = int(mark.get("id", 0))
                page = await watching.outbox_page(tx, after, before, PAGE)
            if not page:
                return
            async with self._context.store.change() as tx:
                await watching.empty_payloads(tx, after, page[-1])
                await queues.write_setting(tx, EMPTIED, {"id": page[-1]})

    async def forget_runs(self, now: datetime) -> None:
        """Forget the slots of scheduled work that can't come again."""
        async with self._context.store.change() as tx:
            if await journal.claim(tx, "forget_runs", f"{now:%Y-%m-%d}", now):
                await journal.forget_runs(tx, now - RUNS_KEPT)

    def _days(self, fact: str, default: int) -> timedelta:
        days = terms.days(self._context.shop.facts, fact)
        return timedelta(days=default if days is None else days)


def _typical(queue: QueueView, spans: list[tuple[datetime, datetime]]) -> int | None:
    if len(spans) < FEW:
        return None
    waits = [queue.hours.open_minutes(opened, answered) for opened, answered in spans]
    return max(1, round(median(waits)))
