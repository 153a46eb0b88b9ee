"""The demo shop's catalogue is whole: everything has a shelf, a picture, both languages."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from bot.demo.drawn.drawing import BUILDS, COLOURS, THINGS, draw
from bot.demo.goods import fill_shelves, read_goods
from models.store import Store
from models.trade.products import Photo, Product, Variant
from playground.pictures import size_of

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def test_every_product_has_a_shelf_a_picture_and_both_languages() -> None:
    goods = read_goods()
    shelves = {one["key"] for one in goods.categories}
    assert len(goods.products) >= 80
    for line in (*goods.categories, *goods.products):
        assert line["thing"] in {*BUILDS, *THINGS}
        assert line["ru"] and line["en"] and not any("а" <= one <= "я" for one in line["en"])
    for line in goods.products:
        assert line["category"] in shelves
        assert set(line["colours"]) <= set(COLOURS)
        assert line["about_ru"] and line["about_en"]


def test_a_picture_is_one_that_telegram_takes(tmp_path: Path) -> None:
    for thing in ("city", "helmet"):
        assert size_of(draw(thing, "red")) == (800, 600)


async def test_the_shelves_are_filled(database_url: str) -> None:
    store = Store(database_url)
    await fill_shelves(store, read_goods(), NOW)
    async with store.look() as tx:
        bike = (await tx.execute(select(Product).where(Product.key == "gora-29"))).scalar_one()
        prices = set(await tx.scalars(select(Variant.price).where(Variant.product_id == bike.id)))
        photos = await tx.scalar(select(func.count()).where(Photo.product_id == bike.id))
    await store.close()
    assert prices == {4_290_000}
    assert photos == 3
    assert bike.options[0]["choices"][1]["price"] == 150_000
