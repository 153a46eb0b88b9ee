"""A synthetic catalogue of any size: products with the facts that a question is checked by."""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from classifier.readings import transliterate
from insight.postings import Goods

DATA = Path(__file__).parent / "data"
PRICES = {
    "bike": (9_000, 90_000),
    "helmet": (900, 9_000),
    "gloves": (600, 5_000),
    "backpack": (2_500, 12_000),
    "scooter": (3_000, 15_000),
}
USUAL = (200, 6_000)


@dataclass(frozen=True, slots=True)
class Made:
    """A product to be found and what is known of it."""

    goods: Goods
    kind: str
    facts: dict[str, str]
    ages: tuple[int, int] | None


def catalogue(count: int) -> list[Made]:
    """The first `count` products, kinds mixed; above some ten thousand models get numbers."""
    data = tomllib.loads((DATA / "goods.toml").read_text(encoding="utf-8"))
    dice = random.Random(5)
    found: list[Made] = []
    edition = 0
    while len(found) < count:
        batch = [one for key, kind in data["kinds"].items() for one in _kind(data, key, kind)]
        dice.shuffle(batch)
        for key, kind, given in batch[: count - len(found)]:
            found.append(_made(len(found) + 1, key, kind, given, edition, dice))
        edition += 1
    return found


def _kind(data: dict[str, Any], key: str, kind: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    whom = kind.get("for", [["", ""]])
    colours = data["colours"] if "{colour}" in kind["ru"] else [["", ""]]
    for given in product(kind["brands"], data["models"], colours, kind["sizes"], whom):
        yield key, kind, given


def _made(
    number: int, key: str, kind: dict[str, Any], given: Any, edition: int, dice: random.Random
) -> Made:
    brand, model, colour, size, whom = given
    model = f"{model}-{edition}{dice.randrange(10, 99)}" if edition else model
    ages = kind.get("ages", {}).get(size, "")
    ru = kind["ru"].format(brand=brand, model=model, colour=colour[0], size=size)
    en = kind["en"].format(brand=brand, model=model, colour=colour[1], size=size)
    named = [one.format(size=size) for one in kind.get("size_named", ["", ""])]
    said = [f"Возраст: {ages} лет Age: {ages} years" if ages else "", *whom, *named, *colour]
    fields = {
        "title": f"{ru} {en}",
        "brand": brand,
        "sounds": transliterate(f"{brand} {model}".lower()),
        "category": " ".join(kind["category"]),
        "attributes": ". ".join(one for one in said if one),
        "sku": f"A{number:06d}",
        "about": kind["about"],
    }
    price = dice.randrange(*_prices(key)) // 10 * 10
    facts = {"brand": brand, "colour": colour[0], "size": size, "for": whom[0]}
    low, _, high = ages.partition("–")
    goods = Goods(number, fields, price * 100, dice.random() < 0.9)
    return Made(goods, key, facts, (int(low), int(high)) if ages else None)


def _prices(key: str) -> tuple[int, int]:
    return next((span for name, span in PRICES.items() if name in key), USUAL)


def fits(one: Made, wanted: str) -> bool:
    """Whether a product is what a line of `search_queries.tsv` asks for."""
    kinds, *facts = wanted.split(";")
    if one.kind not in kinds.split("|"):
        return False
    return all(_fits(one, *fact.split("=")) for fact in facts)


def _fits(one: Made, name: str, value: str) -> bool:
    if name == "age":
        return one.ages is not None and one.ages[0] <= int(value) <= one.ages[1]
    if name == "most":
        return one.goods.price <= int(value) * 100
    if name == "least":
        return one.goods.price >= int(value) * 100
    return one.facts[name] == value
