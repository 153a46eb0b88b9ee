"""A staff member's own doings: on and off duty, the name customers see, being reached at all."""

from datetime import datetime

from models import people
from models.journal import record
from models.people import Staff
from models.store import Session
from models.turn import Turn
from services import promises
from services.context import Context
from services.customers import reached
from services.errors import Refusal
from services.incoming import Sender
from services.people import Actor, language_of
from services.returning import can_not_be_reached
from services.staffing import FIRST_NAME

NAME = 64


class Presence:
    """Who is here, and how they are called."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def duty(self, turn: Turn, actor: Actor, on: bool, chat_id: int) -> None:
        """Go on or off duty; a queue with nobody on duty shows its board to the admins too."""
        async with self._context.store.change(turn) as tx:
            staff = await _own(tx, actor)
            staff.on_duty = on
            record(tx, turn.now, actor.tg_id, "duty_on" if on else "duty_off")
            await promises.say(
                tx,
                turn.now,
                chat_id,
                actor.language,
                "duty-on" if on else "duty-off",
                keyboard={"name": "duty", "on": on, "private": chat_id > 0},
                name=actor.name,
            )
            for queue_id in () if on else sorted(self._left_alone(actor)):
                await self._tell_alone(tx, turn, actor, queue_id)
        await self._context.directory.renew()
        await self._context.show_boards(turn.now, *sorted(actor.queues))

    def _left_alone(self, actor: Actor) -> set[int]:
        directory = self._context.directory
        return {
            queue_id
            for queue_id in actor.queues
            if not any(o.on_duty and o.tg_id != actor.tg_id for o in directory.members(queue_id))
        }

    async def _tell_alone(self, tx: Session, turn: Turn, actor: Actor, queue_id: int) -> None:
        queue = self._context.shop.queues.get(queue_id)
        for admin in self._context.directory.admins():
            if queue is not None and admin.tg_id != actor.tg_id:
                title = queue.titles[admin.language]
                await promises.tell(tx, turn.now, admin, "queue-alone", queue=title)

    def name_of(self, words: str) -> str:
        """The name in somebody's words; raises Refusal when there is none, or it is too long."""
        said = " ".join(words.split())
        if not said or len(said) > NAME:
            raise Refusal("name-how")
        return said

    async def rename(self, turn: Turn, actor: Actor, name: str) -> None:
        """Set the name that customers see over one's answers."""
        async with self._context.store.change(turn) as tx:
            staff = await _own(tx, actor)
            staff.name = name
            record(tx, turn.now, actor.tg_id, "rename")
            await promises.tell(tx, turn.now, actor, "name-set", name=name)
        await self._context.directory.renew()

    async def arrived(self, now: datetime, sender: Sender) -> None:
        """A staff member wrote to the bot in private: they can be reached there from now on."""
        async with self._context.store.change() as tx:
            staff = await people.staff_by_tg(tx, sender.tg_id)
            if staff is None or not staff.active:
                return
            staff.reachable = True
            if staff.name == FIRST_NAME:
                staff.name = sender.name[:NAME]
                staff.language = language_of(sender.language_code)
        await self._context.directory.renew()
        await self._context.show_boards(now)

    def must_arrive(self, actor: Actor) -> bool:
        """Whether it is news that this person writes to the bot."""
        return actor.staff_id is not None and (not actor.reachable or actor.name == FIRST_NAME)

    async def blocked(self, turn: Turn, tg_id: int) -> None:
        """Somebody blocked the bot: nothing reaches them until they come back."""
        async with self._context.store.change(turn) as tx:
            customer = await people.customer_by_tg(tx, tg_id)
            if customer is not None:
                await reached(tx, turn.now, customer, False)
            news = await can_not_be_reached(tx, self._context, turn.now, tg_id)
        if news:
            await self._context.directory.renew()
            await self._context.show_boards(turn.now)

    async def unblocked(self, turn: Turn, tg_id: int) -> None:
        """Somebody let the bot in again."""
        async with self._context.store.change(turn) as tx:
            customer = await people.customer_by_tg(tx, tg_id)
            staff = await people.staff_by_tg(tx, tg_id)
            if customer is not None:
                await reached(tx, turn.now, customer, True)
            if staff is not None:
                staff.reachable = True
        await self._context.directory.renew()
        await self._context.show_boards(turn.now)


async def _own(tx: Session, actor: Actor) -> Staff:
    staff = await people.staff_by_tg(tx, actor.tg_id)
    if staff is None or not staff.active:
        raise Refusal("not-allowed")
    return staff
