"""Admins bring a catalogue in Telegram: shown first, applied once, or dropped; resumed."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from models.trade.feeds import Feed
from models.trade.products import Product
from playground.messages import Message
from playground.people import Person
from services.trade.feeds import folder
from tests.conftest import OpenShop
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.trade.feed_files import offer, yml

SHEET = "sku;name;price;stock\n1;Самокат;1 299,90;5\n2;Велосипед;дорого;1\n3;Шлем;900;0\n"


async def brings(person: Person, content: str | bytes, name: str = "a.csv", **more: Any) -> Message:
    data = content.encode() if isinstance(content, str) else content
    return await person.sends("document", data=data, file_name=name, **more)


async def sold(shop: Shop) -> list[str]:
    async with shop.looks() as tx:
        rows = await tx.execute(select(Product.key).where(Product.active).order_by(Product.key))
        return list(rows.scalars())


async def states(shop: Shop) -> list[str]:
    async with shop.looks() as tx:
        return list((await tx.execute(select(Feed.state).order_by(Feed.id))).scalars())


def folders(shop: Shop) -> int:
    place = shop.app.settings.data_dir / folder.FOLDER
    return len(list(place.iterdir())) if place.exists() else 0


async def nothing_is_kept(shop: Shop) -> None:
    """Until no brought file is left on the disk."""
    async with asyncio.timeout(30):
        while folders(shop):  # noqa: ASYNC110 - nothing announces it
            await asyncio.sleep(0.02)


async def test_a_catalogue_is_shown_applied_and_given_out(shop: Shop) -> None:
    olga = await shop.admin()
    await brings(olga, SHEET)
    card = await olga.waits_for("Новые товары: 2")
    assert "a.csv" in card.text and "строка 3: цену не понять: дорого" in card.text
    assert "Самокат, Шлем" in card.text
    assert await sold(shop) == []
    data = sealed(shop, olga.id, "feedapply", "1")
    for query in [await olga.presses(card, data=data) for _ in range(3)]:
        await query.answered()
    await olga.waits_for("Каталог обновлён: новых товаров 2")
    assert await sold(shop) == ["1", "3"]
    await nothing_is_kept(shop)
    assert shop.app.context.goods.revision == 1

    await brings(olga, SHEET, name="again.csv")
    card = await olga.waits_for("Менять нечего")
    assert card.buttons == ["✖️ Ничего не менять"]
    await olga.says("/export")
    card = await olga.waits_for("В каком виде")
    await olga.presses(card, "CSV (для таблиц)")
    sent = await olga.waits_for("Каталог магазина: 2 товара")
    file = shop.playground.world.files.by_id(sent.content["document"]["file_id"])
    assert "1299.90" in file.data.decode("utf-8-sig")


async def test_a_file_that_hides_much_is_asked_about_twice_and_may_be_dropped(shop: Shop) -> None:
    olga = await shop.admin()
    await brings(olga, yml(*(offer(str(key)) for key in range(5))), name="shop.xml")
    await olga.presses(await olga.waits_for("Новые товары: 5"), "Применить")
    await olga.waits_for("Каталог обновлён")
    await brings(olga, yml(offer("1", price="5"), offer("2")), name="half.yml")
    card = await olga.waits_for("скрою: 3")
    assert "1\xa0299,90\xa0₽ → 5\xa0₽" in card.text
    await olga.presses(card, "Применить")
    await olga.waits_for("В файле нет 3 из 5 товаров")
    assert len(await sold(shop)) == 5
    await olga.presses(card, "Ничего не менять")
    await olga.waits_for("Ничего не изменено")
    said = await answer_to(olga, card, sealed(shop, olga.id, "feedapply", "2", "sure"))
    assert "всё решено" in said
    assert len(await sold(shop)) == 5

    await brings(olga, yml(offer("1", price="5"), offer("2")), name="sure.yml")
    await olga.waits_for("sure.yml")
    card = next(one for one in olga.sees() if "sure.yml" in one.text)
    await olga.waits_until(lambda: "✅ Применить" in card.buttons)
    await olga.presses(card, "Применить")
    await olga.waits_until(lambda: "✅ Да, скрыть 3" in card.buttons)
    await olga.presses(card, "Да, скрыть 3")
    await olga.waits_until(lambda: "Каталог обновлён" in card.text)
    assert await sold(shop) == ["1", "2"]


async def test_a_catalogue_that_changed_meanwhile_is_looked_at_anew(shop: Shop) -> None:
    olga = await shop.admin()
    for name in ("one.csv", "two.csv"):
        await brings(olga, SHEET, name=name)
        await olga.waits_for(name)
    cards = [next(c for c in olga.sees() if name in c.text) for name in ("one.csv", "two.csv")]
    for card in cards:
        await olga.waits_until(lambda card=card: "✅ Применить" in card.buttons)
    await olga.presses(cards[0], "Применить")
    await olga.waits_until(lambda: "Каталог обновлён" in cards[0].text)
    await olga.presses(cards[1], "Применить")
    await olga.waits_until(lambda: "Менять нечего" in cards[1].text)
    assert await states(shop) == ["applied", "read"]


async def test_what_was_broken_off_goes_on_at_the_next_start(
    open_shop: OpenShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = await open_shop()
    olga = await shop.admin()
    carrying = shop.app.desk.trade.feeds.carrying
    content = yml(*(offer(str(key)) for key in range(200)))
    monkeypatch.setattr(type(carrying), "read", _never)
    await brings(olga, content, name="a.xml")
    await olga.waits_for("читаю")
    await shop.closes()
    assert folders(shop) == 1
    monkeypatch.undo()

    shop = await open_shop()
    card = await olga.waits_for("Новые товары: 200")
    monkeypatch.setattr(type(carrying), "settle", _never)
    await olga.presses(card, "Применить")
    await olga.waits_for("Готовлю изменения")
    await shop.settles()
    await shop.closes()
    monkeypatch.undo()
    shop = await open_shop()
    assert await states(shop) == ["applying"] or await sold(shop)
    await olga.waits_for("Каталог обновлён: новых товаров 200")
    assert len(await sold(shop)) == 200


async def _never(*given: object) -> None:
    raise OSError("the power went out")


async def test_only_the_author_and_only_an_admin(shop: Shop) -> None:
    olga = await shop.admin()
    other = await shop.agent("Пётр", role="admin")
    boris = await shop.agent("Борис", "orders")
    await brings(boris, SHEET)
    await brings(olga, SHEET)
    card = await olga.waits_for("Новые товары: 2")
    for person in (other, boris):
        mine = person.sees()[-1]
        said = await answer_to(person, mine, sealed(shop, person.id, "feedapply", "1"))
        assert said
    assert await states(shop) == ["read"]
    shop.clock.passes(days=3)
    await shop.app.desk.trade.feeds.forget_old(shop.clock())
    await olga.waits_until(lambda: "Ничего не изменено" in card.text)
    await nothing_is_kept(shop)


async def test_in_english_with_all_errors_as_a_file(shop: Shop) -> None:
    john = await shop.agent("John", role="admin", language="en")
    await john.says("/import")
    await john.waits_for("a catalogue: YML, or CSV")
    rows = "".join(f"{key};Bike;cheap\n" for key in range(30))
    await brings(john, f"sku;name;price\nx;Bike;5\n{rows}", name="catalogue")
    card = await john.waits_for("30 errors")
    await john.presses(card, "All errors as a file")
    sent = await john.waits_for("Errors in the catalogue file: 30")
    file = shop.playground.world.files.by_id(sent.content["document"]["file_id"])
    said = file.data.decode("utf-8-sig")
    assert said.count("the price can't be understood: cheap") == 30


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (yml(offer("1"))[:-40], "обрывается или испорчен в строке"),
        (b'<!DOCTYPE a [<!ENTITY a "b">]><yml_catalog/>', "объявлены сущности"),
        (b"sku,name,price\n1,Bike,x\n", "Строка 2: цену не понять"),
        (b"sku,name,price\n1,Bike,5\n" + b"PK\x03\x04\x00" * 9, "это не текст"),
        (yml(offer("1").replace("RUR", "USD")), "в другой валюте: USD"),
    ],
)
async def test_what_is_not_taken_is_said_plainly(shop: Shop, content: bytes, words: str) -> None:
    olga = await shop.admin()
    await brings(olga, content, name="../../a.xml")
    await olga.waits_for(words)
    await nothing_is_kept(shop)
