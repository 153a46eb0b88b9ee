"""Staff at work on a ticket: take it, answer, mend an answer, react."""

from collections.abc import Sequence
from datetime import timedelta

from models import messages, sending
from models.journal import claim, record
from models.messages import NOTE, STAFF, Message
from models.store import Session
from models.tickets import PENDING, RESOLVED, TAKEN, WAITING, Ticket
from models.turn import Turn
from services import promises
from services.carrying import edit_copies, to_colleagues, to_customer
from services.context import Context
from services.conversation import store_message
from services.errors import Refusal
from services.incoming import Incoming
from services.media import is_other_media, replace, stays_behind
from services.people import Actor
from services.places import open_place
from services.reaching import language_at
from services.segments import first
from services.spot import NOTED, Spot, answer, nod
from services.tracing import Which, allow, customer_of, workable
from services.voice import complaining

CARD_WAITS = timedelta(seconds=2)
INSIDE = ("/",)


class Work:
    """What agents do with tickets."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def take(self, turn: Turn, actor: Actor, which: Which, spot: Spot | None = None) -> bool:
        """Take a waiting ticket; True when its conversation opens in a topic of the forum.

        Where the queue has none, it opens in private. Of two people one gets it; Refusal tells
        the other who was faster. Whoever wrote a command at `spot` reads there where it opens.
        """
        async with self._context.store.change(turn) as tx:
            in_topic = await self.take_in(tx, turn, actor, await workable(tx, actor, which))
            if spot is not None and in_topic:
                await answer(tx, turn, spot, actor, "toast-taken-topic")
            elif spot is not None:
                await nod(tx, turn, spot)
        return in_topic

    async def take_oldest(self, turn: Turn, actor: Actor, queue_id: int) -> bool:
        """Take the ticket that is next in a queue: the oldest, or a VIP's where they go first."""
        async with self._context.store.change(turn) as tx:
            waiting, _ = await first.waiting(tx, self._context, queue_id, turn.now)
            if not waiting:
                raise Refusal("queue-empty")
            allow(actor, waiting[0])
            return await self.take_in(tx, turn, actor, waiting[0])

    async def reply(self, turn: Turn, actor: Actor, which: Which, incoming: Incoming) -> None:
        """Send what a staff member wrote to the customer, under the name the customer sees.

        A part of an album whose words are a note stays inside with the rest of it.
        """
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            if await messages.by_origin(tx, incoming.chat_id, incoming.tg_id) is not None:
                raise Refusal("already-sent")
            if await self._belongs_to_note(tx, ticket, incoming):
                await store_message(tx, turn, ticket, incoming, NOTE, actor.staff_id)
                return
            await self._send(tx, turn, actor, ticket, incoming)

    async def reply_with(
        self, turn: Turn, actor: Actor, which: Which, said: Sequence[Incoming], spot: Spot
    ) -> None:
        """Send messages that waited to be told their ticket, once."""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            for incoming in said:
                if await messages.by_origin(tx, incoming.chat_id, incoming.tg_id) is not None:
                    raise Refusal("already-sent")
                await self._send(tx, turn, actor, ticket, incoming)
            await nod(tx, turn, spot)

    async def edit(self, turn: Turn, actor: Actor, incoming: Incoming) -> None:
        """A staff member mended what they wrote: the customer's copy follows, a note stays one."""
        async with self._context.store.change(turn) as tx:
            message = await messages.by_origin(tx, incoming.chat_id, incoming.tg_id)
            if message is None or message.staff_id != actor.staff_id:
                return
            if message.side == STAFF and incoming.text.startswith(INSIDE):
                await self._keep_inside(tx, turn, actor, message, incoming)
                return
            other = is_other_media(message, incoming)
            if other:
                replace(message, incoming)
            message.text, message.html = incoming.text, incoming.html
            message.file_id, message.edited_at = incoming.file_id, turn.now
            stays = other and message.side == STAFF and await self._stays(tx, message)
            if stays:
                await answer(tx, turn, _spot(incoming), actor, "edit-file-stays")
            if message.text or not stays:
                await edit_copies(tx, turn.now, message)

    async def _stays(self, tx: Session, message: Message) -> bool:
        """Whether the customer goes on seeing what was before the file was replaced."""
        ticket = await tx.get_one(Ticket, message.ticket_id)
        return await stays_behind(tx, message, (await customer_of(tx, ticket)).tg_id)

    async def _keep_inside(
        self, tx: Session, turn: Turn, actor: Actor, message: Message, incoming: Incoming
    ) -> None:
        """An answer mended into a note: kept back when it is not on its way yet, else told so."""
        spot = _spot(incoming)
        album = message.album
        parts = await messages.album_of(tx, message.ticket_id, album) if album else [message]
        if not await sending.cancel(tx, [one.id for one in parts], "a note now", turn.now):
            await answer(tx, turn, spot, actor, "edit-stays-inside")
            return
        message.text = message.html = incoming.text.lstrip("/").strip()
        for part in parts:
            part.side, part.delivery = NOTE, None
        await nod(tx, turn, spot, NOTED)

    async def _send(
        self, tx: Session, turn: Turn, actor: Actor, ticket: Ticket, incoming: Incoming
    ) -> None:
        customer = await customer_of(tx, ticket)
        if customer.banned or not customer.reachable:
            raise Refusal("customer-banned" if customer.banned else "customer-unreachable")
        if not incoming.copyable:
            raise Refusal("cannot-send")
        if ticket.state in WAITING:
            await self.take_in(tx, turn, actor, ticket)
        message = await store_message(tx, turn, ticket, incoming, STAFF, actor.staff_id)
        self._answered(turn, ticket)
        await complaining.answered(tx, turn.now, ticket)
        await to_customer(tx, turn.now, ticket, message, customer.tg_id)
        await to_colleagues(tx, turn.now, ticket, message)
        await promises.show_ticket(tx, turn.now, ticket, not_before=turn.now + CARD_WAITS)
        if ticket.state == RESOLVED:
            await self._tell_late(tx, turn, ticket)

    async def _belongs_to_note(self, tx: Session, ticket: Ticket, incoming: Incoming) -> bool:
        if incoming.album is None:
            return False
        parts: list[Message] = await messages.album_of(tx, ticket.id, incoming.album)
        return any(part.side == NOTE for part in parts)

    async def take_in(self, tx: Session, turn: Turn, actor: Actor, ticket: Ticket) -> bool:
        """The same within somebody's story; True when the conversation is in a topic."""
        if ticket.state not in WAITING:
            self._refuse_taken(actor, ticket)
        queue = self._context.shop.queues[ticket.queue_id]
        in_topic = queue.is_forum and queue.chat_id is not None
        if not in_topic and not actor.reachable:
            raise Refusal("start-first")
        customer = await customer_of(tx, ticket)
        ticket.state = TAKEN
        ticket.agent_id = actor.staff_id
        ticket.taken_at = ticket.changed_at = turn.now
        ticket.ask_until = None
        ticket.choosing = False
        ticket.place_chat_id = queue.chat_id if in_topic else actor.tg_id
        ticket.place_thread_id = None
        record(tx, turn.now, actor.tg_id, "take", ticket.id)
        await open_place(tx, turn.now, ticket)
        await promises.show_mine(tx, turn.now, ticket, customer.tg_id)
        await self._context.boards.show(tx, turn.now, ticket.queue_id)
        return in_topic

    def _refuse_taken(self, actor: Actor, ticket: Ticket) -> None:
        if ticket.state == RESOLVED:
            raise Refusal("already-resolved", number=str(ticket.id))
        if ticket.agent_id == actor.staff_id:
            raise Refusal("already-yours", number=str(ticket.id))
        holder = self._context.directory.by_staff_id(ticket.agent_id)
        raise Refusal("already-taken", number=str(ticket.id), name=holder.name if holder else "—")

    def _answered(self, turn: Turn, ticket: Ticket) -> None:
        if ticket.first_response_at is None:
            ticket.first_response_at = turn.now
        ticket.waiting_since = ticket.due_at = ticket.told_at = None
        if ticket.state == PENDING:
            ticket.state = TAKEN
        ticket.changed_at = turn.now

    async def _tell_late(self, tx: Session, turn: Turn, ticket: Ticket) -> None:
        slot = f"{ticket.id}:{ticket.resolved_at}"
        if await claim(tx, "late-answer", slot, turn.now):
            language = language_at(self._context, ticket)
            keyboard = {"name": "reopen", "ref": ticket.ref}
            await promises.tell_place(
                tx, turn.now, ticket, language, "late-answer", keyboard=keyboard
            )


def _spot(incoming: Incoming) -> Spot:
    return Spot(incoming.chat_id, incoming.thread_id, incoming.tg_id)
