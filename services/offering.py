"""Choices put to staff as buttons: where a ticket could go, what it could be about."""

from models import people, tickets
from models.store import Session
from models.turn import Turn
from services import prompts
from services.context import Context
from services.errors import Refusal
from services.people import Actor
from services.spot import Spot, answer
from services.tracing import Which, workable

MOST_COLLEAGUES = 12
MOST_TICKETS = 20


class Offering:
    """Asks with buttons what a command left open."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def where_to(self, turn: Turn, actor: Actor, which: Which, spot: Spot) -> None:
        """Which queue, or which colleague on duty."""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            queues = [
                [queue.titles[actor.language], queue.key]
                for queue in self._context.shop.queues.values()
                if queue.id != ticket.queue_id
            ]
            people = self._colleagues(actor, ticket.queue_id, ticket.agent_id)
            keyboard = {
                "name": "transfer",
                "ref": ticket.ref,
                "queues": queues,
                "people": people,
            }
            number = str(ticket.id)
            await answer(tx, turn, spot, actor, "transfer-ask", keyboard=keyboard, number=number)

    async def whom(self, turn: Turn, actor: Actor, which: Which, spot: Spot) -> None:
        """Which colleague to ask in."""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            people = self._colleagues(actor, None, ticket.agent_id)
            if not people:
                raise Refusal("nobody-to-call")
            keyboard = {"name": "callin", "ref": ticket.ref, "people": people}
            number = str(ticket.id)
            await answer(tx, turn, spot, actor, "callin-ask", keyboard=keyboard, number=number)

    async def about_what(self, turn: Turn, actor: Actor, which: Which, spot: Spot) -> None:
        """Which topic."""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            topics = [
                [topic.titles[actor.language], str(topic.id)]
                for topic in self._context.shop.topics.values()
                if topic.queue_id is not None and topic.id != ticket.topic_id
            ]
            keyboard = {"name": "topics", "ref": ticket.ref, "topics": topics}
            number = str(ticket.id)
            await answer(tx, turn, spot, actor, "topic-ask", keyboard=keyboard, number=number)

    async def which_ticket(self, turn: Turn, actor: Actor, spot: Spot) -> None:
        """A message in private that answers nothing: for which of one's tickets is it?"""
        async with self._context.store.look() as tx:
            mine = await self._in_hand(tx, actor)
        async with self._context.store.change(turn) as tx:
            if not mine:
                await answer(tx, turn, spot, actor, "reply-how")
                return
            keyboard = {"name": "which", "inbox": turn.inbox_id, "tickets": mine}
            await answer(tx, turn, spot, actor, "which-ticket", keyboard=keyboard)

    async def whether(self, turn: Turn, actor: Actor, which: Which, until: str, spot: Spot) -> None:
        """Words that came when the bot waited for others no more: are they for the customer?"""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            await prompts.end(tx, turn, actor.tg_id, spot)
            keyboard = {"name": "whether", "inbox": turn.inbox_id, "ref": ticket.ref}
            said = {"until": {"by": until, "now": turn.now.isoformat()}, "number": str(ticket.id)}
            await answer(tx, turn, spot, actor, "late-words-ask", keyboard=keyboard, **said)

    async def _in_hand(self, tx: Session, actor: Actor) -> list[list[str]]:
        mine = await tickets.live_of_agent(tx, actor.staff_id or 0, MOST_TICKETS)
        names = await people.customers_by_ids(tx, [one.customer_id for one in mine])
        return [[str(one.id), one.ref, names[one.customer_id].name] for one in mine]

    def _colleagues(
        self, actor: Actor, queue_id: int | None, holder: int | None
    ) -> list[list[str]]:
        """Who is on duty, those of the queue first."""
        around = [
            one
            for one in self._context.directory.staff()
            if one.on_duty
            and one.reachable
            and one.staff_id not in (actor.staff_id, holder)
            and (queue_id is None or one.answers(queue_id))
        ]
        around.sort(key=lambda one: (queue_id not in one.queues, one.name))
        return [[one.name, str(one.staff_id)] for one in around[:MOST_COLLEAGUES]]
