"""Business hours: when a queue is open, and when so many open minutes from now have passed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LOOK_AHEAD_DAYS = 370
WHOLE_DAY = ((time(0), time(0)),)


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening times by weekday in a zone; `always` means round the clock."""

    zone: ZoneInfo
    week: Mapping[int, tuple[tuple[time, time], ...]]
    always: bool = False
    closed_on: frozenset[str] = frozenset()

    def spans(self, day: datetime) -> list[tuple[datetime, datetime]]:
        """The open spans of the local day that holds `day`, in time order."""
        local = day.astimezone(self.zone)
        if local.date().isoformat() in self.closed_on:
            return []
        return [
            (_at(local, start), _at(local, end) if end != time(0) else _next_midnight(local))
            for start, end in self.week.get(local.weekday(), ())
        ]

    def is_open(self, moment: datetime) -> bool:
        """Whether somebody answers at this moment."""
        return self.always or any(start <= moment < end for start, end in self.spans(moment))

    def opens_at(self, moment: datetime) -> datetime | None:
        """The moment itself when open, else the next opening; None when it never opens."""
        if self.is_open(moment):
            return moment
        for start, _ in self._spans_from(moment):
            return start
        return None

    def after(self, moment: datetime, minutes: int) -> datetime | None:
        """When `minutes` open minutes have passed since `moment`; None when it never opens."""
        left = timedelta(minutes=minutes)
        if self.always:
            return moment + left
        for start, end in self._spans_from(moment):
            if end - start >= left:
                return start + left
            left -= end - start
        return None

    def open_minutes(self, since: datetime, until: datetime) -> float:
        """Open minutes between two moments."""
        if self.always:
            return max(0.0, (until - since).total_seconds() / 60)
        total = timedelta()
        for start, end in self._spans_from(since):
            if start >= until:
                break
            total += min(end, until) - start
        return total.total_seconds() / 60

    def _spans_from(self, moment: datetime) -> list[tuple[datetime, datetime]]:
        found: list[tuple[datetime, datetime]] = []
        day = moment
        for _ in range(LOOK_AHEAD_DAYS):
            for start, end in self.spans(day):
                if end > moment:
                    found.append((max(start, moment), end))
            if len(found) > 60:
                break
            day = _next_midnight(day.astimezone(self.zone))
        return found


def parse_hours(raw: Mapping[str, Any], zone: ZoneInfo) -> Hours:
    """Read hours such as {"mon-fri": "09:00-20:00", "sat": "10:00-14:00, 15:00-18:00"}.

    `{"always": true}` means round the clock; `closed_on` is a list of ISO dates.
    Raises ValueError with the entry that can't be read.
    """
    if raw.get("always"):
        return Hours(zone, {}, always=True)
    week: dict[int, tuple[tuple[time, time], ...]] = {}
    for days, spans in raw.items():
        if days == "closed_on":
            continue
        for day in _days(str(days)):
            week[day] = tuple(_span(part) for part in str(spans).split(",") if part.strip())
    closed_on = frozenset(str(day) for day in raw.get("closed_on", ()))
    always = not closed_on and all(week.get(day) == WHOLE_DAY for day in range(7))
    return Hours(zone, {} if always else week, always, closed_on)


def _days(text: str) -> range:
    first, _, last = (part.strip().lower() for part in text.partition("-"))
    try:
        start = DAYS.index(first)
        end = DAYS.index(last) if last else start
    except ValueError as error:
        raise ValueError(f"unknown day in «{text}»: use mon, tue, … or mon-fri") from error
    if end < start:
        raise ValueError(f"the days «{text}» run backwards")
    return range(start, end + 1)


def _span(text: str) -> tuple[time, time]:
    try:
        first, _, last = text.strip().partition("-")
        start, end = _clock(first), _clock(last)
    except ValueError as error:
        raise ValueError(f"can't read the hours «{text.strip()}»: use 09:00-18:00") from error
    if end != time(0) and end <= start:
        raise ValueError(f"the hours «{text.strip()}» end before they begin")
    return start, end


def _clock(text: str) -> time:
    return time(0) if text.strip() == "24:00" else time.fromisoformat(text.strip())


def _at(local: datetime, clock: time) -> datetime:
    return local.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)


def _next_midnight(local: datetime) -> datetime:
    return (local + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
