"""A small shop's catalogue: shelves, things in variants and with options, pictures."""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.trade.products import Category, Photo, Product, Variant
from services.trade.goods import changed
from tests.desk import Shop

WEB = "https://shop.example/giro.png"
OPTIONS = [
    {
        "key": "build",
        "ru": "Сборка",
        "en": "Assembly",
        "least": 1,
        "most": 1,
        "choices": [
            {"key": "box", "ru": "В коробке", "en": "In the box", "price": 0},
            {"key": "ready", "ru": "Собрать", "en": "Assembled", "price": 150_000},
        ],
    },
    {
        "key": "more",
        "ru": "Дополнительно",
        "en": "Extras",
        "least": 0,
        "most": 2,
        "choices": [
            {"key": "rack", "ru": "Багажник", "en": "Rack", "price": 190_000},
            {"key": "seat", "ru": "Детское кресло", "en": "Child seat", "price": 490_000},
            {"key": "basket", "ru": "Корзина", "en": "Basket", "price": 120_000},
        ],
    },
]
RULES = [
    {"if": "more.seat", "requires": "more.rack"},
    {"if": "more.basket", "excludes": "more.seat"},
]


@dataclass(frozen=True)
class Sold:
    """What is sold, by short names; `variants` by the key of each."""

    shelves: dict[str, int]
    things: dict[str, int]
    variants: dict[str, int]


def png(width: int = 40, height: int = 30, mark: bytes = b"") -> bytes:
    """The beginning of a picture: as much as the playground looks at."""
    head = struct.pack(">II", width, height)
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + head + b"\x08\x02" + mark


def put_files(folder: Path, *names: str) -> None:
    """Pictures as the shop's files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.png").write_bytes(png(mark=name.encode()))


async def fill(shop: Shop) -> Sold:
    """Fill an empty catalogue, and let the shop see it at once.

    Bikes: the Gora (two colours, options, two files as pictures) and fourteen plain ones; helmets:
    the Giro (a picture from the web, one size sold out) and the Bell, which is sold out; a pump
    stands on no shelf.
    """
    put_files(shop.app.settings.data_dir / "photos", "gora-red", "gora-blue")
    shop.playground.world.files.online[WEB] = png(mark=b"giro")
    shelf = Shelf(shop)
    bikes = await shelf.category("bikes", "Велосипеды", "Bicycles")
    mountain = await shelf.category("mountain", "Горные", "Mountain", bikes)
    helmets = await shelf.category("helmets", "Шлемы", "Helmets")
    await shelf.category("empty", "Пустой раздел", "Empty")
    gora = await shelf.product(
        "gora",
        mountain,
        "Велосипед «Гора» 29",
        "Gora 29 mountain bike",
        about_ru="Для леса & гор. " * 120,
        about_en="For woods and hills.",
        brand="Gora",
        badges=["hit"],
        options=OPTIONS,
        rules=RULES,
        attributes=[
            {"ru": "Колёса", "en": "Wheels", "value_ru": "29 дюймов", "value_en": "29 inch"}
        ],
    )
    await shelf.variant(gora, "gora-red", "красный", "red", 4_290_000, stock=5, old=4_990_000)
    await shelf.variant(gora, "gora-blue", "синий", "blue", 4_390_000, stock=2)
    for colour in ("red", "blue"):
        await shelf.photo(gora, f"file:gora-{colour}.png", f"gora-{colour}")
    for number in range(1, 15):
        plain = await shelf.product(f"plain-{number}", mountain, f"Велосипед Тропа {number}")
        await shelf.variant(plain, f"plain-{number}", "", "", 1_000_000 + number * 100, stock=None)
    giro = await shelf.product("giro", helmets, "Шлем Giro Fixture", "Giro Fixture helmet")
    await shelf.variant(giro, "giro-m", "M", "M", 599_000, stock=3)
    await shelf.variant(giro, "giro-l", "L", "L", 599_000, stock=0)
    await shelf.photo(giro, WEB)
    bell = await shelf.product("bell", helmets, "Шлем Bell Nomad", "Bell Nomad helmet")
    await shelf.variant(bell, "bell", "", "", 450_000, stock=0)
    pump = await shelf.product("pump", None, "Насос Topeak", "Topeak pump")
    await shelf.variant(pump, "pump", "", "", 189_050, stock=20)
    await renew(shop)
    return Sold(shelf.shelves, shelf.things, shelf.variants)


async def renew(shop: Shop) -> None:
    """The catalogue has changed, and the shop knows."""
    async with shop.app.store.change() as tx:
        await changed(tx)
    await shop.app.desk.trade.look()


class Shelf:
    """Puts rows into the catalogue."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self.shelves: dict[str, int] = {}
        self.things: dict[str, int] = {}
        self.variants: dict[str, int] = {}

    async def category(self, key: str, ru: str, en: str, parent: int | None = None) -> int:
        """A shelf; its id."""
        row = Category(key=key, parent_id=parent, title_ru=ru, title_en=en)
        self.shelves[key] = await self._add(row)
        return self.shelves[key]

    async def product(
        self, key: str, category: int | None, ru: str, en: str = "", **more: Any
    ) -> int:
        """A thing; its id."""
        row = Product(
            key=key,
            category_id=category,
            title_ru=ru,
            title_en=en,
            position=len(self.things),
            changed_at=self._shop.clock(),
            **more,
        )
        self.things[key] = await self._add(row)
        return self.things[key]

    async def variant(
        self,
        product: int,
        key: str,
        ru: str,
        en: str,
        price: int,
        *,
        stock: int | None,
        old: int | None = None,
    ) -> None:
        """One size or colour of a thing."""
        row = Variant(
            key=key,
            product_id=product,
            title_ru=ru,
            title_en=en,
            price=price,
            old_price=old,
            stock=stock,
            position=len(self.variants),
        )
        self.variants[key] = await self._add(row)

    async def photo(self, product: int, source: str, variant: str = "") -> None:
        """A picture of a thing, or of one of its variants."""
        await self._add(
            Photo(
                product_id=product,
                variant_id=self.variants.get(variant),
                source=source,
                position=len(self.variants),
            )
        )

    async def _add(self, row: Any) -> int:
        async with self._shop.app.store.change() as tx:
            tx.add(row)
            await tx.flush()
            found: int = row.id
            return found
