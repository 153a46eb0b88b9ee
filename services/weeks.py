"""Weeks by the shop's calendar, Monday to Sunday, and what was counted in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.quality import Counts
from services.drift import Drift, Share, Trend, drift, trend

WEEK = timedelta(days=7)
SHOWN = 12
BEFORE = 4
TOLD_AT = time(10)
NO_TOPIC = ""


@dataclass(frozen=True, slots=True)
class Week:
    """What happened in the week that begins on a Monday; topics by key, NO_TOPIC without one."""

    monday: date
    counts: Counts
    topics: Mapping[str, int] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """Tickets that the model decided about; others held no words or were split off."""
        return self.counts.routed + self.counts.asked + self.counts.triage

    @property
    def right(self) -> Share:
        """Of those it routed and people judged: nobody moved them, nobody named another topic."""
        return Share(self.counts.judged - self.counts.wrong, self.counts.judged)

    @property
    def routed(self) -> Share:
        """Sent to a queue without a question."""
        return Share(self.counts.routed, self.read)

    @property
    def asked(self) -> Share:
        """The customer was asked what it is about."""
        return Share(self.counts.asked, self.read)

    @property
    def triage(self) -> Share:
        """None of the topics: people sort it."""
        return Share(self.counts.triage, self.read)

    @property
    def name(self) -> str:
        """The week as ISO writes it: 2026-W47."""
        return f"{self.monday:%G-W%V}"


@dataclass(frozen=True, slots=True)
class Weeks:
    """Weeks in time order; the last one is what is told of."""

    each: tuple[Week, ...]
    is_over: bool = True

    @property
    def now(self) -> Week:
        """The week that is told of."""
        return self.each[-1]

    @property
    def before(self) -> Week:
        """The weeks that it is compared with, as one."""
        return together(self.each[-1 - BEFORE : -1])

    @property
    def is_empty(self) -> bool:
        """Whether there is not one ticket."""
        return not any(week.counts.tickets for week in self.each)

    @property
    def trend(self) -> Trend:
        """What became of the share that was right."""
        return trend(self.before.right, self.now.right)

    @property
    def drift(self) -> Drift | None:
        """How far what was asked has moved."""
        return drift(self.before.topics, self.now.topics)


def together(weeks: Sequence[Week]) -> Week:
    """Several weeks as one."""
    topics: dict[str, int] = {}
    for week in weeks:
        for key, many in week.topics.items():
            topics[key] = topics.get(key, 0) + many
    names = Counts.__dataclass_fields__
    sums = {name: sum(getattr(week.counts, name) for week in weeks) for name in names}
    return Week(weeks[0].monday, Counts(**sums), topics)


def monday_of(moment: datetime, zone: ZoneInfo) -> date:
    """The Monday of a moment's week, where the shop is."""
    local = moment.astimezone(zone).date()
    return local - timedelta(days=local.weekday())


def told_on(now: datetime, zone: ZoneInfo) -> date:
    """The latest Monday on which the weekly message was due, at TOLD_AT."""
    monday = monday_of(now, zone)
    return monday if now >= datetime.combine(monday, TOLD_AT, zone) else monday - WEEK


def mondays(last: date) -> list[date]:
    """The Mondays of SHOWN weeks, the last one given."""
    return [last - WEEK * back for back in reversed(range(SHOWN))]


def bounds(last: date, zone: ZoneInfo) -> list[datetime]:
    """Where these weeks begin, and where the last one ends."""
    days = [*mondays(last), last + WEEK]
    return [datetime.combine(day, time(), zone).astimezone(UTC) for day in days]
