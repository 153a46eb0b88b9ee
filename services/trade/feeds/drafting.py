"""Offers that belong together become one product with variants: pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from services.trade.feeds.lines import MOST_PHOTOS, VARIANT_TITLE, Offer

WORDS = ("title_ru", "title_en", "about_ru", "about_en", "brand", "badges", "options", "rules")
FIRST = ("размер", "size", "цвет", "color", "colour", "объем", "объём", "вес")
SHORTEST = 3
ENDS = " ,.;:(-–—"
Attribute = Mapping[str, Any]


@dataclass(slots=True)
class DraftVariant:
    """A variant as the file says it: price, old_price, currency, stock, titles."""

    key: str
    line: int
    said: dict[str, Any]


@dataclass(slots=True)
class Draft:
    """A product as the file says it; `photos` is None when the file has no pictures at all."""

    key: str
    words: dict[str, Any]
    photos: list[str] | None
    variants: list[DraftVariant] = field(default_factory=list)
    where: Offer | None = None


def draft_of(key: str, offers: Sequence[Offer]) -> Draft:
    """One product from its offers, in the order of the file."""
    first = offers[0]
    words = {name: first.said[name] for name in WORDS if name in first.said}
    for offer in offers[1:]:
        for name in words:
            words[name] = words[name] or offer.said.get(name) or words[name]
    names, params = _apart(offers)
    if "title_ru" in words and len(offers) > 1 and not any(params):
        words["title_ru"], names = _titled([offer.said["title_ru"] for offer in offers], names)
    if "params" in first.said:
        words["attributes"] = _shared(offers)
    draft = Draft(key, words, _photos(offers), where=first)
    for at, offer in enumerate(offers):
        draft.variants.append(DraftVariant(offer.key, offer.line, _variant(offer, names[at])))
    return draft


def _variant(offer: Offer, name: tuple[str, str]) -> dict[str, Any]:
    said: dict[str, Any] = {
        field: offer.said[field]
        for field in ("price", "old_price", "currency", "stock")
        if field in offer.said
    }
    said["title_ru"] = (offer.said.get("variant_ru") or name[0])[:VARIANT_TITLE]
    if "variant_en" in offer.said or name[1]:
        said["title_en"] = (offer.said.get("variant_en") or name[1])[:VARIANT_TITLE]
    return said


def _photos(offers: Sequence[Offer]) -> list[str] | None:
    if not any("photos" in offer.said for offer in offers):
        return None
    every = (address for offer in offers for address in offer.said.get("photos", ()))
    return list(dict.fromkeys(every))[:MOST_PHOTOS]


def _apart(offers: Sequence[Offer]) -> tuple[list[tuple[str, str]], list[list[Attribute]]]:
    """What tells each variant from the others: the attributes that are not the same in all."""
    if len(offers) == 1:
        return [("", "")], [[]]
    shared = {_value(one) for one in _shared(offers)}
    params = [
        sorted(
            (one for one in offer.said.get("params", ()) if _value(one) not in shared), key=_rank
        )
        for offer in offers
    ]
    names = [
        (
            ", ".join(one["value_ru"] for one in mine),
            ", ".join(one["value_en"] or one["value_ru"] for one in mine)
            if any(one["value_en"] for one in mine)
            else "",
        )
        for mine in params
    ]
    return names, params


def _shared(offers: Sequence[Offer]) -> list[Attribute]:
    """The attributes that every variant has alike."""
    others = [{_value(one) for one in offer.said.get("params", ())} for offer in offers[1:]]
    unique = {_value(one): one for one in offers[0].said.get("params", ())}
    return [one for value, one in unique.items() if all(value in other for other in others)]


def _value(one: Attribute) -> tuple[str, str]:
    return one["ru"], one["value_ru"]


def _rank(one: Attribute) -> int:
    name = one["ru"].casefold()
    return next((at for at, start in enumerate(FIRST) if name.startswith(start)), len(FIRST))


def _titled(
    titles: Sequence[str], names: list[tuple[str, str]]
) -> tuple[str, list[tuple[str, str]]]:
    """What the names have in common is the product's, the rest of each is the variant's."""
    if len(set(titles)) == 1:
        return titles[0], names
    first, last = min(titles), max(titles)
    alike = (at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other)
    start = first[: next(alike, min(len(first), len(last)))]
    if not all(title[len(start) :][:1] in ("", " ", ",", "(") for title in titles):
        start = start.rpartition(" ")[0]
    title = start.rstrip(ENDS)
    last_word = title.rpartition(" ")[2].casefold()
    if last_word in FIRST:
        title = title[: -len(last_word)].rstrip(ENDS)
    if len(title) < SHORTEST:
        return titles[0], [(name, "") for name in titles]
    return title, [(one[len(start) :].strip(" ,.;:()-–—"), "") for one in titles]
