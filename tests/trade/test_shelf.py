"""Looking round the catalogue: one message that is edited, pages, pictures, into the cart."""

from sqlalchemy import select, update

from models.trade.carts import CartLine
from models.trade.products import Photo, Product, Variant
from tests.customer.conversation import stored, toast
from tests.desk import Shop
from tests.security.forging import answer_to, sealed
from tests.trade.goods import fill, renew
from tests.trade.looking import enters, photos, plain, presses, shown


async def test_from_the_greeting_to_the_cart_in_one_message(shop: Shop) -> None:
    await fill(shop)
    anna = shop.playground.user("Анна", language="ru")
    await anna.starts()
    await anna.waits_for("Здравствуйте")
    await anna.presses("Каталог")
    top = await anna.waits_for("Выберите раздел")
    assert top.kind == "photo"
    assert "Насос Topeak" in top.text and "1 890,50 ₽" in plain(top.text)
    assert "Пустой раздел" not in str(top.buttons)
    await shop.settles()

    await presses(shop, anna, "Велосипеды · 15", "Велосипеды")
    first = await presses(shop, anna, "Горные · 15", "Горные")
    assert "42 900 ₽" in plain(first.text) and "от 42 900 ₽" in plain(first.text)
    assert "49 900 ₽" in plain(first.text) and "Хит" in first.text
    assert any(one["type"] == "strikethrough" for one in first.entities)
    last = await presses(shop, anna, "▶", "Тропа 6")
    last = await presses(shop, anna, "▶", "13. Велосипед Тропа 12")
    assert "▶" not in str(last.buttons) and "3 / 3" in str(last.buttons)
    await presses(shop, anna, "◀", "Тропа 6")
    await presses(shop, anna, "◀", "Гора")

    card = await presses(shop, anna, "Гора", "Осталось 5 штук")
    assert len(card.text.encode("utf-16-le")) // 2 <= 1024
    assert "Для леса & гор." in card.text and "Колёса: 29 дюймов" in card.text
    card = await presses(shop, anna, "синий", "43 900 ₽")
    assert "Осталось 2 штуки" in card.text
    await presses(shop, anna, "Комплектация ▾", "Выбрано: синий; В коробке")
    card = await presses(shop, anna, "Собрать", "45 400 ₽")
    card = await presses(shop, anna, "Детское кресло", "нужно ещё «Багажник»")
    query = await anna.presses(shown(anna), "В корзину")
    assert "нужно ещё «Багажник»" in await toast(query)
    card = await presses(shop, anna, "Багажник", "52 200 ₽")
    assert "нужно ещё" not in card.text
    await anna.presses(shown(anna), "+")
    await anna.waits_for(lambda one: "104 400 ₽" in plain(" ".join(one.buttons)))
    query = await anna.presses(shown(anna), "+")
    assert "Есть только 2 штуки" in await toast(query)
    await shop.settles()

    put = next(one for one in shown(anna).buttons if "В корзину" in str(one))
    one, two = [await anna.presses(shown(anna), "В корзину") for _ in range(2)]
    assert {await toast(one), await toast(two)} == {
        "Положили в корзину.",
        "Этот товар уже в корзине. Чтобы добавить ещё, нажмите кнопку ещё раз.",
    }, put
    (line,) = await stored(shop, CartLine)
    assert (line.quantity, line.price_seen) == (2, 5_220_000)
    assert sorted(line.chosen) == ["build.ready", "more.rack", "more.seat"]
    back = await presses(shop, anna, "Назад", "Горные")
    assert back.id == top.id
    assert [one for one in anna.sees() if one.sender is not anna.user][1:] == [back]


