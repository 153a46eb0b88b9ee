"""How customers were served in the last weeks: answer and resolution times, targets, backlog."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from insight.waits import Opening, Waits, Whole, groups, middle_and_tail, waits_of
from models import people
from models.memory import service_times
from models.memory.service_times import Columns
from services.context import Context
from services.drift import Share
from services.hours import Hours
from services.quality_views import weeks_until
from services.shop import Shop
from services.voice.reports.feedback_figures import present_topic
from services.weeks import Weeks, bounds, monday_of, together

DAY = timedelta(days=1)
NOBODY = 0  # what stands for none in a column
Spread = tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Times:
    """Some tickets: medians and ninetieth percentiles in minutes, None where there were none.

    `first` and `resolved` are in open hours, `first_clock` and `resolved_clock` by the clock.
    `in_target`: first answers within the queue's target, of those that were due.
    """

    tickets: int
    answered: int
    settled: int
    first: Spread
    first_clock: Spread
    resolved: Spread
    resolved_clock: Spread
    in_target: Share


@dataclass(frozen=True, slots=True)
class ServiceWeek:
    """One week: the tickets opened in it, what was open when it ended, its topics by id."""

    monday: date
    times: Times
    backlog: int
    topics: Mapping[int | None, int]


@dataclass(frozen=True, slots=True)
class ServiceFigures:
    """Weeks in time order, the last one still going on; keys are ids, None for none."""

    weeks: tuple[ServiceWeek, ...]
    whole: Times
    topics: Mapping[int | None, Times]
    queues: Mapping[int | None, Times]
    agents: Mapping[int | None, Times]
    right: Share
    backlog: int
    names: Mapping[int, str]
    shop: Shop


async def count_service(context: Context, now: datetime) -> ServiceFigures:
    """The present week, as far as it has come, and those before it; nothing older is read.

    What is heavy runs in threads: the sums of the database, and the medians.
    """
    shop = context.shop
    last = monday_of(now, shop.zone)
    limits = bounds(last, shop.zone)
    async with context.store.look() as tx:
        pages = [_numbers(page) async for page in service_times.pages(tx, limits[0], limits[-1])]
        backlog = await service_times.unresolved(tx)
        settled = await service_times.resolved_by_week(tx, limits)
        names = {one.id: one.name for one in await people.all_staff(tx)}
    weeks = await weeks_until(context, last, is_over=False)
    known = _Known(shop, now, limits, weeks, settled, backlog, names)
    return await asyncio.to_thread(_figures, pages, known)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known beside the tickets themselves."""

    shop: Shop
    now: datetime
    limits: Sequence[datetime]
    weeks: Weeks
    settled: Mapping[int, int]
    backlog: int
    names: Mapping[int, str]


def _figures(pages: Sequence[Sequence[Whole]], known: _Known) -> ServiceFigures:
    table = _table(pages, known)
    topics = _present(table.topic, known.shop)
    week = np.searchsorted(_seconds(known.limits[1:]), table.opened, side="right")
    everything = np.arange(len(table.opened))
    return ServiceFigures(
        weeks=_weeks(table, week, topics, known),
        whole=_times(table, everything),
        topics=_by(table, topics),
        queues=_by(table, table.queue),
        agents=_by(table, table.agent),
        right=together(known.weeks.each).right,
        backlog=known.backlog,
        names=known.names,
        shop=known.shop,
    )


def _numbers(page: Columns) -> list[Whole]:
    return [np.array(column, np.int64) for column in page]


def _table(pages: Sequence[Sequence[Whole]], known: _Known) -> Waits:
    columns = [
        np.concatenate([page[at] for page in pages] or [np.empty(0, np.int64)]) for at in range(6)
    ]
    until = int(known.now.timestamp())
    shop, since = known.shop, known.limits[0]
    opening = {
        queue.id: (_opening(queue.hours, since, known.now), queue.target_minutes)
        for queue in shop.queues.values()
    }
    return waits_of(columns, until, opening)


def _opening(hours: Hours, since: datetime, until: datetime) -> Opening:
    """The open spans of a queue between two moments."""
    if hours.always:
        return Opening(np.empty(0, np.int64), np.empty(0, np.int64))
    found: list[tuple[datetime, datetime]] = []
    day = since - DAY
    while day <= until + DAY:
        found += [span for span in hours.spans(day) if span not in found[-4:]]
        day += DAY
    if not found:  # never open: nothing is ever late
        return Opening(np.zeros(1, np.int64), np.zeros(1, np.int64))
    starts, ends = zip(*found, strict=True)
    return Opening(_seconds(starts), _seconds(ends))


def _seconds(moments: Sequence[datetime]) -> Whole:
    return np.array([int(moment.timestamp()) for moment in moments], np.int64)


def _present(topics: Whole, shop: Shop) -> Whole:
    found, places = np.unique(topics, return_inverse=True)
    today = [present_topic(shop, int(one)) or NOBODY for one in found]
    return np.array(today, np.int64)[places] if len(found) else topics


def _times(table: Waits, places: Whole) -> Times:
    answered, settled = table.answered[places], table.settled[places]
    first, resolved = places[answered], places[settled]
    return Times(
        tickets=len(places),
        answered=len(first),
        settled=len(resolved),
        first=middle_and_tail(table.first[first]),
        first_clock=middle_and_tail(table.first_clock[first]),
        resolved=middle_and_tail(table.resolved[resolved]),
        resolved_clock=middle_and_tail(table.resolved_clock[resolved]),
        in_target=Share(int(table.met[places].sum()), int(table.due[places].sum())),
    )


def _by(table: Waits, keys: Whole) -> dict[int | None, Times]:
    return {key or None: _times(table, places) for key, places in groups(keys)}


def _weeks(table: Waits, week: Whole, topics: Whole, known: _Known) -> tuple[ServiceWeek, ...]:
    """Backlogs are counted back from today: less what came later, and what was settled later."""
    places, backlog, found = dict(groups(week)), known.backlog, list[ServiceWeek]()
    for number in reversed(range(len(known.weeks.each))):
        here = places.get(number, np.empty(0, np.int64))
        about = {key or None: len(those) for key, those in groups(topics[here])}
        monday = known.weeks.each[number].monday
        found.append(ServiceWeek(monday, _times(table, here), max(0, backlog), about))
        backlog += known.settled.get(number, 0) - len(here)
    return tuple(reversed(found))
