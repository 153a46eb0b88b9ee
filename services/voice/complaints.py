"""Supervisors follow complaints: take one, decide how it ends; the customer reads it, is asked."""

from datetime import timedelta

from models import tickets
from models.journal import record
from models.memory import complaining as asked
from models.memory.complaints import CLOSED, OPEN, Complaint
from models.people import Customer
from models.store import Session
from models.tickets import RESOLVED, TAKEN, WAITING, Ticket
from models.trade.orders import Order
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.privacy import notices
from services.settling import resolve_in
from services.spot import Spot, answer, nod
from services.tracing import allow, customer_of
from services.voice import complaining
from services.voice.asking import history_of
from services.voice.complaint_rules import OUTCOMES, WITH_MONEY, rules_of, sum_in
from services.voice.outcomes import decided, named
from services.voice.spacing import rules_of as spacing_of
from services.work import Work

WORDS = 1000
ASK_FOR = timedelta(days=14)


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
            await answer(
                tx,
                turn,
                spot,
                actor,
                "outcome-sum-ask" if outcome in WITH_MONEY else "outcome-words-ask",
                keyboard={"name": "outcome-plain", "ref": ref, "outcome": outcome},
                outcome={"key": f"outcome-{outcome}"},
            )

    async def close(
        self, turn: Turn, actor: Actor, ref: str, outcome: str, words: str, spot: Spot
    ) -> None:
        """It ends: the customer reads how, its ticket is closed, they are asked again later."""
        if outcome not in OUTCOMES:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            complaint, ticket = await self._undecided(tx, actor, ref)
            amount, said = sum_in(words) if outcome in WITH_MONEY else (0, words.strip())
            complaint.state, complaint.closed_at, complaint.look_at = CLOSED, turn.now, None
            complaint.outcome, complaint.amount, complaint.words = outcome, amount, said[:WORDS]
            complaint.answered_at = complaint.answered_at or turn.now
            complaint.better = None
            complaint.supervisor_id = complaint.supervisor_id or actor.staff_id
            record(tx, turn.now, actor.tg_id, "complaint_close", ticket.id, outcome=outcome)
            customer = await customer_of(tx, ticket)
            if customer.erased_at is None:
                await self._tell(tx, turn, complaint, ticket, customer)
            if ticket.state != RESOLVED:
                await resolve_in(tx, self._context, turn, actor, ticket, asks=False)
            await self._show(tx, turn, complaint, ticket)
            turn.toast = Toast("toast-complaint-closed")
            await nod(tx, turn, spot)

    async def _tell(
        self, tx: Session, turn: Turn, complaint: Complaint, ticket: Ticket, customer: Customer
    ) -> None:
        order = await tx.get(Order, complaint.order_id) if complaint.order_id else None
        currency = order.currency if order else str(self._context.shop.facts.get("currency", "RUB"))
        await promises.say(
            tx,
            turn.now,
            customer.tg_id,
            customer.language,
            "complaint-decided",
            ticket=ticket,
            number=str(ticket.id),
            outcome=decided(complaint, currency),
        )
        facts = self._context.shop.facts
        spacing = spacing_of(facts)
        history = await history_of(tx, customer.id, turn.now, spacing)
        when = turn.now + timedelta(days=rules_of(facts).ask_days)
        when = max((when, *(one.at + spacing.spacing for one in history)))
        payload = {"card": "better", "id": complaint.id, "anew": True}
        dedup = f"{complaining.asking_again(complaint)}{ticket.reopened}"
        until = when + ASK_FOR
        await notices.offer(
            tx,
            turn.now,
            customer.id,
            "followup",
            dedup,
            payload,
            not_before=when,
            expires_at=until,
        )
        complaint.asked_at = None  # what was asked before says nothing of this decision

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
