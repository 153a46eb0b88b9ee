"""Deadlines of complaints: who follows one is reminded, then the admins hear of it; each once."""

from datetime import datetime
from typing import Any

from models import tickets
from models.memory import complaining as asked
from models.memory.complaints import Complaint
from models.store import Session
from models.tickets import Ticket
from services import promises
from services.context import Context
from services.people import Actor
from services.tracing import customer_of
from services.voice import complaining
from services.voice.complaint_rules import ANSWER, HALF, OVER, Step, next_look, steps, to_tell


class ComplaintWatch:
    """Looks at what has come due; writes only when something has."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def look(self, now: datetime) -> None:
        """Remind of open complaints whose moment has come; safe for several workers at once."""
        async with self._context.store.look() as tx:
            if not await asked.any_due(tx, now):
                return
        async with self._context.store.change() as tx:
            for complaint in await asked.due(tx, now):
                ticket = await tickets.by_id(tx, complaint.ticket_id)
                if ticket is not None:
                    await self._remind(tx, now, complaint, ticket)

    async def _remind(
        self, tx: Session, now: datetime, complaint: Complaint, ticket: Ticket
    ) -> None:
        since = complaint.look_at or now
        found = steps(
            self._context.shop.queues[ticket.queue_id].hours,
            await asked.began(tx, complaint),
            complaint.answer_due_at,
            complaint.decide_due_at,
            answered=complaint.answered_at is not None,
        )
        for step in to_tell(found, since, now):
            await self._tell(tx, now, complaint, ticket, step)
        complaint.look_at = next_look(found, now)
        await complaining.show(tx, now, complaint)

    async def _tell(
        self, tx: Session, now: datetime, complaint: Complaint, ticket: Ticket, step: Step
    ) -> None:
        customer = await customer_of(tx, ticket)
        due = complaint.answer_due_at if step.what == ANSWER else complaint.decide_due_at
        late = step.stage == OVER
        args: dict[str, Any] = {"number": str(ticket.id), "name": customer.name or "—"}
        if step.stage == HALF:
            args["by"] = {"by": due.isoformat(), "now": now.isoformat()}
        for one in self._hearers(complaint, ticket, late=late):
            await promises.say(
                tx,
                now,
                one.tg_id,
                one.language,
                f"complaint-{step.what}-{step.stage}",
                keyboard={"name": "complaint", "ref": complaint.ref},
                **args,
            )
        if late and step.what == ANSWER:
            complaint.told_answer_at = now
        elif late:
            complaint.told_decide_at = now

    def _hearers(self, complaint: Complaint, ticket: Ticket, *, late: bool) -> list[Actor]:
        """Who follows it, else its supervisors; the admins too when it is late."""
        directory = self._context.directory
        own = directory.by_staff_id(complaint.supervisor_id)
        heard = [own] if own is not None and own.reachable else directory.to_tell(ticket.queue_id)
        admins = [one for one in directory.admins() if one.reachable] if late else []
        return [*heard, *(one for one in admins if one not in heard)]
