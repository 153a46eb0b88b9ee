"""Time zones as people name them: a city, a shift from Moscow or Greenwich, the hour it is."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from services.errors import Refusal

# Of Russia, from west to east; each is named in the sentences as "zone-NAME".
RUSSIAN = {
    "kaliningrad": "Europe/Kaliningrad",
    "moscow": "Europe/Moscow",
    "samara": "Europe/Samara",
    "yekaterinburg": "Asia/Yekaterinburg",
    "omsk": "Asia/Omsk",
    "krasnoyarsk": "Asia/Krasnoyarsk",
    "irkutsk": "Asia/Irkutsk",
    "yakutsk": "Asia/Yakutsk",
    "vladivostok": "Asia/Vladivostok",
    "magadan": "Asia/Magadan",
    "kamchatka": "Asia/Kamchatka",
}
CITIES = {
    "Europe/Kaliningrad": "калининград kaliningrad",
    "Europe/Moscow": (
        "москва moscow петербург спб питер petersburg тверь казань kazan сочи sochi воронеж тула "
        "краснодар ростов новгород ярославль рязань липецк белгород курск брянск смоленск калуга "
        "владимир иваново кострома вологда архангельск мурманск псков петрозаводск пенза саранск "
        "ставрополь махачкала грозный нальчик владикавказ волгоград чебоксары сыктывкар крым "
        "симферополь севастополь"
    ),
    "Europe/Samara": "самара samara ижевск тольятти",
    "Europe/Saratov": "саратов saratov энгельс",
    "Europe/Ulyanovsk": "ульяновск ulyanovsk",
    "Europe/Astrakhan": "астрахань astrakhan",
    "Asia/Yekaterinburg": (
        "екатеринбург yekaterinburg ekaterinburg челябинск уфа пермь perm тюмень оренбург курган "
        "магнитогорск сургут нижневартовск салехард"
    ),
    "Asia/Omsk": "омск omsk",
    "Asia/Novosibirsk": "новосибирск novosibirsk",
    "Asia/Krasnoyarsk": "красноярск krasnoyarsk абакан норильск кызыл",
    "Asia/Novokuznetsk": "кемерово новокузнецк",
    "Asia/Barnaul": "барнаул barnaul горно-алтайск",
    "Asia/Tomsk": "томск tomsk",
    "Asia/Irkutsk": "иркутск irkutsk улан-удэ братск",
    "Asia/Yakutsk": "якутск yakutsk благовещенск",
    "Asia/Chita": "чита chita",
    "Asia/Vladivostok": "владивосток vladivostok хабаровск khabarovsk уссурийск",
    "Asia/Sakhalin": "южно-сахалинск сахалин sakhalin",
    "Asia/Magadan": "магадан magadan",
    "Asia/Kamchatka": "петропавловск-камчатский камчатка kamchatka анадырь",
    "Europe/Minsk": "минск minsk",
    "Asia/Almaty": "алматы алма-ата almaty астана astana",
    "Asia/Tashkent": "ташкент tashkent",
    "Asia/Yerevan": "ереван yerevan",
    "Asia/Tbilisi": "тбилиси tbilisi батуми batumi",
    "Asia/Baku": "баку baku",
    "Asia/Bishkek": "бишкек bishkek",
    "Europe/Istanbul": "стамбул istanbul анталья antalya",
    "Asia/Dubai": "дубай dubai",
    "Europe/Belgrade": "белград belgrade",
    "Europe/Berlin": "берлин berlin",
    "Europe/Paris": "париж paris",
    "Europe/London": "лондон london",
    "Asia/Jerusalem": "тель-авив иерусалим jerusalem",
    "Asia/Bangkok": "бангкок bangkok пхукет phuket",
    "Asia/Kolkata": "дели delhi мумбаи mumbai гоа goa бангалор bangalore",
    "Asia/Tehran": "тегеран tehran",
    "Asia/Kabul": "кабул kabul",
    "Asia/Kathmandu": "катманду kathmandu",
    "Asia/Colombo": "коломбо colombo",
    "Asia/Yangon": "янгон yangon",
    "America/New_York": "нью-йорк нью-йорке newyork",
}
KNOWN = {city: zone for zone, cities in CITIES.items() for city in cities.split()}
SHIFT = re.compile(r"(utc|gmt|мск|msk)?\s*([+\-−–])\s*(\d{1,2})(?::?([0-5]\d))?", re.I)
CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
MOSCOW, LEAST, MOST_EAST = 3, -12, 14
# Zones beside the full hour, by minutes from Greenwich.
BETWEEN = {
    -570: "Pacific/Marquesas",
    210: "Asia/Tehran",
    270: "Asia/Kabul",
    330: "Asia/Kolkata",
    345: "Asia/Kathmandu",
    390: "Asia/Yangon",
    525: "Australia/Eucla",
    570: "Australia/Darwin",
}
NEAR = 12  # minutes by which a clock may be wrong


def zone_of(said: str, now: datetime) -> str:
    """The zone that somebody means, by the name that databases of zones use.

    `said`: a city, "+5", "МСК+2", "UTC-3", or the time that it is there now, "14:05"; Refusal
    for anything else.
    """
    words = said.strip().lower().replace("ё", "е").removeprefix("г.").strip()
    shifted = SHIFT.fullmatch(words)
    clock = CLOCK.fullmatch(words)
    found = KNOWN.get(words) or KNOWN.get(words.replace(" ", "-")) or _named(said.strip())
    if found is None and " " in words:
        found = next((KNOWN[one] for one in words.split() if one in KNOWN), None)
    if found is None and shifted is not None:
        found = _shifted(shifted)
    if found is None and clock is not None:
        found = _by_clock(int(clock[1]), int(clock[2]), now)
    if found is None:
        raise Refusal("profile-zone-how")
    return found


def known_zone(name: str) -> ZoneInfo | None:
    """The zone with a name, where there is one."""
    try:
        return ZoneInfo(name)
    except (ValueError, KeyError, OSError):
        return None


def _named(said: str) -> str | None:
    """A name such as Europe/Berlin; nothing that could be a path."""
    if not re.fullmatch(r"[A-Za-z]+/[A-Za-z_]+(/[A-Za-z_]+)?", said):
        return None
    return said if known_zone(said) is not None else None


def _shifted(found: re.Match[str]) -> str | None:
    minutes = int(found[3]) * 60 + int(found[4] or 0)
    minutes *= 1 if found[2] == "+" else -1
    if (found[1] or "").lower() in ("мск", "msk"):
        minutes += MOSCOW * 60
    return BETWEEN.get(minutes) if minutes % 60 else _of_hours(minutes // 60)


def _of_hours(hours: int) -> str | None:
    if hours == MOSCOW:
        return "Europe/Moscow"
    if not LEAST <= hours <= MOST_EAST:
        return None
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT"


def _by_clock(hour: int, minute: int, now: datetime) -> str | None:
    if hour > 23 or minute > 59:
        return None
    there, here = hour * 60 + minute, now.hour * 60 + now.minute
    hours = round((there - here) / 60)
    if abs(there - here - hours * 60) <= NEAR:
        return _of_hours((hours + 11) % 24 - 11)
    away = (there - here + 11 * 60) % (24 * 60) - 11 * 60
    nearest = min(BETWEEN, key=lambda one: abs(one - away))
    return BETWEEN[nearest] if abs(nearest - away) <= NEAR else None
