"""From files to what is sold: new, changed, gone; the same again; half-way."""

from typing import Any

import pytest
from sqlalchemy import func, select, update

from models.store import Store
from models.trade.feeds import Feed, FeedRow
from models.trade.products import Photo, Product, Variant
from services.trade.feeds import folder
from services.trade.feeds.lines import FeedRefused
from services.trade.goods import revision_of
from tests.databases import database_url, empty_database_url, store
from tests.trade.feed_files import BIKE, offer, sheet, yml
from tests.trade.feed_shop import NOW, PRODUCTS, FedShop, counted, fed

__all__ = ["database_url", "empty_database_url", "fed", "store"]


def two(key: str, **more: Any) -> list[str]:
    """Two variants of a product, told apart by size."""
    name = f"<name>Самокат {key}</name>"
    return [
        offer(f"{key}-{size}", name, f'<param name="Размер">{size}</param>', **more)
        for size in "SM"
    ]


async def prepared(store: Store) -> int:
    async with store.look() as tx:
        return int(await tx.scalar(select(func.count()).select_from(FeedRow)) or 0)


async def revision(store: Store) -> int:
    async with store.look() as tx:
        return await revision_of(tx)


async def test_new_changed_gone_and_the_same_again(fed: FedShop) -> None:
    first = yml(
        *two("a", group_id="a"),
        offer("b", "<picture>https://a.example/b.jpg</picture>", "<count>5</count>"),
        offer("c"),
    )
    found = await fed.applies(first)
    assert counted(found, *PRODUCTS, "categories_new") == [3, 0, 0, 0, 2]
    sold = await fed.sold()
    assert list(sold) == ["a", "b", "c"]
    assert [one["title_ru"] for one in sold["a"]["variants"]] == ["S", "M"]
    assert sold["b"]["path"] == [("Велосипеды", ""), ("Детские", "")]
    assert (await revision(fed.store), await prepared(fed.store)) == (1, 0)

    found = await fed.applies(first)
    assert (counted(found, *PRODUCTS), found["steps"]) == ([0, 0, 0, 3], 0)
    assert await fed.sold() == sold

    found = await fed.applies(
        yml(
            two("a", group_id="a")[1],
            offer("b", "<picture>https://a.example/new.jpg</picture>", price="1999"),
            offer("d"),
        )
    )
    assert counted(found, *PRODUCTS, "prices_up", "variants_gone") == [1, 2, 1, 0, 1, 1]
    assert found["largest"] == [["Самокат b", 129990, 199900]]
    sold = await fed.sold()
    assert list(sold) == ["a", "b", "d"]
    assert [one["title_ru"] for one in sold["a"]["variants"]] == [""]
    assert sold["b"]["photos"] == ["https://a.example/new.jpg"]
    async with fed.store.look() as tx:
        hidden = (await tx.execute(select(Product.key).where(~Product.active))).scalars().all()
    assert hidden == ["c"]
    found = await fed.applies(first)
    assert counted(found, *PRODUCTS) == [1, 2, 1, 0]
    assert set(await fed.sold()) == {"a", "b", "c"}
    assert not list((fed.data_dir / folder.FOLDER).iterdir())


async def test_what_was_sold_since_is_not_put_back(fed: FedShop) -> None:
    await fed.applies(yml(offer("a", "<count>5</count>")))
    async with fed.store.change() as tx:
        await tx.execute(update(Variant).values(stock=3))
    await fed.applies(yml(offer("a", "<count>5</count>", price="100")))
    variant = await fed.variant("a")
    assert (variant.stock, variant.price) == (3, 10000)
    await fed.applies(yml(offer("a", "<count>7</count>", price="100")))
    assert (await fed.variant("a")).stock == 7


async def test_an_offer_that_can_t_be_read_stays_as_it_is(fed: FedShop) -> None:
    await fed.applies(yml(*two("a", group_id="g"), offer("b"), offer("c")))
    before = await fed.sold()
    found = await fed.applies(
        yml(
            two("a", group_id="g")[0],
            offer("a-M", price="x", group_id="g"),
            offer("b", price="x"),
            offer("c").replace("<categoryId>2", "<categoryId>77"),
        )
    )
    assert counted(found, "products_gone", "variants_gone") == [0, 0]
    assert [one[1] for one in found["first"]] == ["price", "price", "category"]
    sold = await fed.sold()
    assert [sold[key]["variants"][-1]["key"] for key in "gbc"] == ["a-M", "b", "c"]
    assert sold["b"] == before["b"]


