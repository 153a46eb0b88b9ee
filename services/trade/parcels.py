"""What staff type about a parcel: its number, its day; and the link that follows it."""

import re
from datetime import date, timedelta
from urllib.parse import quote

from services.errors import Refusal
from services.shop_orders import HOLE

NUMBER = re.compile(r"(?=.*\d)[A-Za-zА-Яа-яЁё0-9/_-]{5,40}")
DAYS = re.compile(r"(?:(\d{1,2})\s*[-–—]\s*)?(\d{1,2})\s*[.\s]\s*([a-zа-яё]+|\d{1,2})\b")
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("янв", "jan"),
            ("фев", "feb"),
            ("мар", "mar"),
            ("апр", "apr"),
            ("мая", "май", "may"),
            ("июн", "jun"),
            ("июл", "jul"),
            ("авг", "aug"),
            ("сен", "sep"),
            ("окт", "oct"),
            ("ноя", "nov"),
            ("дек", "dec"),
        ),
        1,
    )
    for name in names
}
NEAR = {"сегодня": 0, "today": 0, "завтра": 1, "tomorrow": 1, "послезавтра": 2}
FARTHEST = timedelta(days=180)


def number_of(text: str) -> str:
    """A tracking number as carriers print it; raises Refusal for what can't be one."""
    packed = "".join(text.split())
    if not NUMBER.fullmatch(packed):
        raise Refusal("tracking-odd")
    return packed


def link_of(url: str, number: str) -> str:
    """The page that follows a parcel; empty when the carrier has none."""
    return url.replace(HOLE, quote(number, safe="")) if url and number else ""


def day_of(text: str, today: date) -> date:
    """A day as people type it: «5 мая», «3–5 мая» (the last counts), 05.05, завтра.

    The nearest one that is not past; raises Refusal for what is none, or too far.
    """
    said = text.casefold().strip()
    if said in NEAR:
        return today + timedelta(days=NEAR[said])
    found = DAYS.match(said)
    month = _month(found[3]) if found else None
    if found is None or month is None:
        raise Refusal("day-odd")
    for year in (today.year, today.year + 1):
        day = _day(year, month, int(found[2]))
        if today <= day <= today + FARTHEST:
            return day
    raise Refusal("day-odd")


def _month(said: str) -> int | None:
    return int(said) if said.isdigit() else MONTHS.get(said[:3])


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Refusal("day-odd") from error
