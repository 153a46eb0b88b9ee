"""Values of an export in words: moments in the person's own time, codes, hours, terms."""

import html
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from handlers.amounts import money
from handlers.texts import Markup, Texts, escape
from services.profile.fields import ABOUT

MONEY = (
    *("price", "goods_total", "discount", "delivery_price", "total", "owed", "amount"),
    *("refund", "spent", "worth"),
)
CODED = (
    *("side", "kind", "state", "purpose", "action", "source", "payment", "paid", "way", "want"),
    *("reason", "answer", "outcome", "origin", "stage", "before", "after", "pace", "language"),
)
DONE = ("verb", "cause")  # codes with words of their own: the same code says other things elsewhere
TAG = re.compile(r"</?[a-z]+(?: [^<>]*)?>")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Words:
    """What a page says of values; `zone` is the person's own where they named one."""

    def __init__(self, texts: Texts, language: str, found: Mapping[str, Any]) -> None:
        self._texts, self._language, self._currency = texts, language, found["currency"]
        self._asked: Mapping[str, str] = found.get("asked", {})
        own = [one.get("time_zone") for one in found["sections"].get("contact", ())]
        self._zone = ZoneInfo(next(filter(None, own), found["time_zone"]))
        self._made_at = datetime.fromisoformat(found["made_at"])
        self.zone = self.zone_of(str(self._zone))
        self._coded = cache(lambda value: self.say("own-value", name=value))

    def say(self, key: str, **args: Any) -> Markup:
        """A sentence in the page's language."""
        return self._texts.say(self._language, key, **args)

    def zone_of(self, name: str) -> str:
        """A zone as people know it: UTC+5."""
        shift = self._made_at.astimezone(ZoneInfo(name)).strftime("%z")
        minutes = f":{shift[3:]}" if shift[3:] != "00" else ""
        return f"UTC{shift[0]}{int(shift[1:3])}{minutes}".replace("-", "−")

    def moment(self, value: str) -> str:
        """A moment, or a day, in the person's time."""
        if DAY.fullmatch(value):
            return self._day(date.fromisoformat(value))
        local = datetime.fromisoformat(value).astimezone(self._zone)
        return f"{self._day(local)}, {local.hour}:{local:%M}"

    def _day(self, day: date) -> str:
        month = self.say(f"month-{day.month}")
        return self.say("own-day", day=day.day, month=month, year=str(day.year))

    def term(self, name: str, many: float) -> str:
        """How long something is kept."""
        return self.say("own-years" if name.endswith("_years") else "own-days", count=round(many))

    def row(self, section: str, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row with what belongs together in one place."""
        made = dict(row)
        if section == "consent_log" and made.get("text"):
            made["text"] = html.unescape(TAG.sub("", made["text"]))
        if section == "consents" and made["purpose"] == "service":
            made["given"] = self.say("own-value", name="told")
        if section == "notices" and made["state"] == "dropped":
            made["state"] = "not_sent"
        if "quiet_from" in made:
            hours = [made.pop(one) for one in ("quiet_from", "quiet_to")]
            made["quiet"] = None if None in hours else self._hours(*hours)
        return made

    def _hours(self, since: int, until: int) -> str:
        clock = (time(one // 60 % 24, one % 60) for one in (since, until))
        first, last = (f"{one.hour}:{one:%M}" for one in clock)
        return self.say("own-quiet", since=first, until=last)

    def value(self, name: str, value: Any, row: Mapping[str, Any]) -> str:
        """A value as people read it, escaped."""
        if isinstance(value, bool):
            return self._coded("yes" if value else "no")
        if name in MONEY and isinstance(value, int):
            return money(self._language, value, row.get("currency") or self._currency)
        if value is None or value == "":
            return ""
        if isinstance(value, str):
            return self._text(name, value, row)
        if name in ("muted", "fewer"):
            return "; ".join(self._coded(str(one)) for one in value)
        if name == "details" and isinstance(value, dict):
            value = value.values()
        return escape(_flat(value))

    def _text(self, name: str, value: str, row: Mapping[str, Any]) -> str:
        if name in DONE:
            return self.say(f"own-{name}", name=value)
        if name == "field":
            return self._field(value)
        if name in CODED:
            return self._coded(value)
        if name == "time_zone":
            return self.zone_of(value)
        if name == "value" and row.get("field") == "birthday" and value[2:3] == "-":
            month = self.say(f"month-{int(value[:2])}")
            return self.say("day-of-month", day=int(value[3:]), month=month)
        if name in ("at", "night") or name.endswith(("_at", "since", "seen", "until")):
            return self.moment(value)
        return escape(value)

    def _field(self, value: str) -> str:
        """What is known; what the shop asked in its own words, as long as it asks."""
        if not value.startswith(ABOUT):
            return self._coded(value)
        title = self._asked.get(value.removeprefix(ABOUT))
        return escape(title) if title else self.say("own-about-gone")


def _flat(value: Any) -> str:
    """Lists and objects of values, as one line."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_flat(one)}" for key, one in value.items())
    if isinstance(value, Iterable) and not isinstance(value, str):
        return "; ".join(_flat(one) for one in value)
    return str(value)
