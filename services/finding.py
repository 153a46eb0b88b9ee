"""What staff ask to see: what waits, what is theirs, a customer, a page of the board."""

from typing import Any

from models import people
from models.journal import claim, record
from models.queues import write_setting
from models.store import Session
from models.trade import placed
from models.turn import Turn
from services import kept_back, promises, prompts
from services.context import Context
from services.errors import Refusal
from services.listing import page_name
from services.people import Actor
from services.spot import Spot, answer
from services.tracing import Which, workable
from services.trade.order_facts import queue_of

MODES = {True: "as-customer", False: "as-staff"}


class Finding:
    """Shows lists and cards where they were asked for."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def waiting(self, turn: Turn, actor: Actor, spot: Spot) -> None:
        """What waits: in a group its queues' boards anew, in private all of one's own queues."""
        here = [one for one in self._context.shop.queues.values() if one.chat_id == spot.chat_id]
        async with self._context.store.change(turn) as tx:
            for queue in here:
                await promises.show(tx, turn.now, spot.chat_id, "board", queue.id, anew=True)
                if queue.id == queue_of(self._context.shop).id and await placed.any_to_show(tx):
                    await promises.show(tx, turn.now, spot.chat_id, "orders", queue.id, anew=True)
            if not here:
                await self._list(tx, turn, actor, spot, "lines")

    async def mine(self, turn: Turn, actor: Actor, spot: Spot) -> None:
        """What one has in hand."""
        async with self._context.store.change(turn) as tx:
            await self._list(tx, turn, actor, spot, "hand")

    async def refresh(self, turn: Turn, actor: Actor, card: str, spot: Spot) -> None:
        """The same list as it is now."""
        if card not in ("lines", "hand"):
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            await promises.show(
                tx, turn.now, spot.chat_id, card, actor.tg_id, thread=spot.thread_id
            )

    async def card(self, turn: Turn, actor: Actor, which: Which, spot: Spot) -> None:
        """The customer's card, and the ticket's own."""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            await self._show(tx, turn, spot, "customer", ticket.id)
            await self._show(tx, turn, spot, "ticket", ticket.id)

    async def customer(self, turn: Turn, actor: Actor, which: Which, spot: Spot) -> None:
        """The customer's card alone."""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            await self._show(tx, turn, spot, "customer", ticket.id)

    async def turn_card(
        self, turn: Turn, actor: Actor, which: Which, page: str, spot: Spot
    ) -> None:
        """Another page of a customer's card, in place."""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            name = f"customer/{page}" if page else "customer"
            await promises.show(tx, turn.now, spot.chat_id, name, ticket.id, thread=spot.thread_id)

    async def open(self, turn: Turn, actor: Actor, which: Which, spot: Spot) -> None:
        """A ticket's card, near at hand again; in private one can answer it."""
        async with self._context.store.change(turn) as tx:
            ticket = await workable(tx, actor, which)
            await self._show(tx, turn, spot, "ticket", ticket.id)

    async def turn_page(
        self, turn: Turn, actor: Actor, queue_key: str, page: int, spot: Spot
    ) -> None:
        """Other buttons on the board; after a while it turns back to the oldest by itself."""
        queue = self._context.shop.queue_by_key(queue_key)
        if queue is None or not actor.answers(queue.id):
            raise Refusal("not-your-queue")
        async with self._context.store.change(turn) as tx:
            kept = {"page": page, "at": turn.now.isoformat()}
            await write_setting(tx, page_name(queue.id, spot.chat_id), kept)
            await promises.show(tx, turn.now, spot.chat_id, "board", queue.id)

    async def drop(self, turn: Turn, spot: Spot) -> None:
        """A question is not to be answered: it goes away."""
        async with self._context.store.change(turn) as tx:
            if spot.pressed is not None:
                await promises.delete(tx, turn.now, spot.chat_id, spot.pressed)

    async def never_mind(self, turn: Turn, actor: Actor, asker: str, spot: Spot) -> None:
        """Whoever was asked has no answer: the question goes away; raises Refusal for others."""
        if asker not in ("", str(actor.tg_id)):  # buttons of an earlier version name nobody
            raise Refusal("prompt-not-yours")
        async with self._context.store.change(turn) as tx:
            await prompts.end(tx, turn, actor.tg_id, spot)
            if spot.pressed is not None:
                await promises.delete(tx, turn.now, spot.chat_id, spot.pressed)

    async def call_off(self, turn: Turn, actor: Actor, spot: Spot) -> None:
        """Whatever the bot was waiting for, it is not needed."""
        async with self._context.store.change(turn) as tx:
            await prompts.end(tx, turn, actor.tg_id, spot)
            await answer(tx, turn, spot, actor, "staff-cancelled")

    async def write_as_customer(self, turn: Turn, actor: Actor, on: bool) -> None:
        """In private, be a customer for a while, to see what customers see; or staff again."""
        async with self._context.store.change(turn) as tx:
            staff = await people.staff_by_tg(tx, actor.tg_id)
            if staff is None or not staff.active:
                raise Refusal("not-allowed")
            staff.as_customer = on
            record(tx, turn.now, actor.tg_id, MODES[on])
            keyboard = {"name": MODES[not on]}
            await promises.tell(tx, turn.now, actor, f"{MODES[on]}-now", keyboard=keyboard)
        await self._context.directory.renew()

    async def ask_language(self, turn: Turn, actor: Actor) -> None:
        """Offer the languages."""
        async with self._context.store.change(turn) as tx:
            await promises.tell(tx, turn.now, actor, "language-ask", keyboard={"name": "language"})

    async def choose_language(self, turn: Turn, actor: Actor, language: str) -> None:
        """Speak this language with a staff member from now on; groups keep the shop's."""
        async with self._context.store.change(turn) as tx:
            staff = await people.staff_by_tg(tx, actor.tg_id)
            if staff is None or not staff.active:
                raise Refusal("not-allowed")
            staff.language = language
            await promises.say(tx, turn.now, actor.tg_id, language, "language-chosen")
        await self._context.directory.renew()

    async def remind_of_mode(self, turn: Turn, actor: Actor) -> None:
        """Staff's commands wait until one is staff again; the button back stands by."""
        async with self._context.store.change(turn) as tx:
            keyboard = {"name": "as-staff"}
            await promises.tell(tx, turn.now, actor, "as-customer-still", keyboard=keyboard)

    async def help(self, turn: Turn, actor: Actor, spot: Spot) -> None:
        """What a member of a role can do, by example."""
        private = spot.chat_id > 0
        async with self._context.store.change(turn) as tx:
            await promises.say(
                tx,
                turn.now,
                spot.chat_id,
                actor.language,
                "staff-help",
                thread_id=spot.thread_id,
                keyboard={"name": "as-customer"} if private else None,
                name=actor.name,
                where={"key": "help-private" if private else "help-group"},
                more={"key": f"help-of-{actor.role}"},
            )

    async def stranger(self, turn: Turn, actor: Actor, spot: Spot) -> None:
        """Somebody not on the staff writes in a ticket's topic: told once that it goes nowhere."""
        async with self._context.store.change(turn) as tx:
            if await claim(tx, "stranger", f"{spot.chat_id}:{actor.tg_id}", turn.now):
                await answer(tx, turn, spot, actor, "stranger-here")

    async def held_back(self, actor: Actor, inbox_id: int, chat_id: int) -> list[Any]:
        """The message that waits to be told where it goes; Refusal when it can't be sent."""
        async with self._context.store.look() as tx:
            return await kept_back.kept_back(tx, actor, inbox_id, chat_id)

    async def continues_album(self, actor: Actor, inbox_id: int | None, album: str) -> bool:
        """Whether the message before this one in the chat is of the same album."""
        if inbox_id is None:
            return False
        async with self._context.store.look() as tx:
            return await kept_back.continues_album(tx, actor, inbox_id, album)

    async def _list(self, tx: Session, turn: Turn, actor: Actor, spot: Spot, card: str) -> None:
        await promises.show(
            tx, turn.now, spot.chat_id, card, actor.tg_id, anew=True, thread=spot.thread_id
        )

    async def _show(self, tx: Session, turn: Turn, spot: Spot, card: str, subject: int) -> None:
        await promises.show(
            tx, turn.now, spot.chat_id, card, subject, anew=True, thread=spot.thread_id
        )
