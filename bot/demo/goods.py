"""What the demo shop sells, read from its file into rows; every thing with its picture."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import product as pairs
from pathlib import Path
from typing import Any

from bot.demo.drawn.drawing import drawn
from models.store import Session, Store
from models.trade.products import Category, Photo, Product, Variant
from services.trade.goods import changed

FILE = Path(__file__).parent / "catalogue.toml"
CURRENCY = "RUB"
COLOURS = {
    "red": ("красный", "red"),
    "blue": ("синий", "blue"),
    "green": ("зелёный", "green"),
    "yellow": ("жёлтый", "yellow"),
    "violet": ("фиолетовый", "violet"),
    "turquoise": ("бирюзовый", "turquoise"),
    "black": ("чёрный", "black"),
    "white": ("белый", "white"),
    "pink": ("розовый", "pink"),
    "orange": ("оранжевый", "orange"),
    "silver": ("серебристый", "silver"),
    "brown": ("коричневый", "brown"),
}


@dataclass(frozen=True, slots=True)
class Goods:
    """The file as it is read."""

    categories: tuple[Mapping[str, Any], ...]
    products: tuple[Mapping[str, Any], ...]
    options: Mapping[str, Any]


def read_goods(path: Path = FILE) -> Goods:
    """Read the file of the demo shop's goods."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return Goods(tuple(raw["categories"]), tuple(raw["products"]), raw["options"])


def draw_all(goods: Goods, folder: Path) -> None:
    """Draw every picture that the shop shows; takes some two seconds, so call it in a thread."""
    for line in goods.categories:
        drawn(folder, line["thing"], "blue")
    for line in goods.products:
        for colour in line["colours"]:
            drawn(folder, line["thing"], colour)


async def fill_shelves(store: Store, goods: Goods, now: datetime) -> None:
    """Put categories, products, variants and photos into an empty catalogue."""
    async with store.change() as tx:
        shelves = await _categories(tx, goods)
        for position, line in enumerate(goods.products):
            await _product(tx, goods, line, shelves[line["category"]], position, now)
        await changed(tx)


async def _categories(tx: Session, goods: Goods) -> dict[str, int]:
    ids: dict[str, int] = {}
    for position, line in enumerate(goods.categories):
        row = Category(
            key=line["key"],
            parent_id=ids[line["parent"]] if "parent" in line else None,
            title_ru=line["ru"],
            title_en=line["en"],
            photo=f"file:{line['thing']}-blue.png",
            position=position,
        )
        tx.add(row)
        await tx.flush()
        ids[line["key"]] = row.id
    return ids


async def _product(
    tx: Session,
    goods: Goods,
    line: Mapping[str, Any],
    category_id: int,
    position: int,
    now: datetime,
) -> None:
    options = goods.options.get(line.get("options", ""), {})
    row = Product(
        key=line["key"],
        category_id=category_id,
        title_ru=line["ru"],
        title_en=line["en"],
        about_ru=line["about_ru"],
        about_en=line["about_en"],
        brand=line["brand"],
        badges=line.get("badges", []),
        attributes=line["attributes"],
        options=_in_minor_units(options.get("groups", [])),
        rules=options.get("rules", []),
        position=position,
        changed_at=now,
    )
    tx.add(row)
    await tx.flush()
    for place, (colour, size) in enumerate(pairs(line["colours"], line.get("sizes", [""]))):
        variant = _variant(line, row.id, colour, size, place)
        tx.add(variant)
        await tx.flush()
        source = f"file:{line['thing']}-{colour}.png"
        if size == line.get("sizes", [""])[0]:
            tx.add(Photo(product_id=row.id, variant_id=variant.id, source=source, position=place))


def _variant(
    line: Mapping[str, Any], product_id: int, colour: str, size: str, place: int
) -> Variant:
    names = COLOURS[colour]
    alone = len(line["colours"]) == 1 and not size
    ru, en = (", ".join(part for part in (name, size) if part) for name in names)
    old = line.get("old_price")
    return Variant(
        key=f"{line['key']}-{colour}{'-' + size.lower() if size else ''}",
        product_id=product_id,
        title_ru="" if alone else ru,
        title_en="" if alone else en,
        price=line["price"] * 100,
        old_price=old * 100 if old else None,
        currency=CURRENCY,
        stock=line["stock"],
        position=place,
    )


def _in_minor_units(groups: list[Any]) -> list[Any]:
    return [
        {**group, "choices": [{**one, "price": one["price"] * 100} for one in group["choices"]]}
        for group in groups
    ]