async def test_prices_and_stock_alone(fed: FedShop) -> None:
    await fed.applies(yml(*two("a", group_id="g"), offer("b", "<count>1</count>")))
    found = await fed.applies("sku;price;stock\na-S;99;2\nb;x;1\nz;10;1\n")
    assert counted(found, *PRODUCTS) == [0, 1, 0, 0]
    assert [tuple(one[:2]) for one in found["first"]] == [(3, "price"), (4, "unknown-key")]
    sold = await fed.sold()
    assert [(one["price"], one["stock"]) for one in sold["g"]["variants"]] == [
        (9900, 2),
        (129990, None),
    ]
    assert [one["title_ru"] for one in sold["g"]["variants"]] == ["S", "M"]


async def test_what_a_file_has_no_column_for_stays(fed: FedShop) -> None:
    await fed.applies(sheet(BIKE))
    before = (await fed.sold())["bike"]
    await fed.applies(
        "sku;group;name;category;variant;price\nb-s;bike;Велосипед;Спорт > Вело;S;5\n"
    )
    after = (await fed.sold())["bike"]
    assert (after["title_ru"], after["variants"][0]["price"]) == ("Велосипед", 500)
    kept = ("title_en", "about_ru", "photos", "badges", "attributes", "options", "path")
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert before["about_ru"] == "Лёгкий и быстрый"
    assert before["path"] == [("Спорт", "Sport"), ("Вело", "Bikes")]


async def test_a_rule_about_nothing_is_named(fed: FedShop) -> None:
    with pytest.raises(FeedRefused) as refused:
        await fed.reads(sheet({**BIKE, "rules": "f.s excludes w.x"}))
    assert (refused.value.why, refused.value.line, refused.value.value) == ("none", 2, "rules")


async def test_pictures_that_stay_keep_telegrams_copy(fed: FedShop) -> None:
    pictures = [f"<picture>https://a.example/{at}.jpg</picture>" for at in range(3)]
    await fed.applies(yml(offer("a", *pictures)))
    async with fed.store.change() as tx:
        await tx.execute(update(Photo).values(tg_file_id="copy"))
    await fed.applies(
        yml(offer("a", pictures[2], pictures[0], "<picture>https://a/9.jpg</picture>"))
    )
    async with fed.store.look() as tx:
        rows = await tx.execute(select(Photo.source, Photo.tg_file_id).order_by(Photo.position))
        found = [(source[-5:], copy) for source, copy in rows.all()]
    assert found == [("2.jpg", "copy"), ("0.jpg", "copy"), ("9.jpg", None)]


async def test_nothing_is_seen_before_the_moment_and_it_goes_on_where_it_broke_off(
    fed: FedShop,
) -> None:
    await fed.applies(yml(*(offer(str(key)) for key in range(200))))
    before = await fed.sold()
    content = yml(*(offer(str(key), price="5") for key in range(100, 300)))
    job, found = await fed.reads(content)
    await fed.begins(job)
    steps = list(folder.steps_of(fed.carrying.folder_of(job), 0))
    assert len(steps) == found["steps"] > 3
    for number in (0, 1, 1, 0):
        await fed.carrying.step(NOW, job, number, steps[number])
    await fed.carrying.settle(NOW, job)
    assert await fed.sold() == before
    [waiting] = [await fed.carrying.waiting()]
    assert waiting is not None and (waiting.done, waiting.applying) == (2, True)
    for number, step in enumerate(folder.steps_of(fed.carrying.folder_of(waiting), 2), start=2):
        assert await fed.carrying.step(NOW, waiting, number, step)
    assert await fed.sold() == before
    await fed.carrying.settle(NOW, waiting)
    sold = await fed.sold()
    assert set(sold) == {str(key) for key in range(100, 300)}
    assert {one["variants"][0]["price"] for one in sold.values()} == {500}
    assert await prepared(fed.store) == 0


async def test_a_plan_that_is_gone_leaves_prices_as_they_were(fed: FedShop) -> None:
    await fed.applies(yml(offer("a"), offer("b")))
    before = await fed.sold()
    job, _ = await fed.reads(yml(offer("a", price="5")))
    await fed.begins(job)
    folder.forget(fed.data_dir, job.file)
    with pytest.raises(folder.PlanGone):
        list(folder.steps_of(fed.carrying.folder_of(job), 0))
    await fed.carrying.fail(NOW, job, "gone")
    assert await fed.sold() == before
    async with fed.store.look() as tx:
        row = await tx.get(Feed, job.feed_id)
    assert row is not None and (row.state, row.found["why"]) == ("failed", "gone")
