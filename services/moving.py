"""A ticket moves: to another queue, to a colleague, to another topic; or a colleague comes in."""

from typing import Any

from models.journal import record
from models.labels import TOPIC_CHANGE
from models.store import Session
from models.tickets import ASKING, OPEN, RESOLVED, TAKEN, WAITING, Ticket
from models.turn import Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.places import leave, open_place, tell_all
from services.routing import label, label_by_transfer
from services.shop import QueueView
from services.spot import Spot, answer, nod
from services.tracing import Which, customer_of, workable
from services.voice import dropping


class Moving:
    """Where a ticket goes next."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def to_queue(
        self, turn: Turn, actor: Actor, which: Which, queue: QueueView, spot: Spot
    ) -> None:
        """Into another queue, where it waits for whoever takes it, with all that was said."""
        async with self._context.store.change(turn) as tx:
            ticket = await self._movable(tx, actor, which)
            if ticket.queue_id == queue.id:
                raise Refusal("same-queue", number=str(ticket.id), queue=_title(queue, actor))
            await self._to_queue(tx, turn, actor, ticket, queue)
            await self._confirm(tx, turn, actor, spot, ticket, _title(queue, actor))

    async def to_person(
        self, turn: Turn, actor: Actor, which: Which, staff_id: int, spot: Spot
    ) -> None:
        """To a colleague, who has it in hand at once and hears of it."""
        async with self._context.store.change(turn) as tx:
            ticket = await self._movable(tx, actor, which)
            target = self._colleague(staff_id)
            if ticket.agent_id == staff_id:
                raise Refusal("already-has", name=target.name, number=str(ticket.id))
            await self._hand_over(tx, turn, actor, ticket, target)
            await self._confirm(tx, turn, actor, spot, ticket, target.name)

    async def call_in(
        self, turn: Turn, actor: Actor, which: Which, staff_id: int, spot: Spot
    ) -> None:
        """Ask a colleague in: they read all of it in private and may answer as well."""
        async with self._context.store.change(turn) as tx:
            ticket = await self._movable(tx, actor, which)
            guest = self._colleague(staff_id)
            if ticket.place_chat_id == guest.tg_id or guest.tg_id in ticket.guests:
                raise Refusal("already-here", name=guest.name)
            ticket.guests = [*ticket.guests, guest.tg_id]
            record(tx, turn.now, actor.tg_id, "call_in", ticket.id, staff=staff_id)
            await promises.tell(
                tx, turn.now, guest, "called-in", number=str(ticket.id), name=actor.name
            )
            await promises.show(
                tx, turn.now, guest.tg_id, "ticket", ticket.id, ticket=ticket, anew=True
            )
            await tell_all(tx, turn.now, ticket, guest.tg_id)
            await answer(tx, turn, spot, actor, "call-in-done", name=guest.name)
            await nod(tx, turn, Spot(spot.chat_id, pressed=spot.pressed))

    async def set_topic(
        self, turn: Turn, actor: Actor, which: Which, key: str, spot: Spot, *, sure: bool = False
    ) -> None:
        """Say what a ticket is about: a label to learn from; moving it is offered, not forced.

        Where that ends a complaint it is asked first, unless one is `sure`.
        """
        topic = self._context.shop.topics.get(key)
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            if topic is None:
                raise Refusal("no-such-topic", topics=topic_lines(self._context, actor))
            ending = await dropping.ended_by(tx, self._context, actor, ticket, topic)
            if ending is not None and not sure:
                await dropping.ask(tx, turn, actor, ticket, topic, spot)
                return
            ticket.topic_id, ticket.certainty = topic.id, "staff"
            if ticket.state == ASKING:
                ticket.state, ticket.ask_until, ticket.choosing = OPEN, None, False
            ticket.changed_at = turn.now
            label(tx, ticket, topic.key, TOPIC_CHANGE, actor.tg_id, turn.now)
            record(tx, turn.now, actor.tg_id, "topic", ticket.id, topic=topic.key)
            await dropping.follow(tx, self._context, turn, actor, ticket, ending)
            await self._show(tx, turn, ticket)
            await promises.place_topic(tx, turn.now, ticket, "rename")
            await nod(tx, turn, spot)
            queue = self._context.shop.queue_of(topic.key)
            if queue is not None and queue.id != ticket.queue_id and ticket.state != RESOLVED:
                await self._offer(tx, turn, actor, spot, ticket, queue)

    def queue_lines(self, actor: Actor) -> dict[str, Any]:
        """The queues, one a line, as an argument of a sentence."""
        return {
            "lines": [
                {"key": "choice-line", "args": {"name": one.key, "title": _title(one, actor)}}
                for one in self._context.shop.queues.values()
            ]
        }

    async def _movable(self, tx: Session, actor: Actor, which: Which) -> Ticket:
        ticket = await workable(tx, actor, which)
        if ticket.state == RESOLVED:
            raise Refusal("already-resolved", number=str(ticket.id))
        return ticket

    def _colleague(self, staff_id: int) -> Actor:
        found = self._context.directory.by_staff_id(staff_id)
        if found is None:
            raise Refusal("button-old")
        if not found.reachable:
            raise Refusal("colleague-unreachable", name=found.name)
        return found

    async def _to_queue(
        self, tx: Session, turn: Turn, actor: Actor, ticket: Ticket, queue: QueueView
    ) -> None:
        old = ticket.queue_id
        record(tx, turn.now, actor.tg_id, "transfer", ticket.id, old=old, new=queue.id)
        label_by_transfer(tx, self._context.shop, ticket, queue, actor.tg_id, turn.now)
        await leave(tx, turn.now, ticket)
        ticket.queue_id, ticket.state = queue.id, OPEN
        ticket.agent_id = ticket.taken_at = ticket.ask_until = ticket.told_at = None
        ticket.choosing = False
        ticket.waiting_since = ticket.waiting_since or turn.now
        ticket.due_at = queue.due(turn.now)
        ticket.changed_at = turn.now
        await self._show(tx, turn, ticket)
        await self._context.boards.show(tx, turn.now, old)
        await self._context.boards.show(tx, turn.now, queue.id, loud=True)

    async def _hand_over(
        self, tx: Session, turn: Turn, actor: Actor, ticket: Ticket, target: Actor
    ) -> None:
        record(tx, turn.now, actor.tg_id, "hand_over", ticket.id, staff=target.staff_id)
        was_waiting = ticket.state in WAITING
        ticket.state, ticket.agent_id = TAKEN, target.staff_id
        ticket.taken_at = ticket.changed_at = turn.now
        ticket.ask_until = ticket.reminded_at = None
        await promises.tell(
            tx, turn.now, target, "handed-over", number=str(ticket.id), name=actor.name
        )
        if not self._stays(ticket, target):
            await leave(tx, turn.now, ticket)
            ticket.place_chat_id = target.tg_id
            await open_place(tx, turn.now, ticket)
        await self._show(tx, turn, ticket)
        if was_waiting:
            await self._context.boards.show(tx, turn.now, ticket.queue_id)

    def _stays(self, ticket: Ticket, target: Actor) -> bool:
        """A forum is shared by those who answer its queue; private chats are not."""
        in_forum = ticket.place_chat_id is not None and ticket.place_chat_id < 0
        return in_forum and ticket.queue_id in target.queues

    async def _show(self, tx: Session, turn: Turn, ticket: Ticket) -> None:
        customer = await customer_of(tx, ticket)
        await promises.show_ticket(tx, turn.now, ticket)
        await promises.show_mine(tx, turn.now, ticket, customer.tg_id)
        await self._context.boards.show(tx, turn.now, ticket.queue_id)

    async def _confirm(
        self, tx: Session, turn: Turn, actor: Actor, spot: Spot, ticket: Ticket, to: str
    ) -> None:
        await answer(tx, turn, spot, actor, "moved-to", number=str(ticket.id), to=to)
        await nod(tx, turn, Spot(spot.chat_id, pressed=spot.pressed))

    async def _offer(
        self, tx: Session, turn: Turn, actor: Actor, spot: Spot, ticket: Ticket, queue: QueueView
    ) -> None:
        keyboard = {"name": "move", "ref": ticket.ref, "queue": queue.key}
        here = Spot(spot.chat_id, spot.thread_id)
        title = _title(queue, actor)
        await answer(tx, turn, here, actor, "move-offer", keyboard=keyboard, queue=title)


def _title(queue: QueueView, actor: Actor) -> str:
    return queue.titles[actor.language]


def topic_lines(context: Context, actor: Actor) -> dict[str, Any]:
    """The topics, one a line, as an argument of a sentence."""
    return {
        "lines": [
            {"key": "choice-line", "args": {"name": key, "title": topic.titles[actor.language]}}
            for key, topic in context.shop.topics.items()
        ]
    }
