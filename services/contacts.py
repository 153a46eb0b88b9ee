"""How to find the shop and when it is open, as arguments of sentences."""

from datetime import datetime, time, timedelta
from itertools import groupby
from typing import Any

from services.hours import Hours, parse_hours
from services.shop import Shop

Line = dict[str, Any]
CLOSED_AHEAD = timedelta(days=14)


def name_of(shop: Shop, language: str) -> str:
    """The shop's name as a language writes it."""
    return str(_fact(shop, "name", language))


def lines(shop: Shop, language: str, now: datetime) -> Line:
    """Contacts, hours, and whether it is open at `now`; what the shop left out is left out."""
    given = shop.facts.get("contacts", {})
    told = {**given, "address": given.get(f"address_{language}") or given.get("address")}
    found = [
        _line(f"contacts-{part}", value=str(told[part]))
        for part in ("phone", "email", "site", "address")
        if told.get(part)
    ]
    raw = shop.facts.get("hours")
    hours = parse_hours(raw, shop.zone) if raw else None
    return {"lines": found + (hours_lines(hours, now) if hours else [])}


def hours_lines(hours: Hours, now: datetime) -> list[Line]:
    """The week in words, days off ahead, and open or closed now."""
    if hours.always:
        return [_line("hours-always")]
    return [_week(hours, now), *_days_off(hours, now), _now(hours, now)]


def weeks_groups(hours: Hours) -> list[tuple[int, int, tuple[tuple[time, time], ...]]]:
    """Neighbouring days with the same opening times: first day, last day, times."""
    days = groupby(range(7), key=lambda day: hours.week.get(day, ()))
    found = [(list(group), spans) for spans, group in days]
    return [(group[0], group[-1], spans) for group, spans in found]


def _week(hours: Hours, now: datetime) -> Line:
    days = {"lines": [_days(*group) for group in weeks_groups(hours)]}
    clock = _opening(now.astimezone(hours.zone).time())
    here = _line("hours-week", days=days)
    return _by_clock(now, here, _line("hours-week-shop", days=days, clock=clock))


def _days(first: int, last: int, spans: tuple[tuple[time, time], ...]) -> Line:
    times: Any = ", ".join(f"{_opening(start)}–{_clock(end)}" for start, end in spans)
    times = times or {"key": "hours-day-off"}
    begin: Line = {"key": f"day-{first}"}
    if first == last:
        return _line("hours-day", day=begin, times=times)
    return _line("hours-days", first=begin, last={"key": f"day-{last}"}, times=times)


def _days_off(hours: Hours, now: datetime) -> list[Line]:
    today = now.astimezone(hours.zone).date()
    ahead = [today + timedelta(days=day) for day in range(CLOSED_AHEAD.days)]
    off = [day for day in ahead if day.isoformat() in hours.closed_on]
    return [
        _line("hours-closed-on", day=day.day, month={"key": f"month-{day.month}"}) for day in off
    ]


def _now(hours: Hours, now: datetime) -> Line:
    closes = next((end for start, end in hours.spans(now) if start <= now < end), None)
    if closes is not None:
        here = _line("hours-open", until=_clock(closes.astimezone(hours.zone).time()))
        return _by_clock(now, here, _line("hours-open-own", when=_moment(closes, now)))
    opens = hours.opens_at(now)
    if opens is None:
        return _line("hours-closed")
    own = {"when": _moment(opens, now)}
    return _by_clock(now, _line("hours-opens", **own), _line("hours-opens-own", **own))


def _by_clock(now: datetime, here: Line, elsewhere: Line) -> Line:
    """Said in one way to whoever lives by the shop's clock, in another to whoever does not."""
    return {"here": here, "elsewhere": elsewhere, "now": now.isoformat()}


def _moment(moment: datetime, now: datetime) -> Line:
    return {"moment": moment.isoformat(), "now": now.isoformat()}


def _fact(shop: Shop, name: str, language: str) -> Any:
    return shop.facts.get(f"{name}_{language}") or shop.facts.get(name, "")


def _opening(clock: time) -> str:
    return f"{clock.hour}:{clock.minute:02}"


def _clock(clock: time) -> str:
    return "24:00" if clock == time(0) else _opening(clock)


def _line(key: str, **args: Any) -> Line:
    return {"key": key, "args": args}
