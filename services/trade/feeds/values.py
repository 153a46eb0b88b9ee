"""Cells as people and programs write them: amounts, counts, words, addresses. Linear patterns."""

import html
import re
from decimal import Decimal
from typing import Any

from classifier.intake.table import tidy

MOST_AMOUNT = 10**13
MOST_STOCK = 10**9
LOOKED_AT = 20_000
YES = frozenset(
    ("true", "yes", "да", "есть", "в наличии", "+", "available", "in stock", "много", "под заказ")
)
NO = frozenset(("false", "no", "нет", "нет в наличии", "-", "out of stock", "отсутствует"))
CURRENCIES = {"RUR": "RUB", "РУБ": "RUB", "₽": "RUB", "$": "USD", "€": "EUR", "BYR": "BYN"}
WHOLE = ("JPY", "KRW", "VND")

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009']+")
_MONEY_WORDS = re.compile(r"(?:rub|rur|руб|р|₽|\$|€|usd|eur)\.?$")
_AMOUNT = re.compile(r"[0-9]{1,14}(?:[.,][0-9]{1,6})?")
_THOUSANDS = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{1,2}|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}"
)
_STOCK = re.compile(r"[>+~]?([0-9]{1,10})(?:[.,]0{1,6})?(?:шт|pcs|\+)?\.?")
_TAG = re.compile(r"(<[a-zA-Z/!][^<>]*>)")
_BREAKS = ("br", "p", "/p", "li", "/li", "div", "/div", "tr", "/tr", "ul", "/ul", "h", "/h")
_ADDRESS = re.compile(r"https?://[^\s<>\"']{3,990}")
_OWN_PHOTO = re.compile(r"(?:file|drawn):[\w.-]{1,200}")


def amount(cell: str, currency: str) -> int | None:
    """Minor units of «1 299,90», "1299.9", "1,299.90 ₽"; None when it is no exact amount."""
    words = _MONEY_WORDS.sub("", _SPACES.sub("", cell.strip().casefold()))
    if _THOUSANDS.fullmatch(words):
        words = words.replace("," if words.rfind(".") > words.rfind(",") else ".", "")
    elif not _AMOUNT.fullmatch(words):
        return None
    value = Decimal(words.replace(",", ".")) * (1 if currency in WHOLE else 100)
    return int(value) if value == int(value) and value <= MOST_AMOUNT else None


def money_words(minor: int, currency: str) -> str:
    """An amount as files hold it: 1299.90, or 1299 when it is round."""
    if currency in WHOLE:
        return str(minor)
    whole, part = divmod(minor, 100)
    return f"{whole}.{part:02d}" if part else str(whole)


def stock(cell: str) -> tuple[bool, int | None]:
    """Whether the cell says how many there are, and how many; None is not counted."""
    words = " ".join(cell.casefold().split())
    if words in YES:
        return True, None
    if words in NO:
        return True, 0
    found = _STOCK.fullmatch(words.replace(" ", ""))
    if found is None or int(found[1]) > MOST_STOCK:
        return False, None
    return True, int(found[1])


def currency_of(cell: str) -> str:
    """The code of a currency, whatever it is called in files."""
    code = cell.strip().rstrip(".").upper()
    return CURRENCIES.get(code, code)


def plain(text: str) -> str:
    """Words without markup, entities or what no message can hold; lines are kept."""
    if "<" in text:
        text = _untagged(text[:LOOKED_AT])
    if "&" in text:
        text = html.unescape(text)
    lines = (" ".join(line.split()) for line in tidy(text).splitlines())
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip()


def _untagged(text: str) -> str:
    kept: list[str] = []
    silent = ""
    for piece in _TAG.split(text):
        if not _TAG.fullmatch(piece):
            if not silent:
                kept.append(piece)
            continue
        name = piece[1:].split(None, 1)[0].rstrip(">/").casefold()
        if silent:
            silent = "" if name == f"/{silent}" else silent
        elif name in ("script", "style"):
            silent = name
        else:
            kept.append("\n" if name.startswith(_BREAKS) else "")
    return "".join(kept)


def one_line(text: str) -> str:
    """Words without markup, on one line."""
    return " ".join(plain(text).split())


def as_fed(text: str) -> str:
    """Words that `plain` gives back as they are."""
    return text if plain(text) == text else html.escape(text, quote=False)


def is_picture(address: str) -> bool:
    """Whether it can be shown: an address, or one of the shop's own pictures."""
    if address.startswith("http"):
        return _ADDRESS.fullmatch(address) is not None
    return _OWN_PHOTO.fullmatch(address) is not None


def named(name: str, value: str) -> dict[str, Any] | None:
    """An attribute; `Цвет | Color` with `красный | red` says both in two languages."""
    name, value = one_line(name), one_line(value)
    if not name or not value:
        return None
    ru, _, en = (part.strip() for part in name.partition(" | "))
    if not en:
        return {"ru": ru[:80], "en": "", "value_ru": value[:300], "value_en": ""}
    value_ru, _, value_en = (part.strip() for part in value.partition(" | "))
    return {"ru": ru[:80], "en": en[:80], "value_ru": value_ru[:300], "value_en": value_en[:300]}
