"""Quiet hours in a person's own zone: when the shop does not write of its own accord."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Quiet:
    """From one minute of the local day to another, over midnight too; equal ones: never quiet.

    `own`: the person set them, not the shop.
    """

    start: int
    end: int
    zone: ZoneInfo
    own: bool = False

    def holds(self, moment: datetime) -> bool:
        """Whether the clock on the person's wall shows a quiet minute."""
        local = moment.astimezone(self.zone)
        minute = local.hour * 60 + local.minute
        if self.start <= self.end:
            return self.start <= minute < self.end
        return minute >= self.start or minute < self.end

    def until(self, moment: datetime) -> datetime | None:
        """When the quiet that holds at a moment ends, in UTC; None when it is not quiet.

        On the nights when clocks change the wall may show the end twice or not at all: then it is
        the first moment that is loud, to the minute.
        """
        if not self.holds(moment):
            return None
        local = moment.astimezone(self.zone)
        day = local.date() + timedelta(days=local.hour * 60 + local.minute >= self.end)
        hour, minute = divmod(self.end, 60)
        end = datetime(day.year, day.month, day.day, hour, minute, tzinfo=self.zone)
        found = end.astimezone(UTC)
        plain = end.utcoffset() == end.replace(fold=1).utcoffset() == local.utcoffset()
        return found if plain else self._first_loud(moment)

    def _first_loud(self, moment: datetime) -> datetime:
        found = moment.astimezone(UTC).replace(second=0, microsecond=0)
        while self.holds(found):
            found += timedelta(minutes=1)
        return found


def minutes_of(span: str) -> tuple[int, int]:
    """Read "21:00-09:00" as two minutes of the day; raises ValueError when it can't be."""
    first, dash, last = span.partition("-")
    if not dash:
        raise ValueError(span)
    return _minute(first), _minute(last)


def _minute(clock: str) -> int:
    hour, colon, minute = clock.strip().partition(":")
    if not (colon and hour.isdecimal() and minute.isdecimal() and len(minute) == 2):
        raise ValueError(clock)
    found = int(hour) * 60 + int(minute)
    if int(minute) > 59 or found > DAY:
        raise ValueError(clock)
    return found % DAY
