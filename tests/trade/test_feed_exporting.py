"""S9: the catalogue given out and brought back is the same; a spreadsheet computes none of it."""

import csv
import io
from pathlib import Path

import pytest
from sqlalchemy import update

from models.trade.products import Product, Variant
from services.trade.feeds.sending import write
from tests.databases import database_url, empty_database_url, store
from tests.trade.feed_files import BIKE, sheet
from tests.trade.feed_shop import NOW, PRODUCTS, FedShop, counted, fed

__all__ = ["database_url", "empty_database_url", "fed", "store"]


@pytest.mark.parametrize("form", ["csv", "yml"])
async def test_what_is_exported_is_the_same_catalogue(
    fed: FedShop, form: str, tmp_path: Path
) -> None:
    second = {"sku": "b-m", "variant": "M", "variant_en": "M", "price": "13 000", "stock": "0"}
    odd = {
        "sku": "2",
        "name": "'=1+1",
        "category": "A &gt; B",
        "price": "10",
        "brand": "'+7",
        "description": "'-x &amp;lt;b&amp;gt;",
        "attributes": r"a\;b\: c: d | e",
    }
    await fed.applies(sheet(BIKE, {**BIKE, **second}, odd))
    path = tmp_path / f"out.{form}"
    assert await write(fed.store, path, form, NOW, "Стриж & Ко", "RUB") == 2
    before = await fed.sold()
    assert before["2"]["title_ru"] == "=1+1"
    if form == "csv":
        cells = [c for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"))) for c in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    found = await fed.applies(path.read_bytes())
    assert (counted(found, *PRODUCTS), found["faults"]) == ([0, 0, 0, 2], 0)
    async with fed.store.change() as tx:
        await tx.execute(update(Product).values(active=False, title_ru="x"))
        await tx.execute(update(Variant).values(active=False, price=1, stock_said=99))
    await fed.applies(path.read_bytes())
    assert await fed.sold() == before
