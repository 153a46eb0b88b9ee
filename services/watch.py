"""Nobody is forgotten: questions without a pick, targets passed, boards grown old."""

from datetime import datetime, timedelta

from models import journal, watching
from models.tickets import Ticket
from services.alarms import alarm
from services.context import Context
from services.guessing import guess
from services.shop import QueueView
from services.tracing import customer_of


class Watch:
    """Looks at what has come due; writes only when something has.

    Each method is safe to call at any time, by several workers at once.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._half: dict[int, tuple[int, datetime | None]] = {}

    async def guess(self, now: datetime) -> None:
        """A customer who did not pick a topic goes to the likeliest queue, marked as a guess."""
        async with self._context.store.look() as tx:
            if not await watching.unanswered_question_exists(tx, now):
                return
        async with self._context.store.change() as tx:
            for ticket in await watching.unanswered_questions(tx, now):
                customer = await customer_of(tx, ticket)
                await guess(tx, self._context, now, ticket, customer.tg_id)

    async def overdue(self, now: datetime) -> None:
        """Tickets past their targets: agents are reminded, then supervisors told, each once."""
        async with self._context.store.look() as tx:
            found = await watching.overdue_queues(tx, now, self._patience)
        for queue_id in found:
            queue = self._context.shop.queues[queue_id]
            async with self._context.store.change() as tx:
                late = await watching.overdue(tx, queue_id, now, self._patience)
                await alarm(tx, self._context, now, queue, late)

    @property
    def _patience(self) -> timedelta:
        """How long a reminded agent has before the supervisors hear of it."""
        return timedelta(minutes=float(self._context.shop.facts.get("remind_minutes", 10)))

    async def half(self, now: datetime) -> None:
        """The oldest has used half of its target: the board is posted anew, to be heard."""
        due: list[tuple[int, str]] = []
        async with self._context.store.look() as tx:
            for queue in self._context.shop.queues.values():
                oldest = await watching.oldest_open(tx, queue.id)
                if oldest is not None and self._is_half(queue, oldest, now):
                    due.append((queue.id, f"{oldest.id}:{oldest.waiting_since}"))
        if not due:
            return
        async with self._context.store.change() as tx:
            for queue_id, slot in due:
                if await journal.claim(tx, "half", slot, now):
                    await self._context.boards.show(tx, now, queue_id, loud=True)

    def _is_half(self, queue: QueueView, ticket: Ticket, now: datetime) -> bool:
        since = ticket.waiting_since or ticket.opened_at
        if self._half.get(queue.id) == (ticket.id, since) or not queue.hours.is_open(now):
            return False
        half = queue.hours.after(since, max(1, queue.target_minutes // 2))
        if half is None or now < half:
            return False
        self._half[queue.id] = (ticket.id, since)
        return True

    async def boards(self, now: datetime) -> None:
        """Boards where somebody waits show how long; a board that is missing is posted."""
        async with self._context.store.look() as tx:
            due = await self._context.boards.missing(tx)
            for queue_id in self._context.shop.queues:
                if await watching.oldest_open(tx, queue_id) is not None:
                    due.add(queue_id)
        if not due:
            return
        async with self._context.store.change() as tx:
            if await journal.claim(tx, "boards", f"{now:%Y-%m-%dT%H:%M}", now):
                for queue_id in sorted(due):
                    await self._context.boards.show(tx, now, queue_id)