async def test_pictures_are_sent_once_and_kept_by_telegram(shop: Shop) -> None:
    sold = await fill(shop)
    anna = shop.playground.user("Анна", language="ru")
    message = await enters(shop, anna)
    await presses(shop, anna, "Велосипеды", "Велосипеды")
    await presses(shop, anna, "Горные", "Горные")
    card = await presses(shop, anna, "Гора", "Осталось 5 штук")
    red = card.content["photo"][-1]["file_id"]
    card = await presses(shop, anna, "📷 ▶", "Осталось")
    blue = card.content["photo"][-1]["file_id"]
    assert red != blue
    await presses(shop, anna, "◀ 📷", "Осталось")
    known = await photos(shop)
    assert known["file:gora-red.png"].tg_file_id == red
    assert known["file:gora-blue.png"].tg_file_id == blue
    assert known["drawn:counter"].tg_file_id
    sent = len(shop.playground.world.files._by_id)
    await presses(shop, anna, "Назад", "Горные")
    await presses(shop, anna, "Гора", "Осталось 5 штук")
    assert len(shop.playground.world.files._by_id) == sent

    # Telegram has lost one copy, the shop one file; the address of the third leads nowhere.
    async with shop.app.store.change() as tx:
        await tx.execute(
            update(Photo).where(Photo.source == "file:gora-red.png").values(tg_file_id="lost")
        )
    (shop.app.settings.data_dir / "photos" / "gora-red.png").unlink()
    shop.playground.world.files.online.clear()
    await presses(shop, anna, "Назад", "Горные")
    card = await presses(shop, anna, "Гора", "Осталось 5 штук")
    assert card.content["photo"][-1]["file_id"] == blue
    await enters(shop, anna, "/catalog giro")
    card = await presses(shop, anna, "Giro", "5 990 ₽")
    known = await photos(shop)
    assert known["file:gora-red.png"].broken
    assert card.content["photo"][-1]["file_id"] == known["drawn:counter"].tg_file_id
    assert [one.broken for one in (await photos(shop)).values()].count(True) == 2
    assert message.deleted and sold.things


async def test_old_and_forged_buttons(shop: Shop) -> None:
    sold = await fill(shop)
    anna = shop.playground.user("Анна", language="ru")
    await enters(shop, anna, "/catalog гора")
    await presses(shop, anna, "Гора", "Осталось 5 штук")
    card = shown(anna)
    gora, red = sold.things["gora"], sold.variants["gora-red"]
    put = next(one for row in card.button_rows for one in row if "В корзину" in one["text"])
    async with shop.app.store.change() as tx:
        await tx.execute(update(Variant).where(Variant.id == red).values(stock=0, active=False))
        await tx.execute(update(Product).where(Product.key == "plain-1").values(active=False))
    await renew(shop)

    assert "изменился" in await answer_to(anna, card, put["callback_data"])
    await anna.waits_for(lambda one: "43 900" in plain(one.text))
    for verb, ref, arg, said in (
        ("variant", str(gora), str(red), "Такого варианта больше нет"),
        ("variant", str(gora), str(sold.variants["giro-m"]), "Такого варианта больше нет"),
        ("option", str(gora), "00000000", "Такого варианта больше нет"),
        ("thing", str(sold.things["plain-1"]), "", "больше не продаётся"),
        ("thing", "999999", "", "больше не продаётся"),
        ("about", "999999", "", "больше не продаётся"),
        ("put", str(red), "1.00000000.0", "изменился"),
        ("put", "999999", "1.00000000.0", "больше не продаётся"),
        ("category", "999999", "0", "раздела больше нет"),
        ("category", "-1", "0", "не работает"),
        ("many", str(gora), "²", "не работает"),
        ("many", "9" * 20, "1", "не работает"),
    ):
        assert said in await answer_to(anna, card, sealed(shop, anna.id, verb, ref, arg)), verb
    await answer_to(anna, card, sealed(shop, anna.id, "many", str(gora), "900000"))
    await shop.settles()
    async with shop.looks() as tx:
        assert (await tx.execute(select(CartLine))).all() == []
    eve = shop.playground.user("Ева", language="ru")
    await enters(shop, eve)
    forged = sealed(shop, anna.id, "thing", str(gora), "")
    assert "не работает" in await answer_to(eve, shown(eve), forged)


async def test_a_shop_that_sells_nothing_here_does_not_speak_of_it(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.starts()
    hello = await anna.waits_for("Здравствуйте")
    assert "Каталог" not in str(hello.buttons)
    await anna.says("/help")
    assert "/catalog" not in (await anna.waits_for("/operator")).text
    await anna.says("/catalog")
    empty = await anna.waits_for("Здесь пока пусто")
    assert empty.kind == "text"
