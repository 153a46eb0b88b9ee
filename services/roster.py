"""The staff as an admin sees it: the list, and one person's pages."""

from dataclasses import dataclass

from models import tickets
from services.context import Context
from services.people import Actor
from services.shop import Shop

LIST, ROLES, QUEUES, LEAVE = "list", "roles", "queues", "leave"


@dataclass(frozen=True, slots=True)
class RosterView:
    """One page; `member` is None on the list, and when the person has left the staff."""

    page: str
    arg: str
    staff: tuple[Actor, ...]
    member: Actor | None
    in_hand: int
    shop: Shop


async def read_roster(context: Context, page: str) -> RosterView:
    """The page `list`, `ID`, `ID.roles`, `ID.roles.ROLE`, `ID.queues` or `ID.leave`."""
    ref, _, rest = page.partition(".")
    name, _, arg = rest.partition(".")
    member = context.directory.by_staff_id(int(ref)) if ref.isdigit() else None
    in_hand = 0
    if member is not None and member.staff_id is not None:
        async with context.store.look() as tx:
            in_hand = len(await tickets.live_of_agent(tx, member.staff_id, 1000))
    staff = sorted(context.directory.staff(), key=lambda one: one.staff_id or 0)
    return RosterView(name if member else LIST, arg, tuple(staff), member, in_hand, context.shop)
