"""Nobody is forgotten: questions without a pick, targets passed, boards grown old."""

from datetime import datetime, timedelta
from typing import Any

from models import journal, tickets, watching
from models.journal import record
from models.store import Session
from models.tickets import RESOLVED, TAKEN, Ticket
from services import promises
from services.context import Context
from services.guessing import guess
from services.people import Actor
from services.shop import QueueView
from services.tracing import customer_of

NOBODY = 0


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
            for ticket in await tickets.unanswered_questions(tx, now):
                customer = await customer_of(tx, ticket)
                await guess(tx, self._context, now, ticket, customer.tg_id)

    async def overdue(self, now: datetime) -> None:
        """A ticket past its target: its agent is reminded, then its supervisors are told once."""
        async with self._context.store.look() as tx:
            found = await watching.overdue_ids(tx, now, self._patience)
        for ticket_id in found:
            async with self._context.store.change() as tx:
                ticket = await watching.overdue(tx, ticket_id, now)
                if ticket is not None and ticket.state != RESOLVED:
                    await self._alarm(tx, now, ticket)

    @property
    def _patience(self) -> timedelta:
        """How long a reminded agent has before the supervisors hear of it."""
        return timedelta(minutes=float(self._context.shop.facts.get("remind_minutes", 10)))

    async def _alarm(self, tx: Session, now: datetime, ticket: Ticket) -> None:
        queue = self._context.shop.queues[ticket.queue_id]
        agent = self._context.directory.by_staff_id(ticket.agent_id)
        if ticket.state == TAKEN and agent is not None and self._may_remind(ticket, agent):
            ticket.reminded_at = now
            await promises.tell(
                tx, now, agent, "remind-agent", number=str(ticket.id), late=_late(ticket, now)
            )
            return
        for who in self._context.directory.to_tell(queue.id):
            ticket.told_at = now
            await self._tell(tx, now, ticket, queue, agent, who)
        if ticket.told_at is None:
            return
        record(tx, now, NOBODY, "overdue", ticket.id)
        await self._context.boards.show(tx, now, queue.id, loud=True)

    def _may_remind(self, ticket: Ticket, agent: Actor) -> bool:
        since = ticket.waiting_since or ticket.opened_at
        reminded = ticket.reminded_at is not None and ticket.reminded_at >= since
        return agent.reachable and not reminded

    async def _tell(
        self,
        tx: Session,
        now: datetime,
        ticket: Ticket,
        queue: QueueView,
        agent: Actor | None,
        who: Actor,
    ) -> None:
        held = ticket.state == TAKEN and agent is not None
        names: dict[str, Any] = {"name": agent.name} if held and agent is not None else {}
        await promises.say(
            tx,
            now,
            who.tg_id,
            who.language,
            "overdue-taken" if held else "overdue-waiting",
            keyboard={
                "name": "give-back" if held else "take",
                "ref": ticket.ref,
                "number": str(ticket.id),
            },
            number=str(ticket.id),
            queue=queue.titles[who.language],
            late=_late(ticket, now),
            **names,
        )

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


def _late(ticket: Ticket, now: datetime) -> dict[str, float]:
    due = ticket.due_at or now
    return {"minutes": max(1.0, (now - due).total_seconds() / 60)}
