"""Finding the ticket that a message, a topic, a card or a command means."""

import asyncio

from models import cards, messages, people, sending, tickets
from models.memory import complaining
from models.messages import Message
from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from services.context import Context
from services.errors import Refusal
from services.people import Actor

CARDS = ("ticket", "customer")
LOOKS = 20
LOOK_AGAIN = 0.05
Which = int | str


async def customer_of(tx: Session, ticket: Ticket) -> Customer:
    """The customer whose ticket it is."""
    customer = await tx.get(Customer, ticket.customer_id)
    if customer is None:
        raise LookupError(f"ticket {ticket.id} has no customer")
    return customer


async def ticket_at(tx: Session, chat_id: int, tg_id: int) -> int | None:
    """The number of the ticket that a message in a chat belongs to now.

    A copy stays where it was made; what it is a copy of may have been split off since.
    """
    relay = await messages.relay_at(tx, chat_id, tg_id)
    if relay is not None:
        said = await tx.get(Message, relay.message_id) if relay.message_id else None
        return said.ticket_id if said else relay.ticket_id
    card = await cards.standing_at(tx, chat_id, tg_id)
    name, number = card.key.split(":")[:2] if card is not None else ("", "0")
    if name in CARDS:
        return int(number)
    if name == "complaint":
        return await complaining.ticket_of(tx, int(number))
    own = await messages.by_origin(tx, chat_id, tg_id)
    return own.ticket_id if own else None


async def found(tx: Session, which: Which) -> Ticket:
    """The ticket with a number, or the one a button means; raises Refusal when there is none."""
    by_number = isinstance(which, int)
    ticket = await (tickets.by_id(tx, int(which)) if by_number else tickets.by_ref(tx, str(which)))
    if ticket is None:
        raise Refusal("no-such-ticket")
    return ticket


async def workable(tx: Session, actor: Actor, which: Which) -> Ticket:
    """The same, for somebody who may work on it; raises Refusal for others."""
    ticket = await found(tx, which)
    allow(actor, ticket)
    return ticket


def allow(actor: Actor, ticket: Ticket) -> None:
    """Let those work on a ticket who answer its queue, hold it, or were asked in."""
    own = ticket.agent_id == actor.staff_id or actor.tg_id in ticket.guests
    if actor.staff_id is None or not (own or actor.answers(ticket.queue_id)):
        raise Refusal("not-your-queue")


class Tracing:
    """Which ticket a staff member means."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def language(self, tg_id: int, language_code: str | None) -> str:
        """The language somebody chose, or the one of their Telegram."""
        known = self._context.directory.find(tg_id, language_code=language_code)
        if known.staff_id is not None and not known.as_customer:
            return known.language
        async with self._context.store.look() as tx:
            customer = await people.customer_by_tg(tx, tg_id)
        return customer.language if customer else known.language

    async def by_reply(self, chat_id: int, tg_id: int) -> int | None:
        """The ticket of the message that was replied to."""
        async with self._context.store.look() as tx:
            return await ticket_at(tx, chat_id, tg_id)

    async def by_thread(self, chat_id: int, thread_id: int) -> int | None:
        """The ticket of a forum topic."""
        async with self._context.store.look() as tx:
            ticket = await tickets.by_place(tx, chat_id, thread_id)
            return ticket.id if ticket else None

    async def is_own(self, number: int, tg_id: int) -> bool:
        """Whether a ticket is somebody's own, as a customer."""
        async with self._context.store.look() as tx:
            ticket = await tx.get(Ticket, number)
            return ticket is not None and (await customer_of(tx, ticket)).tg_id == tg_id

    async def here(self, chat_id: int, thread_id: int | None, reply_to: int | None) -> int | None:
        """The ticket of the topic one is in, or of the message one replied to.

        Who answers faster than the sender can write down where its message stands is waited for.
        """
        for _ in range(LOOKS):
            number = await self._here(chat_id, thread_id, reply_to)
            if number is not None or (thread_id is None and reply_to is None):
                return number
            async with self._context.store.look() as tx:
                if not await sending.is_sending(tx, chat_id):
                    break
            await asyncio.sleep(LOOK_AGAIN)
        return await self._here(chat_id, thread_id, reply_to)

    async def _here(self, chat_id: int, thread_id: int | None, reply_to: int | None) -> int | None:
        if thread_id is not None:
            return await self.by_thread(chat_id, thread_id)
        return await self.by_reply(chat_id, reply_to) if reply_to is not None else None

    async def speaks_of(self, ticket_id: int, ref: str) -> bool:
        """Whether `ref`, of a ticket or of its complaint, names this ticket."""
        async with self._context.store.look() as tx:
            named, complaint = await tickets.by_ref(tx, ref), await complaining.by_ref(tx, ref)
        ids = (named.id if named else None, complaint.ticket_id if complaint else None)
        return ticket_id in ids
