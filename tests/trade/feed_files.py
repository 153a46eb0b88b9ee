"""Catalogue files as shops have them, for tests."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from services.trade.feeds.lines import Fault, Item, Offer
from services.trade.feeds.opening import open_feed

YML = """<?xml version="1.0" encoding="{encoding}"?>
<!DOCTYPE yml_catalog SYSTEM "shops.dtd">
<yml_catalog date="2026-11-20 10:00"><shop>
<name>Стриж</name><currencies><currency id="RUR" rate="1"/></currencies>
<categories>{shelves}</categories>
<offers>{offers}</offers></shop></yml_catalog>
"""
SHELVES = '<category id="1">Велосипеды</category><category id="2" parentId="1">Детские</category>'

BIKE = {
    "sku": "b-s",
    "group": "bike",
    "name": "Велосипед Стриж",
    "name_en": "Swift bike",
    "category": "Спорт > Вело",
    "category_en": "Sport > Bikes",
    "variant": "S",
    "variant_en": "S",
    "price": "12 990,50",
    "old_price": "15000",
    "stock": "3",
    "brand": "Стриж",
    "description": "Лёгкий <b>и</b> быстрый",
    "description_en": "Light",
    "pictures": "https://a.example/1.jpg drawn:bike",
    "badges": "Хит, Новинка",
    "attributes": "Цвет | Color: красный | red",
    "options": "f=Рама | Frame: s=Сталь | Steel; c=Карбон | Carbon +1000",
    "rules": "f.c excludes f.s",
}


def sheet(*rows: dict[str, str]) -> str:
    """A price list."""
    text = io.StringIO()
    writer = csv.DictWriter(text, BIKE, delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def offer(key: str, *parts: str, price: str = "1299.90", **attrs: str) -> str:
    """One offer with what every offer has."""
    said = "".join(f' {name}="{value}"' for name, value in attrs.items())
    named = "" if any(part.startswith(("<name>", "<model>")) for part in parts) else "Самокат"
    name = f"<name>{named} {key}</name>" if named else ""
    return (
        f'<offer id="{key}"{said}>{name}<price>{price}</price><currencyId>RUR</currencyId>'
        f"<categoryId>2</categoryId>{''.join(parts)}</offer>"
    )


def yml(*offers: str, shelves: str = SHELVES, encoding: str = "UTF-8") -> bytes:
    """A whole file."""
    text = YML.format(encoding=encoding, shelves=shelves, offers="\n".join(offers))
    return text.encode(encoding)


def put(folder: Path, content: bytes | str, name: str = "source") -> Path:
    """A file on disk."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def items(folder: Path, content: bytes | str) -> list[Item]:
    """Everything that is read in a file."""
    return list(open_feed(put(folder, content)).items("RUB"))


def offers_in(found: Sequence[Item]) -> list[Offer]:
    return [one for one in found if isinstance(one, Offer)]


def faults_in(found: Sequence[Item]) -> list[tuple[int, str, str]]:
    return [(one.line, one.why, one.value) for one in found if isinstance(one, Fault)]
