"""The demo shop's catalogue in memory, on both databases: shelves, search, pictures."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select, update

from bot.demo.goods import fill_shelves, read_goods
from models.store import Store
from models.trade import browsing
from models.trade.products import Category, Photo, Product, Variant
from services.trade.finder import Finder
from services.trade.goods import changed
from services.trade.lines import line_of
from services.trade.photos import COUNTER, Picture, picture_of
from services.trade.places import on_shelf, on_thing, standing_of
from tests.customer.shopfront import shop

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


async def test_the_catalogue_in_memory_follows_the_stored_one(database_url: str) -> None:
    store, finder = Store(database_url), Finder()
    await finder.renew(store, shop())
    assert finder.tree.is_empty
    assert not (await finder.find("велосипед")).ids
    await fill_shelves(store, read_goods(), NOW)
    assert finder.tree.is_empty
    await finder.renew(store, shop())

    tree = finder.tree
    (bikes,) = [one for one in tree.below[None] if one.titles["en"] == "Bicycles"]
    assert bikes.own == 0
    assert bikes.total == sum(one.total for one in tree.below[bikes.id]) > 20
    assert tree.path(tree.below[bikes.id][0].id)[0] is tree.shelves[bikes.id]
    async with store.look() as tx:
        photo = await browsing.photo(tx, tree.counter or 0)
        assert photo is not None and photo.source == COUNTER
        found = await finder.find("горный веласипед до 45000")
        things = await browsing.products(tx, found.ids)
        variants = await browsing.variants_of(tx, found.ids)
        assert found.whole and things
        for one in things.values():
            assert line_of(one, variants[one.id]).price <= 4_500_000
    assert finder.nbytes > 1000
    assert not (await finder.find(" ")).ids
    assert (await finder.find("до 500 рублей")).ids

    async with store.change() as tx:
        await tx.execute(update(Category).where(Category.id == bikes.id).values(active=False))
        await tx.execute(update(Variant).values(active=Variant.stock > 0))
        await tx.execute(update(Product).where(Product.key == "gora-29").values(active=False))
    await finder.renew(store, shop())
    assert bikes.id in finder.tree.shelves
    async with store.change() as tx:
        await changed(tx)
    await finder.renew(store, shop())
    assert bikes.id not in finder.tree.shelves
    await store.close()


async def test_a_photo_that_telegram_refuses_loses_its_copy_first(database_url: str) -> None:
    store = Store(database_url)
    await fill_shelves(store, read_goods(), NOW)
    async with store.change() as tx:
        photo = (await tx.execute(select(Photo).limit(1))).scalar_one()
    for name, broken, copy in (
        ("shown", False, "one"),
        ("again", False, "one"),
        ("refused", False, None),
        ("refused again", True, None),
    ):
        async with store.change() as tx:
            if name in ("shown", "again"):
                await browsing.photo_shown(tx, photo.id, {"shown": "one"}.get(name, "two"))
            else:
                await browsing.photo_refused(tx, photo.id)
        async with store.look() as tx:
            stored = await browsing.photo(tx, photo.id)
            assert stored is not None and (stored.broken, stored.tg_file_id) == (broken, copy)
    await store.close()


async def test_a_size_is_shown_with_the_picture_of_its_colour(database_url: str) -> None:
    store = Store(database_url)
    await fill_shelves(store, read_goods(), NOW)
    async with store.look() as tx:
        bike = await tx.scalar(select(Product.id).where(Product.key == "gora-29"))
        thing = await browsing.thing(tx, bike or 0)
    await store.close()
    assert thing is not None
    place = on_thing(thing.product.id, on_shelf(None))
    for one in thing.variants:
        shown = thing.photos[standing_of(thing, {**place, "variant": one.id}).photo]
        colour = one.key.removeprefix("gora-29-").partition("-")[0]
        assert f"-{colour}." in shown.source
    assert standing_of(thing, {**place, "variant": -1}).variant.id == thing.variants[0].id


def test_files_lie_in_their_folder_only(tmp_path: Path) -> None:
    def picture(source: str, file_id: str | None = None) -> Picture:
        return picture_of(Photo(id=1, source=source, tg_file_id=file_id), tmp_path)

    assert picture("file:bike.png").path == tmp_path / "photos" / "bike.png"
    assert picture("https://shop.example/a.png").given == "https://shop.example/a.png"
    assert picture("file:bike.png", "AgAC").given == "AgAC"
    assert (picture(COUNTER).path or tmp_path).is_file()
    for evil in ("file:../secret", "file:/etc/passwd", "file:.env", "drawn:no", "", "file:"):
        assert picture(evil) == Picture(1)
