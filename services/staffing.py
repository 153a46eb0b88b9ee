"""The staff: first admins, roles, queues, leaving; what changes is told to the other admins."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from models import people, tickets
from models.journal import record
from models.people import ADMIN, ROLES, SUPERVISOR, Staff
from models.store import Session
from models.tickets import PENDING, TAKEN
from models.turn import Turn
from services import promises
from services.context import Context
from services.errors import Refusal
from services.invitations import still_admin
from services.people import Actor
from services.returning import give_back

FIRST_NAME = "Администратор"


class Staffing:
    """Who works here; every change is an admin's, checked as stored at that moment."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._named: frozenset[int] = frozenset()

    async def first_admins(self, tx: Session, tg_ids: Sequence[int], now: datetime) -> None:
        """Those whom the settings name are admins from the start."""
        self._named = frozenset(tg_ids)
        for tg_id in tg_ids:
            known = await people.staff_by_tg(tx, tg_id)
            if known is None:
                tx.add(
                    Staff(
                        tg_id=tg_id,
                        name=FIRST_NAME,
                        role=ADMIN,
                        reachable=True,
                        created_at=now,
                    )
                )
                record(tx, now, tg_id, "first_admin")
            elif known.role != ADMIN or not known.active:
                known.role, known.active = ADMIN, True
                record(tx, now, tg_id, "first_admin")

    @property
    def has_admin(self) -> bool:
        """Whether anybody can set up the shop."""
        return bool(self._context.directory.admins())

    async def page(self, turn: Turn, actor: Actor, page: str, *, anew: bool = False) -> None:
        """Show an admin one page of the staff, in private."""
        async with self._context.store.change(turn) as tx:
            await still_admin(tx, actor)
            await promises.show(tx, turn.now, actor.tg_id, f"staff/{page}", 0, anew=anew)

    async def set_role(self, turn: Turn, actor: Actor, staff_id: int, role: str) -> None:
        """Give somebody another role.

        Raises Refusal when that would leave nobody an admin, or undo the settings.
        """
        if role not in ROLES:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            staff = await self._member(tx, actor, staff_id)
            if staff.role == ADMIN and role != ADMIN:
                await self._spare(tx, staff)
            staff.role = role
            record(tx, turn.now, actor.tg_id, "set_role", staff=staff_id, role=role)
            words: dict[str, Any] = {"role": {"key": f"role-{role}"}}
            await promises.say(tx, turn.now, staff.tg_id, staff.language, "your-role", **words)
            await self._tell_others(tx, turn, actor, "role-told", name=staff.name, **words)
        await self._renewed(turn, actor, str(staff_id))

    async def switch_queue(self, turn: Turn, actor: Actor, staff_id: int, queue_id: int) -> None:
        """Make somebody answer a queue, or no longer; tickets of it in hand go back."""
        queue = self._context.shop.queues.get(queue_id)
        if queue is None:
            raise Refusal("button-old")
        async with self._context.store.change(turn) as tx:
            staff = await self._member(tx, actor, staff_id)
            joins = queue_id not in (await people.memberships(tx)).get(staff_id, set())
            if joins:
                await people.join_queue(tx, staff_id, queue_id)
            else:
                await people.leave_queue(tx, staff_id, queue_id)
                await self._take_away(tx, turn, staff, queue_id)
            key = "queue-joined" if joins else "queue-left"
            record(tx, turn.now, actor.tg_id, key, staff=staff_id, queue=queue.key)
            title = queue.titles[staff.language]
            await promises.say(tx, turn.now, staff.tg_id, staff.language, key, queue=title)
        await self._renewed(turn, actor, f"{staff_id}.queues")

    async def dismiss(self, turn: Turn, actor: Actor, staff_id: int) -> None:
        """Somebody leaves the staff: rights end at once, tickets in hand return to their queues."""
        async with self._context.store.change(turn) as tx:
            staff = await self._member(tx, actor, staff_id)
            if staff.role == ADMIN:
                await self._spare(tx, staff)
            staff.active = staff.on_duty = False
            await people.leave_queues(tx, staff_id)
            count = await self._take_away(tx, turn, staff)
            record(tx, turn.now, actor.tg_id, "dismiss", staff=staff_id, tickets=count)
            await promises.say(tx, turn.now, staff.tg_id, staff.language, "you-left-staff")
            await self._tell_others(tx, turn, actor, "dismissed", name=staff.name, count=count)
        await self._renewed(turn, actor, "list")

    async def give_back(self, turn: Turn, actor: Actor, ref: str) -> None:
        """A supervisor puts a ticket that its agent does not answer back into the queue."""
        async with self._context.store.change(turn) as tx:
            ticket = await tickets.by_ref(tx, ref)
            if ticket is None or not actor.is_at_least(SUPERVISOR):
                raise Refusal("no-such-ticket")
            if ticket.state not in (TAKEN, PENDING):
                raise Refusal("not-in-hand", number=str(ticket.id))
            agent = self._context.directory.by_staff_id(ticket.agent_id)
            record(tx, turn.now, actor.tg_id, "give_back", ticket.id)
            await give_back(tx, self._context, turn.now, ticket)
            if agent is not None and agent.tg_id != actor.tg_id:
                number = str(ticket.id)
                await promises.tell(tx, turn.now, agent, "given-back", number=number, by=actor.name)

    async def _member(self, tx: Session, actor: Actor, staff_id: int) -> Staff:
        await still_admin(tx, actor)
        staff = await tx.get(Staff, staff_id, with_for_update=True)
        if staff is None or not staff.active:
            raise Refusal("not-on-staff")
        return staff

    async def _spare(self, tx: Session, staff: Staff) -> None:
        if staff.tg_id in self._named:
            raise Refusal("admin-by-settings", name=staff.name)
        if await people.active_admins(tx) <= 1:
            raise Refusal("last-admin")

    async def _take_away(
        self, tx: Session, turn: Turn, staff: Staff, queue_id: int | None = None
    ) -> int:
        in_hand = await tickets.live_of_agent(tx, staff.id, 1000)
        going = [one for one in in_hand if queue_id in (None, one.queue_id)]
        if queue_id is not None and staff.role != people.AGENT:
            return 0
        for ticket in going:
            await give_back(tx, self._context, turn.now, ticket)
        return len(going)

    async def _tell_others(
        self, tx: Session, turn: Turn, actor: Actor, key: str, **args: Any
    ) -> None:
        for admin in self._context.directory.admins():
            if admin.tg_id != actor.tg_id:
                await promises.tell(tx, turn.now, admin, key, by=actor.name, **args)

    async def _renewed(self, turn: Turn, actor: Actor, page: str) -> None:
        await self._context.directory.renew()
        async with self._context.store.change() as tx:
            await promises.show(tx, turn.now, actor.tg_id, f"staff/{page}", 0)
        await self._context.show_boards(turn.now)
