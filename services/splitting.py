"""Another matter inside a ticket: a ticket of its own when the customer says so."""

from models import inquiries
from models.labels import PICK
from models.messages import Message
from models.people import Customer
from models.store import Session
from models.tickets import OPEN, RESOLVED, TAKEN, Ticket
from models.turn import Toast, Turn
from services import promises
from services.choosing import own_ticket
from services.context import Context
from services.decide import Route
from services.errors import Refusal
from services.opening import announce, open_ticket
from services.reopening import language_at
from services.routing import label
from services.shop import TopicView


class Splitting:
    """The two buttons under "this seems to be another matter"."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def split(self, turn: Turn, tg_id: int, ref: str, arg: str, offer_id: int) -> None:
        """Move a message, with its album, to a new ticket; `arg` is "message.topic"."""
        message_id, _, key = arg.partition(".")
        topic = self._context.shop.topics.get(key)
        if topic is None or topic.queue_id is None or not message_id.isdigit():
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            ticket, customer = await own_ticket(tx, tg_id, ref)
            message = await tx.get(Message, int(message_id))
            if message is None or message.chat_id != tg_id:
                raise Refusal("button-old")
            if message.ticket_id != ticket.id:
                turn.toast = Toast("toast-split", {"number": str(message.ticket_id)})
                return
            await promises.delete(tx, turn.now, tg_id, offer_id)
            fresh = await self._open(tx, turn, customer, topic, message)
            await self._leave(tx, turn, ticket, fresh)
            turn.toast = Toast("toast-split", {"number": str(fresh.id)})

    async def keep(self, turn: Turn, tg_id: int, ref: str, offer_id: int) -> None:
        """It is the same matter: the question goes away."""
        async with self._context.store.change(turn) as tx:
            ticket, _ = await own_ticket(tx, tg_id, ref)
            await promises.delete(tx, turn.now, tg_id, offer_id)
            turn.toast = Toast("toast-kept", {"number": str(ticket.id)})

    async def _open(
        self, tx: Session, turn: Turn, customer: Customer, topic: TopicView, message: Message
    ) -> Ticket:
        queue = self._context.shop.queues[topic.queue_id or 0]
        route = Route(queue, topic.key, OPEN, "picked", "route", None)
        fresh = await open_ticket(tx, self._context, turn, customer, route, None, message.text)
        label(tx, fresh, topic.key, PICK, customer.tg_id, turn.now)
        for part in await inquiries.parts_of(tx, message):
            part.ticket_id = fresh.id
        await tx.flush()
        await announce(tx, self._context, turn, fresh, customer)
        return fresh

    async def _leave(self, tx: Session, turn: Turn, ticket: Ticket, fresh: Ticket) -> None:
        """What is left behind waits only if something in it is still unanswered."""
        language = language_at(self._context, ticket)
        await promises.tell_place(
            tx, turn.now, ticket, language, "customer-split", number=str(fresh.id)
        )
        if ticket.state == RESOLVED:
            return
        since = await inquiries.waits_since(tx, ticket.id)
        if since is None and ticket.state == TAKEN:
            ticket.waiting_since = ticket.due_at = ticket.told_at = None
        ticket.changed_at = turn.now
        await promises.show_ticket(tx, turn.now, ticket)
        await self._context.boards.show(tx, turn.now, ticket.queue_id)
