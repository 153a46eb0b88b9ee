"""Every sentence, looked up strictly: a wrong key or argument is an error, values are escaped."""

import html
import re
import unicodedata
from collections.abc import Mapping
from copy import copy
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from handlers.amounts import money
from handlers.bundles import arguments, bundle, formatted

LANGUAGES = ("ru", "en")
LOCALES = Path(__file__).parent.parent / "locales"
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
BROKEN = re.compile("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Markup(str):
    """Text that is HTML already and is not escaped again."""

    __slots__ = ()


class UnknownText(Exception):
    """A key that no locale file has, or arguments that do not fit it."""


def clean(text: str) -> str:
    """Take out what Telegram or a database can't hold: NUL, lone surrogates, bidi overrides."""
    return BROKEN.sub("", text)


def escape(value: str) -> Markup:
    """A person's words, safe in HTML and unable to turn the line around them."""
    safe = html.escape(clean(value), quote=False)
    return Markup(f"\u2068{safe}\u2069" if RIGHT_TO_LEFT.search(safe) else safe)


def cut(text: str, units: int) -> str:
    """Shorten to so many UTF-16 units, as Telegram counts; before escaping, never after."""
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 <= units:
        return text
    kept: list[str] = []
    left = units - 1
    for char in text:
        left -= 2 if ord(char) > 0xFFFF else 1
        if left < 0:
            break
        kept.append(char)
    while kept and unicodedata.combining(kept[-1]):
        kept.pop()
    return "".join(kept).rstrip() + "…"


class Texts:
    """The sentences of all languages, with moments on the clock of whoever reads them."""

    def __init__(self, folder: Path = LOCALES) -> None:
        self.shop_zone = ZoneInfo("UTC")
        self._own_zone: ZoneInfo | None = None
        self._bundles = {language: bundle(folder, language) for language in LANGUAGES}
        self._names: dict[tuple[str, str], frozenset[str]] = {}

    @property
    def zone(self) -> ZoneInfo:
        """The reader's zone: their own, else the shop's."""
        return self._own_zone or self.shop_zone

    def read_in(self, zone: ZoneInfo | None) -> "Texts":
        """The same sentences for a reader with a zone of their own; None: the shop's."""
        found = copy(self)
        found._own_zone = zone
        return found

    def keys(self, language: str) -> set[str]:
        """Every key of a language."""
        return set(self._bundles[language]._messages)

    def names(self, language: str, key: str) -> frozenset[str]:
        """The arguments that a sentence takes."""
        known = self._names.get((language, key))
        if known is None:
            bundle = self._bundles[language]
            if not bundle.has_message(key):
                raise UnknownText(f"no text «{key}» in «{language}»")
            known = self._names[language, key] = arguments(bundle, key)
        return known

    def say(self, language: str, key: str, /, **args: Any) -> Markup:
        """The sentence `key`; arguments must be exactly those of the locale file."""
        language = language if language in LANGUAGES else "en"
        wanted = self.names(language, key)
        if wanted != set(args):
            raise UnknownText(f"«{key}» takes {sorted(wanted)}, not {sorted(args)}")
        bundle = self._bundles[language]
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise UnknownText(f"«{key}» in «{language}» says nothing")
        values = {name: self._value(language, value) for name, value in args.items()}
        said, errors = formatted(bundle, pattern, values)
        if errors:
            raise UnknownText(f"«{key}» in «{language}»: {errors[0]}")
        return Markup(said)

    def moment(self, language: str, moment: datetime, now: datetime, form: str = "moment") -> str:
        """A moment as people say it: today at 18:40, tomorrow, on Monday, on 3 May.

        The form "by" says a limit: by 18:40 today.
        """
        local, today = moment.astimezone(self.zone), now.astimezone(self.zone).date()
        clock = f"{local.hour}:{local:%M}"
        days = (local.date() - today).days
        if days in (0, 1):
            return self.say(language, f"{form}-{'tomorrow' if days else 'today'}", clock=clock)
        if 1 < days < 7:
            weekday = self.say(language, f"on-day-{local.weekday()}")
            return self.say(language, f"{form}-weekday", weekday=weekday, clock=clock)
        month = self.say(language, f"month-{local.month}")
        return self.say(language, f"{form}-date", day=local.day, month=month, clock=clock)

    def date(self, language: str, moment: datetime, now: datetime) -> str:
        """A moment on what is read for days: 3 May at 9:05, with the year when it is another."""
        local = moment.astimezone(self.zone)
        month, clock = self.say(language, f"month-{local.month}"), f"{local.hour}:{local:%M}"
        if local.year == now.astimezone(self.zone).year:
            return self.say(language, "moment-date", day=local.day, month=month, clock=clock)
        year = str(local.year)
        return self.say(language, "moment-year", day=local.day, month=month, year=year, clock=clock)

    def day(self, language: str, day: datetime) -> str:
        """A day of the year: 3 May."""
        return self._day(language, day.astimezone(self.zone))

    def span(self, language: str, minutes: float) -> str:
        """A stretch of time in words: 5 minutes, 2 hours, 3 days."""
        if minutes < 1:
            return self.say(language, "span-now")
        if minutes < 60:
            return self.say(language, "span-minutes", count=int(minutes))
        if minutes < 48 * 60:
            return self.say(language, "span-hours", count=int(minutes // 60))
        return self.say(language, "span-days", count=int(minutes // 1440))

    def _value(self, language: str, value: Any) -> Any:
        if isinstance(value, Markup) or not isinstance(value, str | Mapping):
            return value
        if isinstance(value, Mapping) and "ru" in value:
            value = str(value.get(language) or value["ru"])
        return escape(value) if isinstance(value, str) else self._form(language, value)

    def _day(self, language: str, local: datetime) -> str:
        month = self.say(language, f"month-{local.month}")
        return self.say(language, "day-of-month", day=local.day, month=month)

    def _form(self, language: str, value: Mapping[str, Any]) -> str:
        if "key" in value:
            return self.say(language, value["key"], **value.get("args", {}))
        if "now" in value:
            return self._timed(language, value, datetime.fromisoformat(value["now"]))
        if "day" in value:
            return self.day(language, datetime.fromisoformat(value["day"]))
        if "shop_day" in value:
            local = datetime.fromisoformat(value["shop_day"]).astimezone(self.shop_zone)
            return self._day(language, local)
        if "minutes" in value:
            return self.span(language, value["minutes"])
        if "money" in value:
            return Markup(money(language, int(value["money"]), value["currency"]))
        return self._markup(language, value)

    def _timed(self, language: str, value: Mapping[str, Any], now: datetime) -> str:
        if "elsewhere" in value:  # said otherwise to whom the shop's clock is not their own
            clocks = (now.astimezone(one).utcoffset() for one in (self.zone, self.shop_zone))
            return self._form(language, value["here" if len({*clocks}) == 1 else "elsewhere"])
        form = "by" if "by" in value else "moment"
        return self.moment(language, datetime.fromisoformat(value[form]), now, form)

    def _markup(self, language: str, value: Mapping[str, Any]) -> Markup:
        if "lines" in value:
            return Markup("\n".join(str(self._value(language, one)) for one in value["lines"]))
        if "html" in value:
            return Markup(value["html"])
        raise UnknownText(f"an argument of unknown form: {sorted(value)}")
