"""A person's data erased everywhere, in one change; and the rest once their orders have ended."""

import asyncio
from datetime import datetime, timedelta

from models import people, queues
from models.journal import record
from models.own import acts, erasing, sparing, traces
from models.own.erasure import Erasure
from models.own.reach import Person
from models.own.traces import Traces
from models.people import Customer
from models.store import Session
from models.tickets import by_ref as ticket_by_ref
from models.turn import Toast, Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.incoming import Sender
from services.invitations import still_admin
from services.people import Actor
from services.privacy.own_data import asking, files, leaving, terms
from services.privacy.own_data.exporting import person_of
from services.privacy.own_data.marks import mark_of
from services.rewording import reword

OWN_WISH, ASKED, ENDED = "own wish", "asked", "orders ended"
STAYS_AFTER = timedelta(hours=48)
AT_ONCE = 20


class Erasing:
    """Erases people; whatever was there before a moment is nowhere after it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._folder = context.shelf.folder

    async def erase(self, turn: Turn, sender: Sender, stamp: str, asked_at: int) -> None:
        """At the person's own wish, said twice; Refusal when there is nothing, or too late."""
        asking.still_meant(stamp, turn.now)
        async with self._context.store.change(turn) as tx:
            customer = await people.customer_by_tg(tx, sender.tg_id)
            if customer is None:
                raise Refusal("own-nothing")
            if customer.erased_at is not None and await self._waits(tx, customer):
                raise Refusal("erase-waits-already")
            await self._all(tx, turn, customer, OWN_WISH, turn.now, asked_at)
            turn.toast = Toast("erase-toast")
        await self._after(turn.now, customer.id)

    async def erase_for(
        self, turn: Turn, actor: Actor, ref: str, stamp: str, asked_at: int
    ) -> None:
        """By an admin, for somebody who asked in another way; the question names them no more."""
        asking.still_meant(stamp, turn.now)
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            customer = await asking.owner_of(tx, await ticket_by_ref(tx, ref))
            act = await self._all(tx, turn, customer, ASKED, turn.now)
            record(tx, turn.now, actor.tg_id, "erase_for", act=act)
            to = tx, turn.now, actor.tg_id, asked_at, actor.language
            await reword(*to, "erase-done-for", act=str(act))
            turn.toast = Toast("erase-toast")
        await self._after(turn.now, customer.id)

    async def finish(self, now: datetime) -> None:
        """Those who waited for their orders: erased as soon as the last one has ended."""
        async with self._context.store.look() as tx:
            ready = await self._ready(tx)
        for customer_id, asked_at in ready[:AT_ONCE]:
            turn = Turn(bot_id=0, now=now)
            async with self._context.store.change(turn) as tx:
                customer = await tx.get(Customer, customer_id)
                if customer is None or customer.erased_at is None or customer.tg_id < 0:
                    continue
                if not await self._waits(tx, customer):
                    await self._all(tx, turn, customer, ENDED, asked_at)
            await self._after(now, customer_id)

    async def _ready(self, tx: Session) -> list[tuple[int, datetime]]:
        found = []
        for key, asked_at in (await asking.waiting(tx)).items():
            customer = await tx.get(Customer, int(key))
            if customer is None or not await self._waits(tx, customer):
                found.append((int(key), datetime.fromisoformat(asked_at)))
        return found

    async def _waits(self, tx: Session, customer: Customer) -> bool:
        person = await person_of(tx, self._context, customer)
        return bool(await erasing.under_way(tx, person))

    async def _all(
        self,
        tx: Session,
        turn: Turn,
        customer: Customer,
        reason: str,
        asked_at: datetime,
        question: int | None = None,
    ) -> int:
        now, person = turn.now, await person_of(tx, self._context, customer)
        language, mark = customer.language, await mark_of(tx, person.tg_id)
        found = await traces.of_person(tx, person, now - STAYS_AFTER)
        numbers = await erasing.under_way(tx, person)
        await acts.withdraw_all(tx, person.customer_id, now)
        erasure = Erasure(person, now, await sparing.nobody(tx, now), turn.inbox_id)
        whole = await erasing.erase(tx, erasure)
        if question is not None:  # not before: an erasure stops what was promised before it
            await promises.take_buttons(tx, now, person.tg_id, question)
        await self._elsewhere(tx, turn, person, found)
        act = await acts.write(
            tx,
            erasure,
            mark,
            reason,
            asked_at,
            waits_for=numbers,
            kept_until=self._until(now),
            customer=None if erasure.found["customer"].get("deleted") else person.customer_id,
        )
        record(tx, now, 0, "erase", act=act, reason=reason)
        await self._note_waiting(tx, person, asked_at, whole)
        await self._tell(tx, now, person, language, act, numbers)
        await leaving.note(tx, self._context, now, person, found)
        return act

    def _until(self, now: datetime) -> dict[str, str]:
        kept = {}
        for name in ("orders_years", "consents_years"):
            days = terms.days(self._context.shop.facts, name) or 0
            kept[name.removesuffix("_years")] = f"{now + timedelta(days=days):%Y-%m-%d}"
        return kept

    async def _elsewhere(self, tx: Session, turn: Turn, person: Person, found: Traces) -> None:
        """Dialogs in memory, messages in the staff's chats, cards that showed the person."""
        for key in found.dialogs:
            turn.fsm[key] = (None, {})
        await leaving.take_away(tx, turn.now, found)
        for ticket_id, queue_id, agent_id in found.live:
            agent = self._context.directory.by_staff_id(agent_id)
            if agent is not None and agent.reachable and agent.tg_id != person.tg_id:
                await promises.tell(tx, turn.now, agent, "erase-ticket", number=str(ticket_id))
                await promises.show_again(tx, turn.now, "hand", agent.tg_id)
            await self._context.boards.show(tx, turn.now, queue_id)
        await leaving.show_orders(tx, turn.now, found)
        await leaving.show_lists(tx, turn.now)

    async def _note_waiting(
        self, tx: Session, person: Person, asked_at: datetime, whole: bool
    ) -> None:
        left = await asking.waiting(tx)
        key = str(person.customer_id)
        if whole and key not in left:
            return
        if whole:
            del left[key]
        else:
            left[key] = asked_at.isoformat()
        await queues.write_setting(tx, asking.WAITING, left)

    async def _tell(
        self,
        tx: Session,
        now: datetime,
        person: Person,
        language: str,
        act: int,
        numbers: list[int],
    ) -> None:
        said = ", ".join(f"№{one}" for one in numbers)
        if numbers:
            await promises.say(
                tx, now, person.tg_id, language, "erase-done-but", act=str(act), numbers=said
            )
        else:
            await promises.say(tx, now, person.tg_id, language, "erase-done", act=str(act))

    async def _after(self, now: datetime, customer_id: int) -> None:
        await asyncio.to_thread(files.forget_of, self._folder, customer_id)
        await leaving.sweep(self._context, now)

    async def sweep(self, now: datetime) -> None:
        """What earlier erasures left for later."""
        await leaving.sweep(self._context, now)
