"""How a ticket's work ends, pauses and begins again; and customers nobody should answer."""

from models import inquiries
from models.journal import record
from models.store import Session
from models.tickets import PENDING, RESOLVED, TAKEN, WAITING, Ticket
from models.turn import Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.feedback import ask
from services.people import Actor
from services.reopening import reopen
from services.spot import Spot, answer, nod
from services.tracing import Which, customer_of, workable
from services.voice import complaining
from services.voice.outcomes import ask_outcome


class Settling:
    """Resolve, pause, resume, reopen, ban."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def resolve(self, turn: Turn, actor: Actor, which: Which, spot: Spot) -> None:
        """The matter is settled: the customer is told and asked once how it went.

        A complaint needs a stated outcome: without one the choice of outcomes is opened instead.
        """
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            if ticket.state == RESOLVED:
                raise Refusal("already-resolved", number=str(ticket.id))
            if await ask_outcome(tx, turn, ticket, spot):
                return
            await resolve_in(tx, self._context, turn, actor, ticket)
            await nod(tx, turn, _said(spot))

    async def pause(self, turn: Turn, actor: Actor, which: Which, spot: Spot) -> None:
        """The next word is the customer's: no target runs until they write."""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            if ticket.state != TAKEN:
                raise Refusal(_not_taken(ticket), number=str(ticket.id))
            ticket.state = PENDING
            ticket.waiting_since = ticket.due_at = ticket.told_at = None
            await self._changed(tx, turn, actor, ticket, "pending")
            await nod(tx, turn, _said(spot))

    async def resume(self, turn: Turn, actor: Actor, which: Which, spot: Spot) -> None:
        """Back to work without waiting for the customer."""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            if ticket.state != PENDING:
                raise Refusal("not-pending", number=str(ticket.id))
            ticket.state = TAKEN
            await self._changed(tx, turn, actor, ticket, "resume")
            await nod(tx, turn, _said(spot))

    async def reopen(self, turn: Turn, actor: Actor, which: Which, spot: Spot) -> None:
        """A settled matter is not settled after all."""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            if ticket.state != RESOLVED:
                raise Refusal("not-resolved", number=str(ticket.id))
            customer = await customer_of(tx, ticket)
            if customer.banned:
                raise Refusal("customer-banned")
            ticket.spam = False
            record(tx, turn.now, actor.tg_id, "reopen", ticket.id)
            await reopen(tx, self._context, turn, ticket, customer.tg_id)
            await nod(tx, turn, _said(spot))

    async def ask_ban(self, turn: Turn, actor: Actor, which: Which, spot: Spot) -> None:
        """Ask before a customer is shut out."""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            customer = await customer_of(tx, ticket)
            if customer.banned:
                raise Refusal("already-banned", name=customer.name)
            keyboard = {"name": "ban", "ref": ticket.ref}
            number = str(ticket.id)
            await answer(
                tx,
                turn,
                spot,
                actor,
                "ban-ask",
                keyboard=keyboard,
                name=customer.name,
                number=number,
            )

    async def ban(self, turn: Turn, actor: Actor, which: Which, spot: Spot) -> None:
        """Shut a customer out; their tickets close as spam, nobody is asked for a rating."""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            customer = await customer_of(tx, ticket)
            customer.banned = True
            record(tx, turn.now, actor.tg_id, "ban", ticket.id)
            ticket.spam = True
            for one in await inquiries.live_of_customer(tx, customer.id):
                one.spam = True
                await complaining.drop(tx, turn.now, one)
                await resolve_in(tx, self._context, turn, actor, one)
            await self._show_people(tx, turn, ticket)
            await answer(tx, turn, spot, actor, "ban-done", name=customer.name)
            await nod(tx, turn, spot)

    async def unban(self, turn: Turn, actor: Actor, which: Which, spot: Spot) -> None:
        """Let a customer in again; what was closed as spam stays closed until reopened."""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            customer = await customer_of(tx, ticket)
            if not customer.banned:
                raise Refusal("not-banned", name=customer.name)
            customer.banned = False
            ticket.spam = False
            record(tx, turn.now, actor.tg_id, "unban", ticket.id)
            await self._show_people(tx, turn, ticket)
            await answer(tx, turn, spot, actor, "unban-done", name=customer.name)

    async def _changed(
        self, tx: Session, turn: Turn, actor: Actor, ticket: Ticket, verb: str
    ) -> None:
        await _changed(tx, self._context, turn, actor, ticket, verb)

    async def _show_people(self, tx: Session, turn: Turn, ticket: Ticket) -> None:
        await promises.show_ticket(tx, turn.now, ticket)
        await promises.show_again(tx, turn.now, "customer", ticket.id)


async def resolve_in(
    tx: Session,
    context: Context,
    turn: Turn,
    actor: Actor,
    ticket: Ticket,
    *,
    asks: bool = True,
) -> None:
    """The end of a ticket within somebody's story; `asks`: the customer, whether it is settled."""
    if ticket.state in WAITING:
        ticket.agent_id = actor.staff_id
    ticket.state = RESOLVED
    ticket.resolved_at = turn.now
    ticket.waiting_since = ticket.due_at = ticket.ask_until = None
    ticket.choosing = False
    await _changed(tx, context, turn, actor, ticket, "resolve")
    await promises.place_topic(tx, turn.now, ticket, "close")
    if ticket.spam:
        return
    customer = await customer_of(tx, ticket)
    await promises.show_mine(tx, turn.now, ticket, customer.tg_id)
    if asks:
        await ask(tx, context, turn.now, ticket, customer)


async def _changed(
    tx: Session, context: Context, turn: Turn, actor: Actor, ticket: Ticket, verb: str
) -> None:
    ticket.changed_at = turn.now
    record(tx, turn.now, actor.tg_id, verb, ticket.id)
    await promises.show_ticket(tx, turn.now, ticket)
    await context.boards.show(tx, turn.now, ticket.queue_id)


def _said(spot: Spot) -> Spot:
    """Only a command is nodded at; a pressed card stays where it is."""
    return Spot(spot.chat_id, spot.thread_id, spot.tg_id)


def _not_taken(ticket: Ticket) -> str:
    return "take-first" if ticket.state in WAITING else f"already-{ticket.state}"
