"""Answers taken back, sent again, or declared to have arrived."""

from datetime import timedelta

from models import messages, outbox, sending
from models.journal import record
from models.messages import STAFF, Message, Relay
from models.outbox import REPLY
from models.people import Customer
from models.store import Session
from models.tickets import Ticket
from models.turn import Turn
from services import promises
from services.carrying import to_customer
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.spot import Spot, answer, nod
from services.tracing import Which, customer_of, workable

STAYS_AFTER = timedelta(hours=48)


class Unsending:
    """What happens to an answer after it was sent."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def take_back(self, turn: Turn, actor: Actor, spot: Spot, reply_to: int | None) -> None:
        """Delete the customer's copy of one's own answer; an album goes as a whole.

        Telegram lets a bot delete for 48 hours; Refusal says so afterwards.
        """
        if reply_to is None:
            raise Refusal("unsend-how")
        async with self._context.store.change(turn) as tx:
            message = await messages.by_origin(tx, spot.chat_id, reply_to)
            if message is None or message.side != STAFF:
                raise Refusal("unsend-how")
            ticket = await workable(tx, actor, message.ticket_id)
            if message.staff_id != actor.staff_id:
                raise Refusal("unsend-not-yours")
            if message.delivery == "unsent":
                raise Refusal("unsent-already")
            await self._take_back(tx, turn, actor, ticket, await self._parts(tx, message))
            await promises.show_ticket(tx, turn.now, ticket)
            await answer(tx, turn, spot, actor, "unsent")

    async def again(
        self, turn: Turn, actor: Actor, which: Which, message_id: int, spot: Spot
    ) -> None:
        """Send an answer once more of which nobody knows whether it arrived."""
        async with self._context.store.change(turn) as tx:
            ticket, parts = await self._doubtful(tx, actor, which, message_id)
            customer = await customer_of(tx, ticket)
            if not customer.reachable:
                raise Refusal("customer-unreachable")
            record(tx, turn.now, actor.tg_id, "send_again", ticket.id, message=message_id)
            for part in parts:
                await to_customer(tx, turn.now, ticket, part, customer.tg_id)
            await promises.show_ticket(tx, turn.now, ticket)
            await nod(tx, turn, spot)

    async def arrived(
        self, turn: Turn, actor: Actor, which: Which, message_id: int, spot: Spot
    ) -> None:
        """Somebody knows that it arrived."""
        async with self._context.store.change(turn) as tx:
            ticket, parts = await self._doubtful(tx, actor, which, message_id)
            for part in parts:
                part.delivery = "delivered"
            record(tx, turn.now, actor.tg_id, "it_arrived", ticket.id, message=message_id)
            await promises.show_ticket(tx, turn.now, ticket)
            await nod(tx, turn, spot)

    async def _doubtful(
        self, tx: Session, actor: Actor, which: Which, message_id: int
    ) -> tuple[Ticket, list[Message]]:
        ticket = await workable(tx, actor, which)
        message = await tx.get(Message, message_id)
        if message is None or message.ticket_id != ticket.id or message.delivery != "unsure":
            raise Refusal("settled-already")
        return ticket, await self._parts(tx, message)

    async def _parts(self, tx: Session, message: Message) -> list[Message]:
        if message.album is None:
            return [message]
        return await messages.album_of(tx, message.ticket_id, message.album)

    async def _take_back(
        self, tx: Session, turn: Turn, actor: Actor, ticket: Ticket, parts: list[Message]
    ) -> None:
        customer = await customer_of(tx, ticket)
        ids = [part.id for part in parts]
        stopped = await sending.cancel(tx, ids, "taken back", turn.now, customer.tg_id)
        copies = [copy for part in parts for copy in await self._copies(tx, part, customer)]
        if not copies and not stopped:
            raise Refusal("unsend-on-its-way" if parts[0].delivery == "waiting" else "unsend-never")
        if any(turn.now - copy.sent_at >= STAYS_AFTER for copy in copies):
            raise Refusal("unsend-late")
        for copy in copies:
            await outbox.promise(
                tx,
                customer.tg_id,
                "delete",
                {"tg_id": copy.tg_id},
                turn.now,
                priority=REPLY,
                ticket_id=ticket.id,
                message_id=copy.message_id,
            )
        for part in parts:
            part.delivery = "unsent"
        record(tx, turn.now, actor.tg_id, "unsend", ticket.id, messages=ids)

    async def _copies(self, tx: Session, part: Message, customer: Customer) -> list[Relay]:
        relays = await messages.relays_of(tx, part.id)
        return [relay for relay in relays if relay.chat_id == customer.tg_id]
