"""What the card of wishes shows, and wishes by week."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from models.memory import wishing
from models.memory.wishes import Wish, WishGroup
from models.memory.wishing import Counted
from services.context import Context
from services.weeks import bounds, monday_of, mondays

CARD = "wishes"
FIRST = "list.open.0"
AT_ONCE = 6
EXAMPLES = 4
FEW = 50  # so many of those who would be told are looked at for an example
TELLING = 3  # weeks with wishes, from which on a picture tells something
TOP = 30


@dataclass(frozen=True, slots=True)
class WishList:
    """A page of groups; `lately`: people of this week by group."""

    state: str
    page: int
    groups: tuple[Counted, ...]
    lately: Mapping[int, int]
    more: bool


@dataclass(frozen=True, slots=True)
class WishGroupView:
    """One group: examples with their tickets, people by week, and whom to merge it with.

    `untold`: people who wished for it and were not told that it is there; `willing`: how many of
    them agreed to news. `told`: what the next of them would read, in the words of one of them, and
    None for those whose wish staff wrote down.
    """

    counted: Counted
    page: int
    examples: tuple[tuple[Wish, str | None], ...]
    more: bool
    weeks: tuple[int, ...]
    untold: int
    willing: int
    told: tuple[str | None, ...] = ()
    others: tuple[Counted, ...] = ()


@dataclass(frozen=True, slots=True)
class WishWeeks:
    """The groups most wished for, and how many people wished for them week by week."""

    mondays: tuple[date, ...]
    groups: tuple[tuple[Counted, tuple[int, ...]], ...]
    totals: tuple[int, ...]

    @property
    def tells(self) -> bool:
        """Whether there are weeks enough for a picture."""
        return sum(bool(one) for one in self.totals) >= TELLING


async def read_list(context: Context, state: str, page: int, now: datetime) -> WishList:
    """Groups in a state, those that most people wish for first."""
    limits = bounds(monday_of(now, context.shop.zone), context.shop.zone)
    async with context.store.look() as tx:
        found = await wishing.groups(tx, state, page * AT_ONCE, AT_ONCE + 1)
        lately = await wishing.by_week(tx, limits[-2:])
    present = {group: sum(weeks.values()) for group, weeks in lately.items()}
    return WishList(state, page, tuple(found[:AT_ONCE]), present, len(found) > AT_ONCE)


async def read_group(
    context: Context, ref: str, page: int, now: datetime, *, merging: bool = False
) -> WishGroupView | None:
    """One group; None when it is gone or nothing of it is left."""
    limits = bounds(monday_of(now, context.shop.zone), context.shop.zone)
    async with context.store.look() as tx:
        group = await wishing.group_seen(tx, ref)
        found = await wishing.some_groups(tx, [group.id]) if group is not None else {}
        if group is None or group.id not in found:
            return None
        said = await wishing.examples(tx, group.id, page * EXAMPLES, EXAMPLES + 1)
        weeks = (await wishing.by_week(tx, limits, group.id)).get(group.id, {})
        untold, willing = await wishing.count_untold(tx, group.id, dedup_of(group))
        told = await wishing.untold(tx, group.id, dedup_of(group), FEW)
        others: list[Counted] = []
        if merging:
            others = await wishing.groups(tx, "open", page * AT_ONCE, AT_ONCE + 2)
    return WishGroupView(
        found[group.id],
        page,
        tuple(said[:EXAMPLES]),
        len(others) > AT_ONCE if merging else len(said) > EXAMPLES,
        tuple(weeks.get(number, 0) for number in range(len(limits) - 1)),
        untold,
        willing,
        _kinds([words for _, words in told]),
        tuple(one for one in others if one.group.id != group.id)[:AT_ONCE],
    )


def dedup_of(group: WishGroup) -> str:
    """What tells the news of one group apart: nobody hears it twice."""
    return f"wish:{group.id}"


def _kinds(words: list[str | None]) -> tuple[str | None, ...]:
    """One of each kind: somebody's own words, and None where somebody has none."""
    own = [one for one in words if one is not None][:1]
    return (*own, *([None] if None in words else []))


async def read_weeks(context: Context, now: datetime, last: date | None = None) -> WishWeeks:
    """The weeks up to the one that begins on `last`, else up to the present one."""
    zone = context.shop.zone
    monday = last or monday_of(now, zone)
    limits = bounds(monday, zone)
    async with context.store.look() as tx:
        counted = await wishing.by_week(tx, limits)
        top = sorted(counted, key=lambda group: (-sum(counted[group].values()), group))[:TOP]
        known = await wishing.some_groups(tx, top)
    numbers = range(len(limits) - 1)
    rows = [
        (known[group], tuple(counted[group].get(number, 0) for number in numbers))
        for group in top
        if group in known
    ]
    totals = tuple(sum(weeks.get(number, 0) for weeks in counted.values()) for number in numbers)
    return WishWeeks(tuple(mondays(monday)), tuple(rows), totals)
