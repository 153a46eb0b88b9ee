"""Supervisors follow complaints: take one, decide how it ends; the customer reads it, is asked."""

from models import tickets
from models.journal import record
from models.memory import complaining as asked
from models.memory.complaints import CLOSED, OPEN, Complaint
from models.store import Session
from models.tickets import RESOLVED, TAKEN, WAITING, Ticket
from models.turn import Toast, Turn
from services import promises, prompts
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.settling import resolve_in
from services.spot import Spot, answer, nod
from services.tracing import allow, customer_of
from services.voice import complaining, deciding
from services.voice.complaint_rules import OUTCOMES, REFUND, WITH_MONEY
from services.voice.outcomes import decided, named
from services.work import Work


class Complaints:
    """Every press is checked against the complaint's ticket: who may work on it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._work = Work(context)

    async def show(self, turn: Turn, actor: Actor, ref: str, spot: Spot) -> None:
        """The complaint, where somebody pressed for it."""
        async with self._context.store.change(turn) as tx:
            complaint, _ = await self._held(tx, actor, ref)
            await promises.show(
                tx,
                turn.now,
                spot.chat_id,
                complaining.CARD,
                complaint.id,
                thread=spot.thread_id,
                anew=True,
                alone=True,
            )

    async def page(self, turn: Turn, actor: Actor, ref: str, page: str, spot: Spot) -> None:
        """Another page of it in the same message."""
        async with self._context.store.change(turn) as tx:
            complaint, _ = await self._undecided(tx, actor, ref)
            card = f"{complaining.CARD}/{page}" if page else complaining.CARD
            await promises.show(
                tx, turn.now, spot.chat_id, card, complaint.id, thread=spot.thread_id
            )

    async def take(self, turn: Turn, actor: Actor, ref: str) -> None:
        """Follow it oneself; its ticket is taken with it while nobody has. Of two people one does.

        Raises Refusal with the name of whoever was faster.
        """
        async with self._context.store.change(turn) as tx:
            complaint, ticket = await self._undecided(tx, actor, ref)
            holder = self._context.directory.by_staff_id(complaint.supervisor_id)
            if ticket.state == TAKEN and ticket.agent_id == complaint.supervisor_id:
                mine = complaint.supervisor_id == actor.staff_id
                raise Refusal(
                    "complaint-is-yours" if mine else "complaint-is-taken",
                    number=str(ticket.id),
                    **({} if mine else {"name": holder.name if holder else "—"}),
                )
            complaint.supervisor_id = actor.staff_id
            record(tx, turn.now, actor.tg_id, "complaint_take", ticket.id)
            waits = ticket.state in WAITING
            in_topic = waits and await self._work.take_in(tx, turn, actor, ticket)
            await self._show(tx, turn, complaint, ticket)
            turn.toast = Toast("toast-taken-topic" if in_topic else "toast-complaint-taken")

    async def ask_words(self, turn: Turn, actor: Actor, ref: str, outcome: str, spot: Spot) -> None:
        """What the customer shall read beside the outcome; a sum where money goes back."""
        if outcome not in OUTCOMES:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            await self._undecided(tx, actor, ref)
            await prompts.ask_staff(
                tx,
                turn,
                spot,
                actor,
                f"outcome-{outcome}-ask" if outcome in WITH_MONEY else "outcome-words-ask",
                keyboard={"name": "outcome-plain", "ref": ref, "outcome": outcome},
                outcome={"key": f"outcome-{outcome}"},
            )

    async def preview(
        self, turn: Turn, actor: Actor, ref: str, outcome: str, words: str, spot: Spot
    ) -> None:
        """What the customer would read, before they do; a refund without a sum is pointed out."""
        if outcome not in OUTCOMES:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            complaint, _ = await self._undecided(tx, actor, ref)
            await prompts.end(tx, turn, actor.tg_id, spot)
            amount, said = deciding.read(outcome, words)
            bare = outcome == REFUND and not amount
            currency = await deciding.currency_of(tx, self._context, complaint)
            keyboard = {"name": "outcome-send", "ref": ref, "outcome": outcome}
            await answer(
                tx,
                turn,
                spot,
                actor,
                "outcome-preview-bare" if bare else "outcome-preview",
                keyboard=keyboard | {"bare": bare, "said": spot.tg_id},
                outcome=decided(outcome, amount, said, currency),
            )

    async def close(
        self, turn: Turn, actor: Actor, ref: str, outcome: str, words: str, spot: Spot
    ) -> None:
        """It ends: the customer reads how, its ticket is closed, they are asked again later."""
        if outcome not in OUTCOMES:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            complaint, ticket = await self._undecided(tx, actor, ref)
            amount, said = deciding.read(outcome, words)
            complaint.state, complaint.closed_at, complaint.look_at = CLOSED, turn.now, None
            complaint.outcome, complaint.amount, complaint.words = outcome, amount, said
            complaint.answered_at = complaint.answered_at or turn.now
            deciding.write_down(tx, turn, actor, complaint)
            complaint.better = None
            complaint.supervisor_id = complaint.supervisor_id or actor.staff_id
            customer = await customer_of(tx, ticket)
            if customer.erased_at is None:
                await deciding.tell(tx, self._context, turn, complaint, ticket, customer)
            if ticket.state != RESOLVED:
                await resolve_in(tx, self._context, turn, actor, ticket, asks=False)
            await self._show(tx, turn, complaint, ticket)
            turn.toast = Toast("toast-complaint-closed")
            await nod(tx, turn, spot)

    async def _show(self, tx: Session, turn: Turn, complaint: Complaint, ticket: Ticket) -> None:
        customer = await customer_of(tx, ticket)
        await complaining.show(tx, turn.now, complaint)
        await promises.show_ticket(tx, turn.now, ticket)
        if customer.erased_at is None:
            await promises.show_mine(tx, turn.now, ticket, customer.tg_id)

    async def _undecided(self, tx: Session, actor: Actor, ref: str) -> tuple[Complaint, Ticket]:
        complaint, ticket = await self._held(tx, actor, ref)
        if complaint.state != OPEN:
            outcome = {"key": named(complaint.outcome)}
            raise Refusal("complaint-is-closed", number=str(ticket.id), outcome=outcome)
        return complaint, ticket

    async def _held(self, tx: Session, actor: Actor, ref: str) -> tuple[Complaint, Ticket]:
        complaint = await asked.by_ref(tx, ref)
        ticket = await tickets.by_id(tx, complaint.ticket_id) if complaint else None
        if complaint is None or ticket is None:
            raise Refusal("button-old")
        own = complaint.supervisor_id is not None and complaint.supervisor_id == actor.staff_id
        if not own:
            allow(actor, ticket)
        return complaint, ticket
